"""How long keys stay unlocked: a quarter of an hour without a click, and a working day at most."""

from datetime import timedelta

import pytest

from trivet.access import sign_in
from trivet.models import Membership, Role, Unlock

MINUTE = timedelta(minutes=1)


@pytest.fixture
def cookie(cast):
    return sign_in.sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)[1]


def test_the_limits_are_a_quarter_of_an_hour_and_eight_hours():
    assert timedelta(minutes=15) == sign_in.IDLE
    assert timedelta(hours=8) == sign_in.AT_MOST


@pytest.mark.parametrize(
    ("after", "open_still"), [(0, True), (1, True), (14, True), (15, False), (16, False), (600, False)]
)
def test_a_session_may_not_idle_for_a_quarter_of_an_hour(cast, cookie, after, open_still):
    assert bool(sign_in.recall(cookie, cast.now + after * MINUTE)) == open_still


def test_whoever_keeps_working_stays_signed_in_for_eight_hours_at_most(cast, cookie):
    at, end = cast.now, cast.now + sign_in.AT_MOST
    while at < end:
        assert sign_in.recall(cookie, at)
        at += 10 * MINUTE
    assert sign_in.recall(cookie, end) is None


def test_a_click_puts_the_idle_limit_off(cast, cookie):
    for _ in range(3):
        cast.now += 14 * MINUTE
        assert sign_in.recall(cookie, cast.now)
    assert sign_in.recall(cookie, cast.now + 15 * MINUTE) is None


def test_a_session_that_ended_does_not_come_back(cast, cookie):
    assert sign_in.recall(cookie, cast.now + 16 * MINUTE) is None
    assert Unlock.objects.get().idle_at == cast.now + sign_in.IDLE


def test_signing_out_ends_it(cast, cookie):
    sign_in.sign_out(cookie)
    assert sign_in.recall(cookie, cast.now) is None
    assert not Unlock.objects.exists()
    sign_in.sign_out(cookie)  # twice does no harm


def test_staff_sign_in_once_a_day(cast):
    for who in ("jun", "beatrix"):
        cookie = sign_in.sign_in(email=f"{who}@conf.example", password=cast.password(who), at=cast.now)[1]
        assert sign_in.recall(cookie, cast.now + sign_in.A_DAY - MINUTE)
        assert sign_in.recall(cookie, cast.now + sign_in.A_DAY) is None


@pytest.mark.parametrize("role", [Role.TEAM, Role.CHAIR, Role.OUTSIDE])
def test_a_session_of_a_day_may_not_go_on_once_its_member_may_hold_cases(cast, role):
    cookie = sign_in.sign_in(email="jun@conf.example", password=cast.password("jun"), at=cast.now)[1]
    Membership.objects.filter(member=cast.jun.member).update(role=role)
    assert sign_in.recall(cookie, cast.now + MINUTE) is None
    assert not Unlock.objects.exists()


def test_whoever_has_no_role_or_founded_the_installation_idles_as_the_team_does(cast):
    Membership.objects.filter(member=cast.ingrid.member).update(role=Role.STAFF)  # the founder
    for who in ("pavel", "ingrid"):
        cookie = sign_in.sign_in(email=f"{who}@conf.example", password=cast.password(who), at=cast.now)[1]
        assert sign_in.recall(cookie, cast.now + sign_in.IDLE) is None
