"""The meeting, what it decided, and what was carried out."""

from dataclasses import dataclass
from datetime import datetime

from .entry import Entry

WARNING, NO_VIOLATION, NO_ACTION = "warning", "no-violation", "no-action"


@dataclass(frozen=True, kw_only=True)
class Meeting(Entry):
    """Who was there and the four answers. ``present`` are member ids, ``sides`` roles."""

    kind = "meeting"
    held_at: datetime
    present: list[str]
    sides: list[str]
    widely_witnessed: bool
    carries_side: str
    what_happened: str
    doing: str
    who_does: str
    decide_by: datetime
    others: str = ""  # who else was in the room, as they were named


@dataclass(frozen=True, kw_only=True)
class Decision(Entry):
    """A proposal: nothing is decided until a second holder agrees."""

    kind = "decision"
    outcome: str
    reasons: str
    safety: str
    expected: str = ""
    warn_by: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Agreement(Entry):
    """A second holder's answer to a decision."""

    kind = "agreement"
    of: str
    agrees: bool
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Warned(Entry):
    """A warning was given. ``givers`` are the names of those who gave it."""

    kind = "warned"
    given_at: datetime
    givers: list[str]
    private_place: bool
    said: str
    reaction: str = ""
