"""Notices: to those who hold a case, all alike, once as news and once when something is due."""

import itertools

from django.core import mail
from tests.process.ringing import EVERYBODY, PAIR, answer, mail_down, rings, writes

from trivet.models import Clock, Role, Shift
from trivet.process import notices, receive, respond


def test_the_pair_on_duty_hears_of_a_new_report_at_once_and_once(cast, mailoutbox):
    cast.report()
    assert rings(cast, seconds=30) == PAIR
    assert rings(cast, seconds=30) == []


def test_a_report_that_nobody_takes_on_rings_further_and_further(cast, mailoutbox):
    cast.report(leave_out=("tomas",))
    assert rings(cast, seconds=30) == ["noor"]
    assert rings(cast, minutes=9) == []
    assert rings(cast, minutes=1) == ["kwame", "noor"]  # who stands in
    assert rings(cast, minutes=9) == []
    assert rings(cast, minutes=1) == ["ingrid", "kwame", "noor"]  # the chair
    assert rings(cast, minutes=10) == []


def test_a_report_that_somebody_took_on_rings_no_further(cast, mailoutbox):
    case = cast.report(leave_out=("tomas",))
    rings(cast, seconds=30)
    answer(cast, case)
    assert rings(cast, minutes=30) == []


def test_everybody_who_holds_it_hears_of_a_report_while_nobody_is_on_duty(cast, mailoutbox):
    Shift.objects.all().delete()
    cast.report()
    assert rings(cast, seconds=30) == ["ingrid", "kwame", "noor"]
    assert rings(cast, minutes=10) == ["ingrid", "kwame", "noor"]
    assert rings(cast, minutes=10) == []  # there is nobody further


def test_an_outside_contact_hears_of_what_they_alone_hold(cast, mailoutbox):
    cast.joins("leila", "Leila Osman", Role.OUTSIDE)
    words = {name: "" for name in receive.REPORT_FIELDS if name != "code_name"} | {"what_happened": "They all did."}
    team = [cast.people[name].member for name in ("noor", "tomas", "ingrid", "kwame")]
    receive.submit_report(
        cast.event, account=words, leave_out=team, shown=[cast.leila.member], form_secret="a" * 32, at=cast.now
    )
    assert rings(cast, seconds=30) == ["leila"]


def test_nobody_hears_of_a_case_that_they_do_not_hold(cast, mailoutbox):
    """Twenty reports, each with another two of the four left out: the notices differ in nothing."""
    alike, team = set(), ["ingrid", "kwame", "noor", "tomas"]
    for number, out in zip(range(20), itertools.cycle(itertools.combinations(team, 2)), strict=False):
        case = cast.report(what_happened=f"CANARY {number} " * (number + 1), leave_out=out)
        conflicted, left = [name for name in team if name not in out]
        respond.step_back(cast.read(case, conflicted), stand_in=None, at=cast.later(seconds=1))
        for later in (30, 600, 600):
            assert rings(cast, seconds=later) in ([left], [])
            alike |= {bare(message) for message in mail.outbox}
        assert not Clock.objects.filter(case=case, noticed=0).exists()
        Clock.objects.update(met_at=cast.now)
    assert len(alike) == 1
    assert b"CANARY" not in alike.pop()


def bare(message):
    """Every byte of a notice but the address it goes to, and what a mail server counts it by."""
    mime = message.message()
    for header in ("To", "Date", "Message-ID"):
        del mime[header]
    return mime.as_bytes()


def test_somebody_left_out_or_named_hears_nothing(cast, mailoutbox):
    cast.report(leave_out=("noor",), who="Tomás")
    assert rings(cast, seconds=30) == ["ingrid", "kwame"]
    assert rings(cast, days=30) == ["ingrid", "kwame"]


def test_all_notices_are_alike_and_say_nothing(cast, mailoutbox):
    case = cast.report(what_happened="CANARY", who="CANARY")
    rings(cast, seconds=30)
    first = list(mail.outbox)
    cast.report(what_happened="Something else")
    rings(cast, seconds=30)
    assert len({(message.subject, message.body, message.from_email) for message in (*first, *mail.outbox)}) == 1
    text = first[0].subject + first[0].body
    for secret in ("CANARY", str(case.id), cast.read(case, "noor").file.code_name, cast.event.name):
        assert secret not in text


def test_two_new_reports_are_one_notice_each(cast, mailoutbox):
    cast.report()
    cast.report()
    assert rings(cast, seconds=30) == PAIR


def test_each_clock_rings_once_when_it_is_due(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    assert rings(cast, minutes=10) == PAIR  # nobody has claimed it
    assert rings(cast, minutes=1) == []
    answer(cast, case)
    assert rings(cast, minutes=1) == []
    assert rings(cast, hours=1) == EVERYBODY  # nobody has answered
    cast.do(respond.add_note, case, "noor", text="I could not reach them.")
    assert rings(cast, hours=1) == []
    assert rings(cast, hours=12) == EVERYBODY  # nobody has met
    assert rings(cast, days=5) == []


def test_what_was_done_in_time_does_not_ring(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    cast.walk_to_closed(case)
    assert rings(cast, days=10) == []
    assert rings(cast, days=5) == EVERYBODY  # the committee has heard nothing
    assert rings(cast, days=5) == []


def test_a_message_of_the_reporter_rings(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    answer(cast, case)
    for once in ("one", "two"):
        writes(cast, once)
        assert rings(cast, seconds=1) == EVERYBODY
        assert rings(cast, seconds=1) == []


def test_that_it_goes_on_rings_like_a_report(cast, mailoutbox):
    case = cast.report()
    answer(cast, case)
    writes(cast, "one", goes_on=True)
    assert rings(cast, seconds=1) == PAIR
    assert rings(cast, minutes=20) == EVERYBODY


def test_whoever_stepped_back_hears_no_more(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    held = cast.read(case, "noor")
    respond.step_back(held, stand_in=cast.kwame.member, at=cast.later(seconds=1))
    assert rings(cast, minutes=20) == ["ingrid", "kwame", "tomas"]


def test_a_notice_that_no_server_took_rings_again(cast, mailoutbox, monkeypatch):
    cast.report()
    with mail_down(monkeypatch):
        assert rings(cast, seconds=30) == []
    assert rings(cast, seconds=30) == PAIR
    assert not Clock.objects.filter(noticed=0).exists()


def test_a_case_whose_holders_were_not_reached_rings_again_although_others_were(cast, mailoutbox, monkeypatch):
    unreachable = cast.report(leave_out=("noor", "ingrid"))  # tomas and kwame
    reached = cast.report(leave_out=("tomas", "kwame"))
    send, down = notices.post.send_notice, {"tomas@conf.example", "kwame@conf.example"}
    monkeypatch.setattr(notices.post, "send_notice", lambda address: address not in down and send(address))
    assert rings(cast, seconds=30) == ["noor"]
    assert rings(cast, seconds=30) == []
    down.clear()
    assert rings(cast, seconds=30) == ["tomas"]
    assert rings(cast, seconds=30) == []
    assert unreachable != reached
