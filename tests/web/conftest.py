"""The pages as a browser gets them, over the two real databases."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.visitor import Visitor

from cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed people at an event that is running now; pages read the real clock."""
    return make_cast(timezone.now() - timedelta(hours=2))


@pytest.fixture
def stranger(db: None) -> Visitor:
    """Somebody without an account."""
    return Visitor()
