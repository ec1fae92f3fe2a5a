"""Before the meeting: the agenda for the holders, and a page for the table that names nobody."""

import re

from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.states import in_state
from tests.web.visitor import signed_in

from cast import Cast
from trivet.process import decide, respond

NAMES = ("Osric", "Vane", "Ottilie", "Brandt", "vane@elsewhere.example")


def test_a_holder_sees_what_the_meeting_needs(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor, path = signed_in(cast, "noor"), f"/cases/{scene.case.id}/agenda/"
    page = read_on(noor.get(path))
    assert "Not heard yet" in page
    assert "left out by the reporter" in page
    assert "stepped back" in page
    assert re.search(r"Team Newcomer\s*<[^>]*>\(Team 3\)</span>\s*· <b>has not yet said", page)
    noor.sends(f"/cases/{scene.case.id}/hearing/", fields(scene, "hearing") | {"carried_by": cast.tomas.member.id})
    page = read_on(noor.get(path))
    assert f"{cast.tomas.member.name} brings their side in" in page
    assert f'value="{cast.tomas.member.name}"' in noor.get(f"/cases/{scene.case.id}/meeting/").content.decode()


def test_the_next_step_leads_to_the_agenda(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor = signed_in(cast, "noor")
    noor.sends(f"/cases/{scene.case.id}/hearing/", fields(scene, "hearing"))
    assert f"/cases/{scene.case.id}/agenda/" in noor.get(f"/cases/{scene.case.id}/").content.decode()


def told_with_names(cast: Cast) -> str:
    """A case in which people are named wherever they can be; its page on paper."""
    case = cast.report(
        what_happened="Vane shouted.", who="Osric Vane, tall, red cap", others="Ottilie Brandt", relation="me",
        contact="vane@elsewhere.example",
    )  # fmt: skip
    cast.open(case, "noor", "tomas", "ingrid")
    cast.do(respond.add_names, case, "noor", names="Osric Vane", role="reported")
    cast.do(respond.declare_no_conflict, case, "tomas")
    cast.do(
        decide.record_hearing, case, "tomas", way="heard", safe_to_tell=True, statement="Vane: it was a joke.",
        because="", until=None, against="",
    )  # fmt: skip
    cast.takes_on(case, "noor", "Tell Vane’s friend Ottilie where the red cap lies")
    cast.meet(
        case, carries_side="Tomás", what_happened="Osric Vane shouted; Ottilie Brandt saw it.",
        doing=f"{cast.noor.member.name} talks to OSRIC", who_does="Noor writes to vane@elsewhere.example",
    )  # fmt: skip
    answer = signed_in(cast, "noor").get(f"/cases/{case.id}/on-paper/")
    assert answer.status_code == 200
    return read_on(answer)


def test_a_meeting_on_paper_names_nobody(cast: Cast) -> None:
    page = told_with_names(cast)
    assert "[reported person] shouted; [somebody else] saw it." in page
    assert "[Team 1] talks to [reported person]" in page
    members = [part for unlocked in cast.people.values() for part in unlocked.member.name.split()]
    left = [name for name in (*NAMES, *members, "red cap", "joke") if name.casefold() in page.casefold()]
    assert not left


def test_a_meeting_on_paper_says_roles_and_code_name(cast: Cast) -> None:
    page = told_with_names(cast)
    for text in ("Team 1", "Team 2", "Chair", "Team 2 brings their side in"):
        assert text in page


def test_who_was_there_as_an_exception_stands_in_the_record(cast: Cast) -> None:
    scene = in_state(cast, "received")
    sent = fields(scene, "meeting") | {"sides": "reported", "widely_witnessed": "on", "others": "a translator"}
    noor = signed_in(cast, "noor")
    assert noor.sends(f"/cases/{scene.case.id}/meeting/", sent).status_code == 302
    page = read_on(noor.get(f"/cases/{scene.case.id}/"))
    assert "Very widely witnessed, so there as well: the reported person" in page
    assert "Also there: a translator" in page
    assert "Brought the reported person’s side in: one of us" in page
