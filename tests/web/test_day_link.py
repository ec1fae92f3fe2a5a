"""A day link opens the page for taking a report down and the handbook, until the morning, and nothing else."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.utils import timezone
from tests.web.reporting import code_on, read_on
from tests.web.stored import nothing_written
from tests.web.taking_down import TOLD, Writer
from tests.web.visitor import Visitor, signed_in, text_of

from cast import Cast
from trivet.access import day_links
from trivet.models import Case, DayLink, TakenDown


@pytest.fixture
def address(cast: Cast) -> str:
    """A link that somebody of the team made just now."""
    answer = signed_in(cast, "kwame").sends("/events/conf/day-link/")
    found = re.search(r'id="link"[^>]*>\s*[^<]*?(/day/[\w-]+/)\s*<', text_of(answer))
    assert found, text_of(answer)
    return found[1]


@pytest.fixture
def writer(cast: Cast, address: str) -> Writer:
    return Writer(cast, Visitor(csrf=False), address).loads()


def test_a_helper_without_an_account_may_take_a_report_down(writer: Writer) -> None:
    answer = writer.sends(helper="Sam at the door", recognise="a red cap")
    code_on(answer)
    assert TOLD not in read_on(answer)
    assert writer.file().report.helper == "Sam at the door, with a day link"
    assert not answer.cookies
    assert not TakenDown.objects.exists()


def test_a_helper_may_stay_nameless(writer: Writer) -> None:
    code_on(writer.sends())
    assert writer.file().report.helper == "somebody, with a day link"


def test_a_day_link_opens_its_page_and_the_handbook_and_shows_no_other_address(
    cast: Cast, writer: Writer, address: str
) -> None:
    case = cast.report(what_happened="ZEBRA")
    seen, todo = set(), {address}
    while todo:
        path = todo.pop()
        seen.add(path)
        page = writer.visitor.get(path)
        assert page.status_code == 200, path
        assert "ZEBRA" not in read_on(page)
        assert str(case.id) not in read_on(page)
        links = set(re.findall(r'<a [^>]*href="(/[^"]*)"', unescape(text_of(page))))
        assert all(link.startswith(address) for link in links), links
        todo |= links - seen
    assert len(seen) > 50
    assert writer.visitor.get("/handbook/").status_code == 302


def test_staff_may_not_make_or_end_a_day_link(cast: Cast, address: str) -> None:
    with nothing_written():
        for fields in ({}, {"end": DayLink.objects.get().pk}):
            assert signed_in(cast, "jun").sends("/events/conf/day-link/", fields).status_code == 404


def test_a_link_may_be_ended_at_once(cast: Cast, address: str) -> None:
    signed_in(cast, "noor").sends("/events/conf/day-link/", {"end": DayLink.objects.get().pk})
    answer = Visitor(csrf=False).get(address)
    assert answer.status_code == 410
    assert "020 7946 0999" in read_on(answer)
    assert Visitor(csrf=False).get(f"{address}handbook/").status_code == 410


def test_a_member_may_not_end_the_link_of_another_event(cast: Cast, address: str) -> None:
    other = type(cast.event).objects.create(
        organiser=cast.event.organiser, slug="other", name="Other", starts=cast.event.starts, ends=cast.event.ends
    )
    day_links.end(other, DayLink.objects.get().pk, by=cast.noor, at=timezone.now())
    assert Visitor(csrf=False).get(address).status_code == 200


@pytest.mark.parametrize(
    ("made", "ends"),
    [
        ("2026-06-04T08:00", "2026-06-05T04:00"),  # ten in the morning in Berlin
        ("2026-06-04T23:30", "2026-06-05T04:00"),  # half past one at night
        ("2026-06-05T03:59", "2026-06-05T04:00"),
        ("2026-06-05T04:00", "2026-06-06T04:00"),
        ("2026-10-24T12:00", "2026-10-25T05:00"),  # the night in which summer time ends
    ],
)
def test_a_link_ends_at_six_where_the_event_is(cast: Cast, made: str, ends: str) -> None:
    at, end = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in (made, ends))
    assert day_links.morning_after(cast.event, at) == end


def test_what_was_being_written_when_the_link_ended_is_taken(writer: Writer) -> None:
    with time_machine.travel(DayLink.objects.get().ends_at + timedelta(hours=11)):
        assert writer.visitor.get(writer.page).status_code == 410
        code_on(writer.sends())


def test_long_afterwards_nothing_is_sent_and_everything_typed_is_shown(writer: Writer) -> None:
    with time_machine.travel(DayLink.objects.get().ends_at + timedelta(hours=12)), nothing_written():
        answer = writer.sends(recognise="a red cap", helper="Sam")
    assert answer.status_code == 410
    for text in (TOLD, "a red cap", "Sam", "020 7946 0999"):
        assert text in read_on(answer)


def test_a_link_that_never_was_keeps_what_was_typed(cast: Cast) -> None:
    answer = Visitor(csrf=False).post("/day/made-up/", {"what_happened": TOLD})
    assert answer.status_code == 404
    assert TOLD in read_on(answer)


def test_another_website_may_not_send_the_form(writer: Writer) -> None:
    fields = {"secret": writer.secret, "what_happened": TOLD}
    with nothing_written():
        answer = writer.visitor.post(writer.page, fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert TOLD in read_on(answer)
    assert writer.secret not in text_of(answer)


def test_the_store_knows_a_link_by_its_hash_and_forgets_it_after_a_week(cast: Cast, address: str) -> None:
    link = DayLink.objects.get()
    assert address.split("/")[2].encode() not in bytes(link.tag)
    assert day_links.find(address.split("/")[2]) == link
    day_links.forget(link.ends_at + timedelta(days=6))
    assert DayLink.objects.exists()
    day_links.forget(link.ends_at + timedelta(days=7))
    assert not DayLink.objects.exists()


def test_a_helper_may_not_name_a_member_unnoticed(cast: Cast, writer: Writer) -> None:
    writer.sends(helper="sent by Noor Haddad, who did it")
    assert not Case.objects.get().grants.filter(member=cast.noor.member).exists()


def test_leave_out_works_here_too(cast: Cast, writer: Writer) -> None:
    writer.sends(leave_out=str(cast.noor.member.id))
    assert not Case.objects.get().grants.filter(member=cast.noor.member).exists()
