"""The pages as a browser gets them, over the two real databases."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.on_a_phone import Phone
from tests.web.scene import Scene
from tests.web.states import in_state
from tests.web.visitor import Visitor, signed_in

from cast import Cast, make_cast
from trivet.access import day_links


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed people at an event that is running now; pages read the real clock."""
    return make_cast(timezone.now() - timedelta(hours=2))


@pytest.fixture
def scene(cast: Cast) -> Scene:
    """A case that was received."""
    return in_state(cast, "received")


@pytest.fixture
def noor(scene: Scene) -> Visitor:
    """Somebody who holds it."""
    return signed_in(scene.cast, "noor")


@pytest.fixture
def stranger(db: None) -> Visitor:
    """Somebody without an account."""
    return Visitor()


@pytest.fixture
def phone(cast: Cast) -> Phone:
    """A telephone that keeps a report under a day link."""
    _, token = day_links.make(cast.event, by=cast.kwame, at=timezone.now())
    return Phone(cast, Visitor(csrf=False), f"/day/{token}/sealed/")
