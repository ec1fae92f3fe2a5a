"""Whoever has a conflict sees what they saw before the case was there: every page, header, size and count."""

import re
import uuid
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.knocking import bare, nothing_stays, surface
from tests.web.scene import NOWHERE
from tests.web.visitor import TOKEN, Visitor, unlocked

from cast import Cast
from trivet.access.threads import open_thread
from trivet.models import CalendarLink, Case
from trivet.process import receive, respond
from trivet.process.notices import ring
from trivet.vault.links import tag_of

Answers = dict[tuple[str, str], tuple[tuple[int, str], int]]
ASKED_OF_A_CASE = ("GET", "HEAD", "POST", "OPTIONS")
CALENDAR = "calendar/<str:token>.ics"
JOURNAL = "cases/<uuid:case_id>/journal/"
WAYS = [("tomas", "stepped back"), ("tomas", "excluded"), ("ingrid", "excluded"), ("kwame", "excluded")]


@pytest.fixture(autouse=True)
def _no_page_changes_by_itself(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still, and the page of the second factor proposes one secret."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr("trivet.access.second_factor.new_secret", lambda: "A" * 32)


@pytest.fixture
def other(cast: Cast) -> Case:
    """A case that everybody of the team has something to do with, and goes on holding."""
    case = cast.report(leave_out=("kwame",), what_happened="another")
    cast.open(case, "noor", "tomas", "ingrid")
    for who in ("tomas", "ingrid"):
        cast.do(respond.add_note, case, who, text=f"a note of {who}")
    return case


def look(cast: Cast, cookie: str, case: uuid.UUID, other: Case, only: set[str] | None = None) -> Answers:
    """Every address of the product, and what somebody gets there: answer, headers, cookies, number of queries."""
    seen: Answers = {}
    for address in sorted(surface() if only is None else only):
        about = ((case, ASKED_OF_A_CASE), (other.id, ("GET",))) if "case_id" in address else ((case, ("GET",)),)
        for number, (id_, methods) in enumerate(about):
            for method in methods:
                answer = _knock(cast, cookie, method, "/" + _filled_in(cast, address, id_))
                seen[method, address.replace("case_id", ("case", "other")[number])] = (bare(answer[0], id_), answer[1])
    return seen


def _knock(cast: Cast, cookie: str, method: str, path: str) -> tuple[Any, int]:
    visitor = Visitor(cookie)
    data = {"seen": str(NOWHERE), "text": "x", "phase": "danger", "danger": "no"} if method == "POST" else {}
    main, keys = (CaptureQueriesContext(connections[store]) for store in ("default", "keys"))
    with nothing_stays(), main, keys:
        answer = getattr(visitor, method.lower())(path, data, headers={"X-CSRFToken": TOKEN})
    return answer, len(main) + len(keys)


def _filled_in(cast: Cast, address: str, case: uuid.UUID) -> str:
    values = {
        "event_slug": cast.event.slug, "case_id": str(case), "of": str(NOWHERE), "party": "affected",
        "step": "respond", "slug": "index", "member_id": str(cast.noor.member.id), "token": "made-up",
        "attachment_id": str(NOWHERE),
    }  # fmt: skip
    return re.sub(r"<\w+:(\w+)>", lambda part: values[part[1]], address)


def differing(one: Answers, other: Answers) -> list[tuple[str, str]]:
    return [key for key in other if one[key] != other[key]]


@pytest.mark.parametrize(("who", "way"), WAYS)
def test_whoever_has_a_conflict_may_not_tell_that_there_is_a_case(
    cast: Cast, other: Case, mailoutbox: list[Any], who: str, way: str
) -> None:
    cookie = unlocked(cast, who)
    CalendarLink.objects.create(member=cast.people[who].member, tag=tag_of("made-up"), made_at=cast.now)
    ring(cast.now)
    before = look(cast, cookie, NOWHERE, other)

    case = cast.report(what_happened="the account", who="somebody")
    holds = who != "kwame"
    if holds:
        cast.open(case, who)
        cast.do(respond.add_note, case, who, text="written while they held it")
        held = differing(before, look(cast, cookie, case.id, other, only={"cases/", CALENDAR, JOURNAL}))
        assert held == [
            ("GET", CALENDAR),
            ("GET", "cases/"),
            *((method, JOURNAL.replace("_id", "")) for method in ("GET", "HEAD")),
        ]
    cast.open(case, "noor")
    if way == "stepped back":
        respond.step_back(cast.read(case, who), stand_in=None, at=cast.later(seconds=1))
    else:
        cast.do(respond.exclude, case, "noor", member=cast.people[who].member, stand_in=None)
    _goes_on(cast, case, mailoutbox)

    after = look(cast, cookie, case.id, other)
    assert before.keys() == after.keys()
    assert differing(before, after) == []
    told = {address for mail in mailoutbox for address in mail.recipients()}
    assert "noor@conf.example" in told
    assert f"{who}@conf.example" not in told


def _goes_on(cast: Cast, case: Case, mailoutbox: list[Any]) -> None:
    """More happens on the case, and everybody who holds it is told."""
    ring(cast.now)
    mailoutbox.clear()
    cast.do(respond.claim, case, "noor")
    cast.do(respond.send_message, case, "noor", text="We take care of it.")
    thread = open_thread(cast.receipts[-1].code, event=cast.event)
    receive.write_message(thread, text="One more thing.", once=str(uuid.UUID(int=7)), at=cast.later(seconds=1))
    ring(cast.now)
