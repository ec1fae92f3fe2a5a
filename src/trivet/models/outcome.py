"""Closing, and the brief record that stays."""

from dataclasses import dataclass
from datetime import datetime

from .entry import Entry

NOTED = "noted"


@dataclass(frozen=True, kw_only=True)
class Closing(Entry):
    """The case is closed. ``committee`` says whether there is one to report it to."""

    kind = "closing"
    committee: bool = True


@dataclass(frozen=True, kw_only=True)
class Reopening(Entry):
    """The case is taken up again, from the meeting on."""

    kind = "reopening"
    because: str


@dataclass(frozen=True, kw_only=True)
class Outcome(Entry):
    """The outcome record: brief, and kept by policy after everything else is destroyed."""

    kind = "outcome"
    scope = "outcome"
    code_name: str
    outcome: str
    reporter: str
    handled_by: list[str]
    when_and_where: str
    what_happened: str
    action: str
    who_knows: str
    purge_at: datetime | None
