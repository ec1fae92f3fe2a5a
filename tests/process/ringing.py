"""Who is rung, and what makes a case ring."""

from contextlib import contextmanager

from django.core import mail

from trivet.access.threads import open_thread
from trivet.process import notices, receive, respond

PAIR, EVERYBODY = ["noor", "tomas"], ["ingrid", "noor", "tomas"]


def rings(cast, **later):
    """Who hears from the next tick, by name."""
    mail.outbox.clear()
    sent = notices.ring(cast.later(**later))
    assert sent == len(mail.outbox)
    return sorted(to.split("@")[0] for message in mail.outbox for to in message.to)


@contextmanager
def mail_down(monkeypatch):
    """While no mail server takes anything."""

    def refuse(message):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr("trivet.post.EmailMessage.send", refuse)
        yield


def answer(cast, case, who="noor"):
    """Somebody opens the report and takes it on."""
    cast.open(case, who)
    cast.do(respond.claim, case, who)


def writes(cast, once, *, goes_on=False):
    """The reporter of the last report writes more."""
    thread = open_thread(cast.receipts[-1].code, event=cast.event)
    receive.write_message(thread, text="One more thing.", once=once, goes_on=goes_on, at=cast.later(seconds=1))
