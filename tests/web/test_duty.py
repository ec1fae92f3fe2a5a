"""The rota: the team plans it; reporters read as much of it as those on duty want."""

from datetime import timedelta

import pytest
import time_machine
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, signed_in, text_of

from cast import Cast
from trivet.access import duty, holding
from trivet.models import Role, Shift

ROTA = "/events/conf/duty/"


def plan(cast: Cast, who: str, *, by: str = "kwame", begins: float = 0, hours: float = 8, phone: str = "0151 234"):
    """One of the team fills the form in; the hours are counted from now, at the venue."""
    here = cast.now.astimezone(cast.event.zone)
    moments = {
        "starts": f"{here + timedelta(hours=begins):%Y-%m-%dT%H:%M}",
        "ends": f"{here + timedelta(hours=begins + hours):%Y-%m-%dT%H:%M}",
    }
    member = str(cast.people[who].member.pk)
    return signed_in(cast, by).sends(ROTA, {"member": member, "phone": phone, **moments})


@pytest.fixture
def empty(cast: Cast) -> Cast:
    Shift.objects.all().delete()
    return cast


@pytest.fixture(autouse=True)
def _now(cast: Cast):
    with time_machine.travel(cast.now, tick=False):
        yield


def test_the_team_may_put_somebody_on_duty_and_strike_it_out_again(empty: Cast) -> None:
    assert plan(empty, "noor").status_code == 302
    page = text_of(signed_in(empty, "tomas").get(ROTA))
    assert "0151 234" in page
    shift = Shift.objects.get()
    assert shift.member == empty.noor.member
    assert signed_in(empty, "tomas").sends(ROTA, {"off": str(shift.pk)}).status_code == 302
    assert not Shift.objects.exists()


def test_hours_that_overlap_that_are_over_or_that_end_first_are_refused_with_what_was_typed(empty: Cast) -> None:
    plan(empty, "noor")
    for answer, status in (
        (plan(empty, "noor", begins=4), 409),
        (plan(empty, "noor", begins=-20), 422),
        (plan(empty, "tomas", hours=-2), 422),
        (plan(empty, "tomas", phone="ring me"), 422),
    ):
        assert answer.status_code == status
        assert empty.people["noor" if status == 409 else "tomas"].member.name in text_of(answer)
    assert Shift.objects.count() == 1


def test_staff_and_outsiders_may_not_be_put_on_duty(empty: Cast) -> None:
    empty.joins("leila", "Leila Osman", Role.OUTSIDE)
    for who in ("jun", "leila", "pavel"):
        assert plan(empty, who).status_code == 422
    assert not Shift.objects.exists()


def test_a_new_report_goes_to_whoever_is_on_duty_now(empty: Cast) -> None:
    plan(empty, "kwame", begins=-1)
    plan(empty, "tomas", begins=7)
    names = [membership.member.name for membership in holding.team(empty.event, empty.now)]
    assert names == ["Kwame Mensah", "Ingrid Solberg", "Tomás Rivera", "Noor Haddad"]  # next on duty before never
    empty.report()
    assert {member.name for member in empty.receipts[-1].holders} == {"Kwame Mensah", "Tomás Rivera", "Ingrid Solberg"}


def test_somebody_who_left_is_on_duty_no_more(empty: Cast) -> None:
    plan(empty, "kwame", begins=-1)
    signed_in(empty, "ingrid").sends(f"/events/conf/people/{empty.kwame.member.pk}/remove/")
    assert not Shift.objects.exists()
    assert not duty.turns(empty.event, empty.now)


def test_somebody_whose_role_ended_is_on_duty_no_more(empty: Cast) -> None:
    plan(empty, "kwame", begins=-1)
    assert duty.turns(empty.event, empty.now)
    for became in ({"role": Role.STAFF}, {"role": Role.TEAM, "until": empty.now}):
        empty.kwame.member.memberships.update(**became)
        assert not duty.turns(empty.event, empty.now)


def test_a_reporter_reads_that_nobody_is_on_duty_and_whom_to_ring(empty: Cast) -> None:
    page = read_on(Visitor().get("/conf/report/"))
    assert "Nobody is on duty just now" in page
    plan(empty, "noor", begins=1)
    assert "Nobody is on duty just now" in read_on(Visitor().get("/conf/report/"))


def test_a_reporter_may_not_read_the_number_of_whoever_is_on_duty_nor_their_name_unasked(empty: Cast) -> None:
    plan(empty, "kwame", begins=-1)  # stands in usually, and is not named on the form otherwise
    for address in ("/conf/report/", "/conf/"):
        page = read_on(Visitor().get(address))
        assert "Somebody of the team is on duty now." in page
        assert "0151 234" not in page
    assert "Kwame" not in read_on(Visitor().get("/conf/"))


def test_a_reporter_reads_of_whoever_is_on_duty_what_these_chose(empty: Cast) -> None:
    plan(empty, "kwame", begins=-1)
    plan(empty, "noor", begins=5)
    signed_in(empty, "kwame").sends(ROTA + "shown/", {"name": "Kwame, in a yellow shirt"})
    signed_in(empty, "noor").sends(ROTA + "shown/", {"name": "Noor, with a blue scarf"})
    for address in ("/conf/report/", "/conf/"):
        page = read_on(Visitor().get(address))
        assert "On duty now:" in page
        assert "Kwame, in a yellow shirt" in page
        assert "blue scarf" not in page


def test_nobody_may_choose_for_somebody_else_what_reporters_read(empty: Cast) -> None:
    signed_in(empty, "ingrid").sends(ROTA + "shown/", {"name": "The chair"})
    assert duty.shown_as(empty.event, empty.ingrid.member, empty.now) == "The chair"
    assert not duty.shown_as(empty.event, empty.kwame.member, empty.now)


def test_the_team_reads_beside_its_cases_whom_to_ring_now_and_nobody_else_does(empty: Cast) -> None:
    plan(empty, "noor", begins=-1)
    plan(empty, "tomas", begins=3, phone="0151 777")
    assert "0151 234" in text_of(signed_in(empty, "kwame").get("/cases/"))
    assert "0151 777" not in text_of(signed_in(empty, "kwame").get("/cases/"))
    empty.joins("leila", "Leila Osman", Role.OUTSIDE)
    assert "0151 234" not in text_of(signed_in(empty, "leila").get("/cases/"))


def test_numbers_are_forgotten_a_week_after_duty(empty: Cast) -> None:
    plan(empty, "noor")
    duty.forget(empty.later(days=7))
    assert Shift.objects.exists()
    duty.forget(empty.later(days=1))
    assert not Shift.objects.exists()
