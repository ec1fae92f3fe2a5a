"""The calendar feed says when something is due: to whoever holds the case, and not what."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from icalendar import Calendar
from tests.web.visitor import Visitor, signed_in, text_of

from cast import Cast
from trivet.models import CalendarLink, Case, Clock, Conflict, Restoration
from trivet.process import respond

PAGE = "/account/calendar/"


@pytest.fixture(autouse=True)
def _now(cast: Cast):
    with time_machine.travel(cast.now, tick=False):
        yield


@pytest.fixture
def address(cast: Cast) -> str:
    return subscribe(cast, "noor")


def subscribe(cast: Cast, who: str) -> str:
    """The address that somebody's page shows."""
    found = re.search(r'id="link"[^>]*>([^<]+)<', text_of(signed_in(cast, who).sends(PAGE)))
    assert found
    return urlsplit(found[1]).path


def events(address: str) -> list[dict[str, str]]:
    """What a calendar program reads there, without signing in."""
    answer = Visitor(csrf=False).get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return [dict(event.items()) for event in Calendar.from_ical(answer.content).walk("VEVENT")]


def moments(address: str) -> set[object]:
    return {event["DTSTART"].dt for event in events(address)}


def owed(case: Case) -> set[object]:
    """To the second, as calendars have it."""
    dues = Clock.objects.filter(case=case, met_at=None).values_list("due", flat=True)
    return {due.replace(microsecond=0) for due in dues}


def test_a_member_reads_when_something_is_due_until_it_was_done(cast: Cast, address: str) -> None:
    assert events(address) == []
    case = cast.report()
    assert moments(address) == owed(case)
    cast.walk_to_closed(case)
    assert moments(address) == owed(case)
    Clock.objects.update(met_at=cast.now)
    assert events(address) == []


def test_a_feed_says_nothing_but_that_something_is_due(cast: Cast, address: str) -> None:
    case = cast.report(what_happened="CANARY", who="CANARY")
    code_name = cast.read(case, "noor").file.code_name
    text = text_of(Visitor(csrf=False).get(address))
    for event in events(address):
        assert event.keys() == {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "CLASS", "TRANSP"}
        assert event["SUMMARY"] == "Trivet: something is due"
        assert event["CLASS"] == "CONFIDENTIAL"
        assert event["URL"].endswith("/cases/")
    for secret in ("CANARY", str(case.id), case.id.hex, code_name, cast.event.name, "noor", "claim", "meet"):
        assert secret not in text


def test_what_stays_due_stays_the_same_entry_and_no_two_calendars_can_be_compared(cast: Cast, address: str) -> None:
    case = cast.report()
    before = {event["UID"] for event in events(address)}
    cast.open(case, "noor")
    cast.do(respond.add_note, case, "noor", text="A note.")
    after = {event["UID"] for event in events(address)}
    assert after
    assert after <= before
    assert not after & {event["UID"] for event in events(subscribe(cast, "tomas"))}


@pytest.mark.parametrize("how", ["left out", "steps back", "conflict", "left the team", "restored"])
def test_somebody_who_may_not_open_a_case_reads_nothing_of_it_in_their_calendar(
    cast: Cast, address: str, how: str
) -> None:
    other = cast.report()
    case = cast.report(leave_out=("noor",) if how == "left out" else ())
    if how == "steps back":
        respond.step_back(cast.read(case, "noor"), stand_in=None, at=cast.later(seconds=1))
    elif how == "conflict":
        Conflict.objects.create(case=case, member=cast.noor.member)
    elif how == "left the team":
        cast.noor.member.memberships.update(until=cast.now - timedelta(hours=1))
    elif how == "restored":
        Restoration.objects.create(event=cast.event, entry=case.id, since=cast.now, at=cast.now)
    assert moments(address) == (set() if how in ("left the team", "restored") else owed(other))


def test_a_new_address_ends_the_one_before_and_so_does_its_member(cast: Cast, address: str) -> None:
    again = subscribe(cast, "noor")
    assert Visitor(csrf=False).get(address).status_code == 404
    assert Visitor(csrf=False).get(again).status_code == 200
    signed_in(cast, "noor").sends(PAGE, {"end": "1"})
    assert Visitor(csrf=False).get(again).status_code == 404
    assert again.split("/")[-1] not in text_of(signed_in(cast, "noor").get(PAGE))


def test_nobody_may_read_an_address_from_the_store(cast: Cast, address: str) -> None:
    secret = address.removeprefix("/calendar/").removesuffix(".ics")
    assert secret.encode() not in bytes(CalendarLink.objects.get().tag)
    assert secret not in text_of(signed_in(cast, "noor").get(PAGE))
