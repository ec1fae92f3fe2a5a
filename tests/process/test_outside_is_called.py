"""When nobody answers, the outside contact hears that a report waits, and nothing else of it."""

import pytest
from tests.process.ringing import answer, mail_down, rings

from trivet.access import Denied, cases
from trivet.models import Conflict, Grant, Membership, Role
from trivet.process import circles


@pytest.fixture
def leila(cast):
    return cast.joins("leila", "Leila Osman", Role.OUTSIDE)


def late(cast):
    """Who hears of a new report, in the end."""
    return [rings(cast, minutes=minutes) for minutes in (1, 10, 10)][-1]


def test_the_outside_contact_is_rung_last_and_once(cast, leila, mailoutbox):
    case = cast.report()
    assert "leila" not in rings(cast, minutes=1)
    assert "leila" not in rings(cast, minutes=10)
    assert "leila" in rings(cast, minutes=10)
    assert rings(cast, minutes=10) == []
    assert circles.missed(cast.leila.member, cast.now) == [cast.event]
    assert circles.missed(cast.kwame.member, cast.now) == []
    with pytest.raises(Denied):
        cases.read_case(cast.leila, case.id, at=cast.now)


def test_nobody_is_called_once_somebody_has_it(cast, leila, mailoutbox):
    case = cast.report()
    rings(cast, minutes=1)
    answer(cast, case)
    assert rings(cast, minutes=30) == []
    assert circles.missed(cast.leila.member, cast.now) == []


@pytest.mark.parametrize("how", ["left out", "named", "conflict"])
def test_an_outside_contact_whom_it_is_kept_from_hears_nothing(cast, leila, mailoutbox, how):
    more = {"left out": {"leave_out": ("leila",)}, "named": {"what_happened": "Leila Osman shouted."}}.get(how, {})
    case = cast.report(**more)
    if how == "conflict":
        Conflict.objects.create(case=case, member=cast.leila.member)
    assert "leila" not in late(cast)
    assert circles.missed(cast.leila.member, cast.now) == []


def test_an_outside_contact_who_holds_it_reads_it_and_not_that_it_waits(cast, leila, mailoutbox):
    case = cast.report()
    late(cast)
    Grant.objects.filter(case=case, member=cast.ingrid.member).update(member=cast.leila.member)
    assert circles.missed(cast.leila.member, cast.now) == []


def test_whoever_is_no_outside_contact_any_more_hears_nothing(cast, leila, mailoutbox):
    cast.report()
    Membership.objects.filter(member=cast.leila.member).update(role=Role.STAFF)
    assert "leila" not in late(cast)
    assert circles.missed(cast.leila.member, cast.now) == []


def test_a_notice_that_no_server_took_calls_them_again(cast, leila, mailoutbox, monkeypatch):
    cast.report()
    rings(cast, minutes=1)
    rings(cast, minutes=10)
    with mail_down(monkeypatch):
        assert rings(cast, minutes=10) == []
    assert "leila" in rings(cast, minutes=1)
