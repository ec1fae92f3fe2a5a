"""What a line of the timeline is made of."""

from collections.abc import Callable
from typing import Any

from trivet.models import Entry

Names = dict[str, str]  # of members and of reports, by their ids
Line = tuple[str, str, str]  # picture, title, body
Lines = dict[type[Entry], Callable[[Any, Names], Line]]


def on_lines(*parts: str) -> str:
    """Those that say something, each on a line of its own."""
    return "\n".join(part for part in parts if part)


def plain(picture: str, title: Callable[[], str], body: str = "") -> Callable[[Any, Names], Line]:
    """A line whose title is always the same; ``body`` names the field that is its text."""
    return lambda entry, names: (picture, title(), getattr(entry, body) if body else "")
