""" "I can't, a conflict": whoever steps back finds who stands in."""

import re

from tests.web.reporting import read_on
from tests.web.visitor import signed_in

from cast import Cast
from trivet.models import Case, Event, Grant, Role, Shift


def alone(cast: Cast, who: str = "ingrid") -> Case:
    """A report that only one of the four may hold."""
    return cast.report(leave_out=tuple({"noor", "tomas", "kwame", "ingrid"} - {who}))


def stand_ins(cast: Cast, case: Case, who: str) -> list[str]:
    page = read_on(signed_in(cast, who).get(f"/cases/{case.id}/step-back/"))
    return [" ".join(label.split()) for label in re.findall(r'name="stand_in"[^>]*>\s*(?:<span>)?([^<]+)', page)]


def test_a_holder_reads_who_may_stand_in_with_who_is_on_duty_next_first(cast: Cast) -> None:
    cast.joins("amara", "Amara Diallo", Role.TEAM)
    case = cast.report()
    hours = {"starts": cast.later(hours=1), "ends": cast.later(hours=8)}
    Shift.objects.create(event=cast.event, member=cast.kwame.member, **hours)
    first, second, nobody = stand_ins(cast, case, "noor")
    assert first == "Kwame Mensah, Code of Conduct team"
    assert second == "Amara Diallo, Code of Conduct team"
    assert "those who stay are enough" in nobody


def test_a_lone_holder_may_hand_it_to_the_outside_contact_and_opens_it_no_more(cast: Cast) -> None:
    leila = cast.joins("leila", "Leila Osman", Role.OUTSIDE).member
    case = alone(cast)
    assert stand_ins(cast, case, "ingrid") == ["Leila Osman, outside contact"]
    version = Case.objects.get(id=case.id).key_version
    signed_in(cast, "ingrid").sends(f"/cases/{case.id}/step-back/", {"stand_in": str(leila.pk)})
    assert list(Grant.objects.filter(case=case).values_list("member", flat=True)) == [leila.pk]
    assert Case.objects.get(id=case.id).key_version > version
    assert signed_in(cast, "ingrid").get(f"/cases/{case.id}/").status_code == 404


def test_a_lone_holder_with_nobody_near_reads_whom_to_ask_at_the_organisers_other_events(cast: Cast) -> None:
    here = cast.event
    other = Event.objects.create(
        organiser=here.organiser, slug="next", name="The Next Conference", starts=here.starts, ends=here.ends
    )
    cast.joins("samira", "Samira Khan", Role.TEAM, event=other)
    case = alone(cast)
    assert stand_ins(cast, case, "ingrid") == []
    page = read_on(signed_in(cast, "ingrid").get(f"/cases/{case.id}/step-back/"))
    assert "Samira Khan" in page
    assert "The Next Conference" in page
