"""Each test worker has a data folder of its own, with two real databases in it."""

import os
from pathlib import Path
from typing import Any

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the test's own thread

import pytest

from cast import Cast, make_cast
from trivet.management.vacuum import take_no_samples
from trivet.models import Case
from trivet.process import respond
from trivet.web.tries import Tries

BOTH = ["default", "keys"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Both stores as a start leaves them: within a test's own transaction PostgreSQL would not let a table change."""
    with django_db_blocker.unblock():
        for alias in BOTH:
            take_no_samples(alias)


@pytest.fixture
def data_folder() -> Path:
    """Where the product under test writes."""
    return Path(os.environ["TRIVET_DATA"])


@pytest.fixture
def cast(db: None) -> Cast:
    """An event with its people; tests that use it have both stores."""
    return make_cast()


@pytest.fixture
def older(cast: Cast) -> Case:
    """A report that two of its holders opened."""
    case = cast.report(what_happened="The first account.")
    cast.open(case, "noor", "tomas")
    return case


@pytest.fixture
def newer(cast: Cast, older: Case) -> Case:
    """Another of the same matter, opened by one of them."""
    case = cast.report(what_happened="The second account.", relation="saw")
    cast.open(case, "noor")
    cast.do(respond.add_note, case, "noor", text="Same evening.")
    return case


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with little memory: the tests make hundreds of members. Parameters are tested apart."""
    monkeypatch.setattr("trivet.vault.passwords._MEMORY_KIB", 64)
    monkeypatch.setattr("trivet.vault.passwords._PASSES", 1)


@pytest.fixture(autouse=True)
def _fresh_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test tries for the first time, waits for nothing, and nothing is forgotten meanwhile."""
    monkeypatch.setattr("trivet.web.slowly._tries", Tries(clock=lambda: 0.0))
    monkeypatch.setattr("trivet.web.slowly._sleep", lambda seconds: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses the database uses both stores. Journeys and crashes take longest: none is left for the end."""
    items.sort(key=lambda item: item.path.parent.name not in ("story", "crash"))
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if names & {"cast", "db", "transactional_db", "live_server", "live_cast"}:
            transaction = bool(names & {"transactional_db", "live_server", "live_cast"})
            item.add_marker(pytest.mark.django_db(databases=BOTH, transaction=transaction))
