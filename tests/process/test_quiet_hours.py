"""Quiet hours: they put off what can wait, and never silence duty."""

from datetime import time, timedelta

import pytest
from tests.process.ringing import EVERYBODY, PAIR, answer, mail_down, rings, writes

from trivet.models import Clock, Conflict, Grant, Member, Shift


@pytest.fixture
def asleep(cast):
    """The chair and the stand-in want to hear of nothing between eleven and seven; it is midnight in Berlin."""
    Member.objects.filter(email__in=["ingrid@conf.example", "kwame@conf.example"]).update(
        quiet_from=time(23), quiet_until=time(7)
    )
    return cast


def test_quiet_hours_put_off_what_can_wait(asleep, mailoutbox):
    case = asleep.report()
    rings(asleep, seconds=30)
    answer(asleep, case)
    writes(asleep, "one")
    assert rings(asleep, seconds=1) == PAIR  # on duty
    assert rings(asleep, hours=1) == PAIR  # nobody has answered: due
    assert rings(asleep, hours=5) == []
    assert rings(asleep, hours=1) == ["ingrid"]
    assert rings(asleep, minutes=1) == []


def test_quiet_hours_never_silence_a_report_that_nobody_takes_on(asleep, mailoutbox):
    Shift.objects.all().delete()
    asleep.report()
    assert rings(asleep, seconds=30) == ["ingrid", "kwame", "noor"]
    assert rings(asleep, minutes=10) == ["ingrid", "kwame", "noor"]


def test_quiet_hours_never_silence_duty(asleep, mailoutbox):
    case = asleep.report()
    answer(asleep, case)
    rings(asleep, seconds=30)
    hours = {"starts": asleep.now, "ends": asleep.now + timedelta(hours=8)}
    Shift.objects.create(event=asleep.event, member=asleep.ingrid.member, **hours)
    writes(asleep, "one")
    assert rings(asleep, seconds=1) == EVERYBODY


def test_what_waits_for_the_end_of_quiet_hours_is_dropped_when_it_was_done(asleep, mailoutbox):
    case = asleep.report()
    answer(asleep, case)
    writes(asleep, "one")
    assert rings(asleep, seconds=1) == PAIR
    Clock.objects.update(met_at=asleep.now)
    assert rings(asleep, hours=8) == []


def test_somebody_who_got_a_conflict_in_their_quiet_hours_hears_nothing(asleep, mailoutbox):
    case = asleep.report()
    answer(asleep, case)
    writes(asleep, "one")
    assert rings(asleep, seconds=1) == PAIR
    assert Grant.objects.filter(waits=True).count() == 1
    Conflict.objects.create(case=case, member=asleep.ingrid.member)
    assert "ingrid" not in rings(asleep, hours=8)


def test_a_notice_that_waited_and_that_no_server_took_rings_again(asleep, mailoutbox, monkeypatch):
    case = asleep.report()
    answer(asleep, case)
    writes(asleep, "one")
    rings(asleep, seconds=1)
    rings(asleep, hours=7, minutes=-10)
    with mail_down(monkeypatch):
        assert rings(asleep, minutes=11) == []
    assert "ingrid" in rings(asleep, minutes=1)
