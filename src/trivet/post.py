"""The only way mail leaves. A notice says nothing; a letter is addressed to whoever may read it."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

log = logging.getLogger("trivet.post")


def send_notice(address: str) -> bool:
    """Tell a member that something needs them. Every notice is the same."""
    text = _("Something in Trivet needs you.\n\n{link}\n").format(link=f"{settings.PUBLIC_URL}/cases/")
    return _send(_("Trivet needs you"), text, address)


def send_trial(address: str) -> bool:
    """See whether mail arrives, for whoever runs the server."""
    return _send(_("Trivet can send mail"), _("This mail was sent to try whether mail arrives. It does.\n"), address)


def send_letter(address: str, text: str) -> bool:
    """Send a text to the party it was written for, in clear. A second holder has read it."""
    return _send(_("Report of an incident, for your records"), text, address)


def _send(subject: str, text: str, address: str) -> bool:
    """Whether the mail left; a mail server that fails is logged without address or content."""
    try:
        EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [address]).send()
    except (OSError, SMTPException, ValueError):
        log.warning("mail-not-sent")
        return False
    return True
