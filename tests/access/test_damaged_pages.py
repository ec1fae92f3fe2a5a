"""Something sealed was changed: the pages say so in a sentence, show nothing of it, and never break."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.access.tampering import SEALED, Filed, changed, flip, sample

from trivet.access import sign_in

SECRET = "Somebody in a red hat"


@pytest.fixture
def filed(cast):
    return Filed.by(cast)


@pytest.fixture
def noor(client, filed):
    now = timezone.now() - timedelta(minutes=1)  # the code of this minute is for the page
    _, cookie = sign_in.sign_in(
        email="noor@conf.example", password=filed.cast.password("noor"), code=filed.code("noor", now), at=now
    )
    client.cookies["trivet_unlock"] = cookie
    return client


def pages(browser, filed):
    """The pages on which sealed values are shown, for a holder and for the reporters."""
    yield browser.get("/cases/")
    for case in filed.cases:
        yield browser.get(f"/cases/{case.id}/")
        yield browser.get(f"/cases/{case.id}/journal/")
    for receipt in filed.cast.receipts:
        yield browser.post("/conf/return/", {"return_code": receipt.code})
    account = {
        "email": "noor@conf.example",
        "password": filed.cast.password("noor"),
        "code": filed.code("noor", timezone.now()),
    }
    yield browser.post("/sign-in/", account)


@pytest.mark.parametrize(("model", "name"), SEALED, ids=[f"{model.__name__}.{name}" for model, name in SEALED])
def test_a_flipped_bit_breaks_no_page(noor, filed, model, name):
    chance = random.Random(name)
    for row in sample(filed.rows(model), chance, most=5):
        with changed(row, **{name: flip(bytes(getattr(row, name)), chance)}):
            assert {page.status_code for page in pages(noor, filed)} <= {200, 302, 404, 409, 422}


def test_whole_cases_are_shown(noor, filed):
    assert [page.status_code for page in pages(noor, filed)] == [200] * 7 + [302]
    assert SECRET in noor.get(f"/cases/{filed.cases[0].id}/").text


def test_nothing_of_a_damaged_case_is_shown(noor, filed):
    case = filed.cases[0]
    records = case.records.filter(scope="work")
    with changed(records[3], sealed=flip(bytes(records[3].sealed), random.Random(1))):
        page = noor.get(f"/cases/{case.id}/")
    assert page.status_code == 409
    assert SECRET not in page.text
