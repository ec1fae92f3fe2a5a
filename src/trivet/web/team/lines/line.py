"""What a line of the timeline is made of."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from trivet.models import Entry

Names = dict[str, str]  # of members and of reports, by their ids
Line = tuple[str, str, str]  # picture, title, body
Lines = dict[type[Entry], Callable[[Any, Names], Line]]


def at_moment(at: datetime) -> str:
    """A day and a time at the venue, of 24 hours like every other on the page."""
    return date_format(timezone.localtime(at), "j M Y, H:i")


def on_lines(*parts: str) -> str:
    """Those that say something, each on a line of its own."""
    return "\n".join(part for part in parts if part)


def plain(picture: str, title: Callable[[], str], body: str = "") -> Callable[[Any, Names], Line]:
    """A line whose title is always the same; ``body`` names the field that is its text."""
    return lambda entry, names: (picture, title(), getattr(entry, body) if body else "")
