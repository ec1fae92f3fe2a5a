"""A conversation as the reporter reads it: their words, the team's, and whether it was opened."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from trivet.access.threads import OpenThread
from trivet.models.report import Seen
from trivet.models.response import Message


def spoken(thread: OpenThread) -> list[dict[str, Any]]:
    """The messages, oldest first. The team speaks as one; no member is named."""
    return [
        {
            "from_team": not message.from_reporter,
            "who": _("You") if message.from_reporter else _("The team"),
            "at": message.at,
            "files": len(message.attachments),
            "body": _("You sent the form again, with changes.") if message.form else message.text,
        }
        for message in thread.entries
        if isinstance(message, Message)
    ]


def seen_at(thread: OpenThread) -> datetime | None:
    """When somebody of the team first opened the report."""
    return next((entry.at for entry in thread.entries if isinstance(entry, Seen)), None)
