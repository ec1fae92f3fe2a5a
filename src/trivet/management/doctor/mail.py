"""Mail: whether a server takes what Trivet would send. Nothing is sent."""

from collections.abc import Iterator
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend

from trivet import post

from . import Finding, bad, good, worse

PATIENCE = 10  # seconds


def server(at: datetime, *, for_real: bool) -> Iterator[Finding]:
    """Connects, says hello, signs in where that is asked for, and says goodbye."""
    connection = get_connection(timeout=PATIENCE)
    if not isinstance(connection, EmailBackend):
        yield Finding(worse(for_real), "There is no mail: notices reach nobody.", "Set EMAIL_URL.")
        return
    try:
        connection.open()
        code, _ = connection.connection.noop()  # type: ignore[union-attr]
        connection.close()
    except (OSError, SMTPException) as problem:
        yield bad(f"The mail server does not answer as it should: {type(problem).__name__}.", "Look at EMAIL_URL.")
        return
    if code != 250:
        yield bad(f"The mail server answers {code}.", "Look at its log.")
    else:
        yield good("The mail server answers.")


def sender(at: datetime, *, for_real: bool) -> Iterator[Finding]:
    """Whether mail comes from an address that exists."""
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield Finding(worse(for_real), "Mail would come from nowhere.", "Set TRIVET_MAIL_FROM.")


def trial(at: datetime, *, address: str) -> Iterator[Finding]:
    """Sends one mail without content, when somebody asked for it."""
    if post.send_trial(address):
        yield good("A trial mail was handed over; look whether it arrives.")
    else:
        yield bad("A trial mail could not be handed over.", "Look at EMAIL_URL and TRIVET_MAIL_FROM.")
