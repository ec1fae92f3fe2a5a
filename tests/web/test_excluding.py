"""The page on which a holder excludes somebody else, and what the case page says when one is left alone."""

import pytest
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.models import Case, Event, Grant, Role
from trivet.process import respond

ALONE = "You hold this alone"


@pytest.fixture
def case(cast: Cast) -> Case:
    case = cast.report(who="Somebody")
    cast.open(case, "noor", "tomas")
    return case


def send(cast: Cast, case: Case, who: str = "", stand_in: str = "") -> tuple[Visitor, int]:
    noor = signed_in(cast, "noor")
    fields = {
        "seen": str(Case.objects.get(id=case.id).revision),
        "member": str(cast.people[who].member.id) if who else "",
        "stand_in": str(cast.people[stand_in].member.id) if stand_in else "",
    }
    return noor, noor.sends(f"/cases/{case.id}/exclude/", fields).status_code


def hold(cast: Cast, case: Case, *who: str) -> None:
    """All the others step back."""
    for name in ("tomas", "ingrid", "noor"):
        if name not in who:
            respond.step_back(cast.read(case, name), stand_in=None, at=cast.later(seconds=1))


def test_a_holder_excludes_another_and_stays_on_the_case(cast: Cast, case: Case) -> None:
    noor, status = send(cast, case, "tomas", "kwame")
    assert status == 302
    page = read_on(noor.get(f"/cases/{case.id}/"))
    assert "Tomás Rivera was excluded: a conflict" in page
    assert "excluded somebody for a conflict" in read_on(noor.get(f"/cases/{case.id}/journal/"))
    assert signed_in(cast, "tomas").get(f"/cases/{case.id}/").status_code == 404
    assert signed_in(cast, "kwame").get(f"/cases/{case.id}/opening/").status_code == 200


def test_a_page_of_the_excluded_that_stands_open_tells_nothing_when_it_is_sent(cast: Cast, case: Case) -> None:
    tomas, seen = signed_in(cast, "tomas"), Case.objects.get(id=case.id).revision
    send(cast, case, "tomas")
    answer = tomas.sends(f"/cases/{case.id}/exclude/", {"seen": str(seen), "member": str(cast.noor.member.id)})
    assert answer.status_code == 404
    assert Grant.objects.filter(case=case, member=cast.noor.member).exists()


def test_nobody_chosen_is_asked_again(cast: Cast, case: Case) -> None:
    assert send(cast, case)[1] == 422


def test_whoever_would_be_alone_is_refused_while_somebody_is_free(cast: Cast, case: Case) -> None:
    hold(cast, case, "noor", "tomas")
    assert send(cast, case, "tomas")[1] == 409
    assert Grant.objects.filter(case=case).count() == 2


def test_a_case_that_two_hold_says_nothing_of_too_few(cast: Cast, case: Case) -> None:
    hold(cast, case, "noor", "tomas")
    assert ALONE not in read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/"))


def test_whoever_is_left_alone_sees_whom_to_bring_in(cast: Cast, case: Case) -> None:
    hold(cast, case, "noor")
    _next_event(cast)
    page = read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/"))
    assert ALONE in page
    assert "<b>Kwame Mensah</b>, Code of Conduct team" in page
    assert "<b>Mira Osk</b>" in page
    assert "· The Next Conference" in page
    assert "Tomás Rivera</b>" not in page
    assert "Elsewhere Person" not in page


def test_whoever_is_left_alone_with_nobody_of_the_team_sees_the_outside_contact(cast: Cast, case: Case) -> None:
    cast.joins("leila", "Leila Osman", Role.OUTSIDE)
    hold(cast, case, "noor")
    send(cast, case, "kwame")
    page = read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/"))
    assert "<b>Leila Osman</b>, outside contact, not on the team" in page
    assert "Kwame Mensah</b>" not in page


def test_with_nobody_free_the_pages_say_whom_to_ring(cast: Cast, case: Case) -> None:
    hold(cast, case, "noor")
    noor, _ = send(cast, case, "kwame")
    for page in ("", "bring-in/"):
        shown = read_on(noor.get(f"/cases/{case.id}/{page}"))
        assert ALONE in shown
        assert "Nobody at this event is free" in shown
        assert "020 7946 0999" in shown


def test_somebody_named_in_the_report_is_not_proposed_from_another_event(cast: Cast) -> None:
    case = cast.report(who="Mira Osk")
    cast.open(case, "noor")
    hold(cast, case, "noor")
    _next_event(cast)
    assert "Mira Osk</b>" not in read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/"))


def _next_event(cast: Cast) -> None:
    """The same organiser's next event, and one of somebody else."""
    facts = {"starts": cast.event.starts, "ends": cast.event.ends, "timezone": "UTC"}
    following = Event.objects.create(organiser=cast.event.organiser, slug="next", name="The Next Conference", **facts)
    cast.joins("mira", "Mira Osk", Role.TEAM, event=following)
    organiser = type(cast.event.organiser).objects.create(name="Others")
    other = Event.objects.create(organiser=organiser, slug="other", name="Another Conference", **facts)
    cast.joins("else", "Elsewhere Person", Role.TEAM, event=other)
