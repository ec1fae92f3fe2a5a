"""Events: who may make one and change its facts, what they are shown as, and whose part at them has ended."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.web.filled import FACTS
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.access import attestation
from trivet.models import Event, Membership
from trivet.web.addresses import RESERVED

SETTINGS, NEW = "/events/conf/settings/", "/events/new/"
UNLIKE = {
    "ends": ("2027-05-03T08:00", "not after the start"),
    "timezone": ("Middle/Earth", "not known here"),
    "starts": ("0001-01-01T00:00", "too far away"),
    "leave_url": ("javascript:alert(1)", "does not look like an address"),
    "danger-0-number": ("ring me", "as a telephone takes it"),
    "hospital-0-note": ("round the corner", "no number"),
    "name": ("", "write something"),
    "venue": ("x" * 201, "up to 200"),
    "duty_checked_on": ("yesterday", "give a day"),
}


def _made(chair: Visitor, **more: str) -> Any:
    fields = {name: FACTS[name] for name in ("name", "starts", "ends", "timezone")}
    return chair.sends(NEW, {**fields, **more})


def test_a_chair_may_make_an_event_beside_the_first_and_looks_after_it(cast: Cast) -> None:
    ingrid = signed_in(cast, "ingrid")
    assert _made(ingrid)["Location"] == "/events/another-conference/"
    made = Event.objects.get(slug="another-conference")
    assert made.organiser == cast.event.organiser
    assert made.starts == datetime(2027, 5, 3, 9, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert "9:00" in read_on(ingrid.get("/events/another-conference/"))
    assert read_on(ingrid.get("/events/")).count("chair of the event") == 2
    assert Visitor().get("/another-conference/report/").status_code == 200


def test_the_team_of_one_event_may_not_look_after_another(cast: Cast) -> None:
    _made(signed_in(cast, "ingrid"))
    for who in ("noor", "jun"):
        for page in ("", "people/", "settings/"):
            assert signed_in(cast, who).get(f"/events/another-conference/{page}").status_code == 404


@pytest.mark.parametrize("slug", [*RESERVED, "conf", "Big Conf", "-conf", "a/b", "конф", "x" * 51])
def test_an_event_may_not_take_an_address_that_is_no_name_or_somebody_elses(cast: Cast, slug: str) -> None:
    refused = _made(signed_in(cast, "ingrid"), slug=slug)
    assert refused.status_code == 422
    assert "Another Conference" in read_on(refused)
    assert Event.objects.count() == 1


def test_a_chair_keeps_the_facts_and_everybody_sees_the_numbers(cast: Cast) -> None:
    facts = {
        **FACTS, "danger-0-number": "119", "hospital-0-number": "+81 3 1234", "hospital-0-note": "five minutes away",
        "team-0-number": "020 7946 0999", "team-1-number": "020 7946 0998", "quiet_room": "Room 9", "appeal": "Nowhere",
        "duty_to_report": "Danger to a child, to the police.", "duty_checked_by": "Somebody",
        "duty_checked_on": "2027-01-02",
    }  # fmt: skip
    assert signed_in(cast, "ingrid").sends(SETTINGS, facts)["Location"] == "/events/conf/"
    public, report = read_on(Visitor().get("/conf/")), read_on(Visitor().get("/conf/report/"))
    assert all(number in public for number in ("119", "+81 3 1234", "five minutes away", "020 7946 0998"))
    assert "119" in report
    overview = read_on(signed_in(cast, "noor").get("/events/conf/"))
    assert all(fact in overview for fact in ("Room 9", "Danger to a child", "2 January 2027", "Asia/Tokyo"))
    card = read_on(signed_in(cast, "jun").get("/handbook/prepare/emergency-card/"))
    assert "119" in card
    assert "Room 9" in card
    case = cast.report()
    assert "Room 9" in read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/opening/"))


def test_what_a_number_is_called_here_stays_when_the_facts_are_saved(cast: Cast) -> None:
    ingrid = signed_in(cast, "ingrid")
    ingrid.sends(SETTINGS, {**FACTS, "danger-0-number": "119", "team-0-number": "1"})
    kept = Event.objects.get(slug="conf").contacts
    assert [(one["kind"], one["number"], one["label"]) for one in kept] == [
        ("danger", "119", "Emergency"), ("team", "1", "The team")
    ]  # fmt: skip


@pytest.mark.parametrize("name", UNLIKE)
def test_facts_that_cannot_be_are_refused_with_everything_still_there(cast: Cast, name: str) -> None:
    value, sentence = UNLIKE[name]
    typed = {**FACTS, "appeal": "What was typed before", name: value}
    refused = signed_in(cast, "ingrid").sends(SETTINGS, typed)
    assert refused.status_code == 422
    assert sentence in read_on(refused)
    assert "What was typed before" in read_on(refused)
    assert Event.objects.get(slug="conf").name == "The Conference"


def test_a_chair_may_not_overwrite_unseen_what_another_wrote_meanwhile(cast: Cast) -> None:
    Membership.objects.filter(member=cast.noor.member).update(role="chair")
    ingrid, noor = signed_in(cast, "ingrid"), signed_in(cast, "noor")
    seen = hidden(ingrid.get(SETTINGS), "seen")
    assert noor.sends(SETTINGS, {**FACTS, "hospital-0-number": "119", "seen": seen}).status_code == 302
    late = {**FACTS, "appeal": "What was typed before"}
    refused = ingrid.sends(SETTINGS, {**late, "seen": seen})
    assert refused.status_code == 422
    assert "What was typed before" in read_on(refused)
    assert Event.objects.get().care[0]["number"] == "119"
    assert ingrid.sends(SETTINGS, {**late, "seen": hidden(refused, "seen")}).status_code == 302
    assert Event.objects.get().appeal == "What was typed before"


def test_a_member_of_the_team_may_not_change_the_facts_or_make_an_event(cast: Cast) -> None:
    noor = signed_in(cast, "noor")
    assert noor.sends(SETTINGS, FACTS).status_code == 404
    assert _made(noor).status_code == 404
    assert Event.objects.get().name == "The Conference"


def test_the_founder_may_make_an_event_only_while_nobody_is_a_chair(cast: Cast) -> None:
    Membership.objects.filter(member=cast.ingrid.member).update(until=timezone.now() - timedelta(hours=1))
    assert signed_in(cast, "ingrid").get("/cases/")["Location"] == "/events/"
    assert _made(signed_in(cast, "noor")).status_code == 404
    Membership.objects.filter(member=cast.noor.member).update(role="chair")
    assert _made(signed_in(cast, "ingrid")).status_code == 404
    Membership.objects.filter(member=cast.noor.member).update(role="team")
    assert _made(signed_in(cast, "ingrid")).status_code == 302


def test_a_chair_whom_nobody_vouched_for_may_not_make_an_event(cast: Cast) -> None:
    Membership.objects.filter(member=cast.noor.member).update(role="chair")
    cast.noor.member.identities.update(signature=b"")
    assert not attestation.is_attested(cast.noor.member)
    assert _made(signed_in(cast, "noor")).status_code == 404


def test_whose_part_has_ended_reads_so_and_may_open_nothing(cast: Cast) -> None:
    until = datetime(2026, 1, 31, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    noor = signed_in(cast, "noor")
    assert "112" in read_on(noor.get("/handbook/"))
    Membership.objects.filter(member=cast.noor.member).update(until=until)
    assert "until 31 January 2026, 23:30: your access has ended" in read_on(noor.get("/events/"))
    assert noor.get("/events/conf/").status_code == 404
    assert "112" not in read_on(noor.get("/handbook/"))


def test_an_event_that_is_over_is_still_there_for_its_team_and_for_reports(cast: Cast) -> None:
    Event.objects.update(ends=timezone.now() - timedelta(hours=1))
    noor = signed_in(cast, "noor")
    assert "1 that is over" in read_on(noor.get("/events/"))
    page = read_on(noor.get("/events/conf/"))
    assert "The event is over" in page
    assert "Give an end to those who helped" in page
    assert Visitor().get("/conf/report/").status_code == 200
