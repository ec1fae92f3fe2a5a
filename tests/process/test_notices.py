"""Notices: to those who hold a case, all alike, once as news and once when something is due."""

from django.core import mail

from trivet.access.threads import open_thread
from trivet.models import Clock
from trivet.process import notices, receive, respond


def rings(cast, **later):
    """Who hears from the next tick, by name."""
    mail.outbox.clear()
    sent = notices.ring(cast.later(**later))
    assert sent == len(mail.outbox)
    return sorted(to.split("@")[0] for message in mail.outbox for to in message.to)


def test_the_holders_of_a_new_report_hear_of_it_once(cast, mailoutbox):
    cast.report()
    assert rings(cast, seconds=30) == ["ingrid", "noor", "tomas"]
    assert rings(cast, seconds=30) == []


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
    assert rings(cast, seconds=30) == ["ingrid", "noor", "tomas"]


def test_each_clock_rings_once_when_it_is_due(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    everybody = ["ingrid", "noor", "tomas"]
    assert rings(cast, minutes=10) == everybody  # nobody has claimed it
    assert rings(cast, minutes=1) == []
    cast.open(case, "noor")
    cast.do(respond.claim, case, "noor")
    assert rings(cast, minutes=1) == []
    assert rings(cast, hours=1) == everybody  # nobody has answered
    cast.do(respond.add_note, case, "noor", text="I could not reach them.")
    assert rings(cast, hours=1) == []
    assert rings(cast, hours=12) == everybody  # nobody has met
    assert rings(cast, days=5) == []


def test_what_was_done_in_time_does_not_ring(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    cast.walk_to_closed(case)
    assert rings(cast, days=10) == []
    assert rings(cast, days=5) == ["ingrid", "noor", "tomas"]  # the committee has heard nothing
    assert rings(cast, days=5) == []


def test_a_message_of_the_reporter_rings(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    cast.open(case, "noor")
    for once in ("one", "two"):
        thread = open_thread(cast.receipts[-1].code, event=cast.event)
        receive.write_message(thread, text="One more thing.", once=once, at=cast.later(seconds=1))
        assert rings(cast, seconds=1) == ["ingrid", "noor", "tomas"]
        assert rings(cast, seconds=1) == []


def test_whoever_stepped_back_hears_no_more(cast, mailoutbox):
    case = cast.report()
    rings(cast, seconds=30)
    held = cast.read(case, "noor")
    respond.step_back(held, stand_in=cast.kwame.member, at=cast.later(seconds=1))
    assert rings(cast, minutes=20) == ["ingrid", "kwame", "tomas"]


def test_a_notice_that_no_server_took_rings_again(cast, mailoutbox, monkeypatch):
    cast.report()
    with monkeypatch.context() as down:
        down.setattr("trivet.post.EmailMessage.send", _down)
        assert rings(cast, seconds=30) == []
    assert rings(cast, seconds=30) == ["ingrid", "noor", "tomas"]
    assert not Clock.objects.filter(noticed=0).exists()


def _down(message):
    raise ConnectionRefusedError


def test_a_case_whose_holders_were_not_reached_rings_again_although_others_were(cast, mailoutbox, monkeypatch):
    unreachable = cast.report(leave_out=("noor", "ingrid"))  # tomas and kwame
    reached = cast.report(leave_out=("tomas", "kwame"))
    send, down = notices.post.send_notice, {"tomas@conf.example", "kwame@conf.example"}
    monkeypatch.setattr(notices.post, "send_notice", lambda address: address not in down and send(address))
    assert rings(cast, seconds=30) == ["ingrid", "noor"]
    assert rings(cast, seconds=30) == []
    down.clear()
    assert rings(cast, seconds=30) == ["kwame", "tomas"]
    assert rings(cast, seconds=30) == []
    assert unreachable != reached
