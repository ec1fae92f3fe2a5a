"""The practice event stays away from real ones."""

import pytest

from trivet.management.practice.stage import RealEvents, set_up
from trivet.models import Event, Installation, Member
from trivet.vault import installation as keys


def test_practice_may_not_touch_a_real_event_even_afresh(cast):
    Installation.objects.create(identity=b"here")
    keys.keep("installation id", b"here")
    for fresh in (False, True):
        with pytest.raises(RealEvents):
            set_up(fresh=fresh, now=cast.now)
    assert Event.objects.count() == 1
    assert Member.objects.count() == len(cast.people)
