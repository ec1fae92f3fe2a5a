"""Whoever is given a case hears of it at the next tick, however far its clocks have rung already."""

from datetime import time

import pytest
from tests.process.ringing import answer, rings

from trivet.models import Grant, Member
from trivet.process import respond


@pytest.fixture
def rung(cast):
    """A report that has rung everybody who holds it, and that nobody took on."""
    case = cast.report()
    cast.open(case, "noor")
    for minutes in (1, 10, 10):
        rings(cast, minutes=minutes)
    assert rings(cast, minutes=1) == []
    return case


def test_a_stand_in_hears_at_once(cast, rung, mailoutbox):
    respond.step_back(cast.read(rung, "noor"), stand_in=cast.kwame.member, at=cast.later(minutes=1))
    assert rings(cast, minutes=1) == ["kwame"]
    assert rings(cast, minutes=1) == []


def test_whoever_replaces_somebody_excluded_hears_at_once(cast, rung, mailoutbox):
    cast.do(respond.exclude, rung, "noor", member=cast.tomas.member, stand_in=cast.kwame.member)
    assert rings(cast, minutes=1) == ["kwame"]


def test_whoever_is_let_in_hears_at_once(cast, rung, mailoutbox):
    respond.step_back(cast.read(rung, "noor"), stand_in=None, at=cast.later(minutes=1))
    cast.open(rung, "tomas")
    rings(cast, minutes=1)
    cast.do(respond.let_in, rung, "tomas", member=cast.kwame.member)
    assert rings(cast, minutes=1) == ["kwame"]


def test_a_stand_in_is_left_to_sleep_where_it_can_wait(cast, mailoutbox):
    case = cast.report()
    answer(cast, case)
    rings(cast, seconds=30)
    Member.objects.filter(email="kwame@conf.example").update(quiet_from=time(23), quiet_until=time(7))
    respond.step_back(cast.read(case, "tomas"), stand_in=cast.kwame.member, at=cast.later(minutes=1))
    assert "kwame" not in rings(cast, minutes=1)
    assert "kwame" in rings(cast, hours=8)


def test_what_waits_for_somebody_asleep_rings_once_it_is_loud(cast, mailoutbox):
    case = cast.report()
    rings(cast, minutes=1)
    Member.objects.filter(email="kwame@conf.example").update(quiet_from=time(0), quiet_until=time(23, 59))
    cast.open(case, "noor")
    respond.step_back(cast.read(case, "noor"), stand_in=cast.kwame.member, at=cast.later(seconds=1))
    assert "kwame" in rings(cast, seconds=1)


def test_turning_the_keys_wakes_nobody_and_forgets_nobody(cast, mailoutbox):
    case = cast.report()
    answer(cast, case)
    Grant.objects.filter(member=cast.ingrid.member).update(waits=True)
    respond.step_back(cast.read(case, "noor"), stand_in=None, at=cast.later(seconds=1))
    waits = dict(Grant.objects.filter(case=case).values_list("member__name", "waits"))
    assert waits == {"Tomás Rivera": False, "Ingrid Solberg": True}
