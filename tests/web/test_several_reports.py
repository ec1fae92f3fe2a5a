"""The pages on which reports are joined and parted, and what the case page shows of several."""

import pytest
from tests.two_reports import writes
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.models import Case, Event
from trivet.process import respond


@pytest.fixture
def noor(cast: Cast) -> Visitor:
    return signed_in(cast, "noor")


def joins(noor: Visitor, newer: Case, older: Case) -> None:
    page = f"/cases/{newer.id}/join/"
    answer = noor.sends(page, {"seen": hidden(noor.get(page), "seen"), "into": str(older.id)})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{older.id}/")


def test_a_holder_joins_a_report_and_parts_it_again_on_the_pages(
    cast: Cast, noor: Visitor, older: Case, newer: Case
) -> None:
    code_names = [cast.read(case, "noor").file.code_name for case in (older, newer)]
    offered = read_on(noor.get(f"/cases/{newer.id}/join/"))
    assert code_names[0] in offered.partition("To which case")[2]
    assert code_names[1] not in offered.partition("To which case")[2]
    joins(noor, newer, older)
    page = read_on(noor.get(f"/cases/{older.id}/"))
    assert "The first account." in page
    assert "The second account." in page
    assert noor.get(f"/cases/{newer.id}/").status_code == 404
    second = cast.read(older, "noor").file.reports[1].id
    part = f"/cases/{older.id}/part/{second}/"
    assert noor.sends(part, {"seen": hidden(noor.get(part), "seen")}).status_code == 302
    page = read_on(noor.get(f"/cases/{older.id}/"))
    assert "The second account." not in page
    assert "A report was parted" in page
    assert code_names[1] in read_on(noor.get("/cases/"))


def test_a_message_asks_to_whom_only_where_there_are_several(
    cast: Cast, noor: Visitor, older: Case, newer: Case
) -> None:
    assert "To whom?" not in read_on(noor.get(f"/cases/{older.id}/message/"))
    joins(noor, newer, older)
    page = noor.get(f"/cases/{older.id}/message/")
    assert "To whom?" in read_on(page)
    seen, nobody = hidden(page, "seen"), "00000000-0000-0000-0000-000000000000"
    fields = {"seen": seen, "text": "Thank you."}
    for to in ({}, {"to": nobody}):
        assert noor.sends(f"/cases/{older.id}/message/", fields | to).status_code == 422
    second = cast.read(older, "noor").file.reports[1].id
    to = {"to": cast.read(older, "noor").conversations[second]}
    assert noor.sends(f"/cases/{older.id}/message/", fields | to).status_code == 302


def test_the_author_of_a_joined_report_hears_the_outcome_too(
    cast: Cast, noor: Visitor, older: Case, newer: Case
) -> None:
    joins(noor, newer, older)
    cast.open(older, "tomas")
    cast.do(respond.claim, older, "noor")
    cast.meet(older)
    cast.decide(older, "no-action")
    second = cast.read(older, "noor").file.reports[1].id
    page = f"/cases/{older.id}/told/reporter/{second}/"
    assert page in noor.get(f"/cases/{older.id}/").content.decode()
    sent = {"seen": hidden(noor.get(page), "seen"), "way": "message", "text": "We looked at it."}
    assert noor.sends(page, sent).status_code == 302
    assert page not in noor.get(f"/cases/{older.id}/").content.decode().partition("What you can do")[0]
    told = [Visitor().post("/conf/return/", {"return_code": receipt.code}) for receipt in cast.receipts]
    assert ["We looked at it." in read_on(page) for page in told] == [False, True]


def test_a_case_of_another_event_and_one_that_is_not_held_are_not_offered_nor_taken(
    cast: Cast, noor: Visitor, newer: Case
) -> None:
    foreign = cast.report(leave_out=("noor",), what_happened="Not for noor.")
    page = f"/cases/{newer.id}/join/"
    for case in (foreign, newer):
        sent = {"seen": hidden(noor.get(page), "seen"), "into": str(case.id)}
        assert noor.sends(page, sent).status_code == 422
    assert Event.objects.count() == 1


def test_a_further_report_is_taken_down_and_shown_with_the_first(cast: Cast, noor: Visitor, older: Case) -> None:
    page = f"/cases/{older.id}/further-report/"
    sent = {
        "seen": hidden(noor.get(page), "seen"), "what_happened": "A shove.", "retaliation": "on", "in_danger": "no",
    }  # fmt: skip
    assert noor.sends(page, sent).status_code == 302
    shown = read_on(noor.get(f"/cases/{older.id}/"))
    assert "Report 2: somebody gets back at them" in shown
    assert "A shove." in shown
    assert "Ask whether anyone is in danger" in shown


def test_conversations_stay_apart_on_the_page_where_one_writes(
    cast: Cast, noor: Visitor, older: Case, newer: Case
) -> None:
    writes(cast, 0, "Said by the first.")
    writes(cast, 1, "Said by the second.")
    joins(noor, newer, older)
    first, _, second = read_on(noor.get(f"/cases/{older.id}/message/")).partition("Report 2, by somebody else")
    assert "Said by the first." in first
    assert "Said by the second." not in first
    assert "Said by the second." in second


def test_whom_a_message_and_a_duty_belong_to_stands_beside_it(
    cast: Cast, noor: Visitor, older: Case, newer: Case
) -> None:
    joins(noor, newer, older)
    held = cast.read(older, "noor")
    second = held.file.reports[1]
    title = f"Report 2, by somebody else: {second.code_name}"
    respond.take_further_report(
        held, what_happened="A shove.", who="", when="", in_danger="no", retaliation=True, seen=None, at=cast.now
    )
    cast.do(respond.send_message, older, "noor", text="For the second.", to=held.conversations[second.id])
    timeline = read_on(noor.get(f"/cases/{older.id}/")).partition("What happened since")[2]
    assert f"Noor Haddad · {title}" in timeline.partition("Message to the reporter")[2][:200]
    cast.open(older, "tomas")
    cast.meet(older)
    cast.decide(older, "no-action")
    assert f"Tell the reporter · {title}" in read_on(noor.get(f"/cases/{older.id}/"))
