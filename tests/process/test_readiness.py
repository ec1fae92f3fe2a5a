"""What an event has not settled yet is said, and what it has is not."""

from datetime import timedelta

import pytest

from cast import Cast
from trivet.access import attestation
from trivet.access.people import people_of
from trivet.models import Membership
from trivet.process.readiness import unsettled

SETTLING = {
    "hospital": {"contacts": [{"kind": "hospital", "number": "1", "note": ""}]},
    "assault": {"contacts": [{"kind": "assault", "number": "1", "note": ""}]},
    "safeguarding": {"contacts": [{"kind": "safeguarding", "number": "1", "note": ""}]},
    "law": {"duty_to_report": "Nothing.", "duty_checked_by": "Somebody"},
    "venue": {"venue": "1 Example Quay"},
    "quiet": {"quiet_room": "Room 9"},
}


def _unsettled(cast: Cast) -> list[str]:
    return unsettled(cast.event, people_of(cast.event, at=cast.now), at=cast.now)


@pytest.mark.parametrize("key", SETTLING)
def test_advice_goes_with_the_fact_that_settles_it(cast: Cast, key: str) -> None:
    assert key in _unsettled(cast)
    for name, value in SETTLING[key].items():
        setattr(cast.event, name, value)
    assert key not in _unsettled(cast)


def test_a_duty_to_report_that_nobody_checked_is_not_settled(cast: Cast) -> None:
    cast.event.duty_to_report = "Nothing."
    assert "law" in _unsettled(cast)


def test_a_team_of_one_is_told_so_and_so_is_one_without_an_outside_contact(cast: Cast) -> None:
    assert "alone" not in _unsettled(cast)
    Membership.objects.filter(member=cast.jun.member).update(role="outside")
    assert "outside" not in _unsettled(cast)
    Membership.objects.exclude(member=cast.ingrid.member).update(until=cast.now)
    assert {"alone", "duty", "outside"} <= set(_unsettled(cast))


def test_whom_nobody_vouched_for_does_not_make_a_team(cast: Cast) -> None:
    assert "waiting" not in _unsettled(cast)
    for who in ("noor", "tomas", "kwame"):
        cast.people[who].member.identities.update(signature=b"")
        assert not attestation.is_attested(cast.people[who].member)
    assert {"waiting", "alone"} <= set(_unsettled(cast))


def test_after_the_event_only_the_ends_are_asked_for(cast: Cast) -> None:
    cast.event.ends = cast.now - timedelta(hours=1)
    assert _unsettled(cast) == ["ends"]
    Membership.objects.update(until=cast.now + timedelta(days=9))
    assert _unsettled(cast) == []
