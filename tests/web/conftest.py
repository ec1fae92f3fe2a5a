"""The pages as a browser gets them, over the two real databases."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.on_a_phone import Phone
from tests.web.visitor import Visitor

from cast import Cast, make_cast
from trivet.access import day_links


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed people at an event that is running now; pages read the real clock."""
    return make_cast(timezone.now() - timedelta(hours=2))


@pytest.fixture
def stranger(db: None) -> Visitor:
    """Somebody without an account."""
    return Visitor()


@pytest.fixture
def phone(cast: Cast) -> Phone:
    """A telephone that keeps a report under a day link."""
    _, token = day_links.make(cast.event, by=cast.kwame, at=timezone.now())
    return Phone(cast, Visitor(csrf=False), f"/day/{token}/sealed/")
