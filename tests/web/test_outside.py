"""Who would read a report instead of the team is named before it is sent, and sees nothing else."""

import re

import pytest
from tests.web.knocking import bare, surface
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.scene import NOWHERE
from tests.web.stored import nothing_written
from tests.web.visitor import hidden, signed_in

from cast import Cast
from trivet.models import Case, Grant, Role
from trivet.process import respond

TEAM = ("noor", "tomas", "kwame", "ingrid")
LEILA = "Leila Osman"


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    cast.joins("leila", LEILA, Role.OUTSIDE)
    return Reporting(cast).loads()


def ids(reporting: Reporting, *who: str) -> list[str]:
    return [str(reporting.cast.people[name].member.id) for name in who]


def test_the_form_names_the_outside_contact(reporting: Reporting) -> None:
    page = read_on(reporting.visitor.get("/conf/report/"))
    assert f"{LEILA}, who is not on the team" in page


def test_a_report_that_nobody_of_the_team_may_read_is_kept_on_the_page_and_names_who_would(
    reporting: Reporting,
) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened="the account", who="the tall one", leave_out=ids(reporting, *TEAM))
    page = read_on(answer)
    assert answer.status_code == 409
    assert f"<b>{LEILA}</b>, outside contact" in page
    assert "the account" in page
    assert "the tall one" in page
    assert "020 7946 0999" in page
    assert len(re.findall(r"<input[^>]* checked", page)) == len(TEAM)


def test_sent_again_it_goes_to_the_outside_contact_alone(reporting: Reporting) -> None:
    fields = {"what_happened": "the account", "leave_out": ids(reporting, *TEAM)}
    asked = reporting.sends(**fields)
    reporting.secret = hidden(asked, "secret")
    sent = reporting.sends(**fields, outside=hidden(asked, "outside"))
    code_on(sent)
    assert f"<b>{LEILA}</b>, outside contact" in read_on(sent)
    assert [grant.member.name for grant in Grant.objects.all()] == [LEILA]
    leila = signed_in(reporting.cast, "leila")
    case = Case.objects.get()
    assert str(case.id) in read_on(leila.get("/cases/"))
    assert leila.get(f"/cases/{case.id}/opening/").status_code == 200
    for who in TEAM:
        member = signed_in(reporting.cast, who)
        assert str(case.id) not in read_on(member.get("/cases/"))
        assert member.get(f"/cases/{case.id}/").status_code == 404


@pytest.mark.parametrize("claimed", ["noor", "jun", "made-up"])
def test_nobody_else_may_be_put_in_the_place_of_the_outside_contact(reporting: Reporting, claimed: str) -> None:
    other = ids(reporting, claimed)[0] if claimed in reporting.cast.people else claimed
    with nothing_written():
        answer = reporting.sends(what_happened="the account", leave_out=ids(reporting, *TEAM), outside=other)
    assert answer.status_code == 409


def test_with_the_outside_contact_left_out_too_it_says_whom_to_ring(reporting: Reporting) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened="the account", leave_out=ids(reporting, *TEAM, "leila"))
    assert answer.status_code == 409
    assert "Nobody is left to read it" in read_on(answer)
    assert "020 7946 0999" in read_on(answer)


def test_the_outside_contact_sees_nothing_of_a_case_that_the_team_holds(reporting: Reporting) -> None:
    cast, leila = reporting.cast, signed_in(reporting.cast, "leila")
    pages = [address for address in surface() if "case_id" in address]
    empty = bare(leila.get("/cases/"), NOWHERE)
    case = cast.report()
    cast.open(case, "noor")
    cast.do(respond.claim, case, "noor")  # until somebody has it, they would hear that it waits
    assert bare(leila.get("/cases/"), case.id) == empty
    for address in pages:
        here, nowhere = (
            leila.get("/" + re.sub(r"<\w+:(case_id|\w+)>", str(id_), address)) for id_ in (case.id, NOWHERE)
        )
        assert here.status_code == (405 if address.endswith("/drafts/") else 404)  # nobody reads there
        assert bare(here, case.id) == bare(nowhere, NOWHERE)


def test_the_outside_contact_does_not_see_the_events_people(reporting: Reporting) -> None:
    assert signed_in(reporting.cast, "leila").get("/events/conf/people/").status_code == 404
