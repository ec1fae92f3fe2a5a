"""What is told to the parties, and to the committee."""

from dataclasses import dataclass

from .entry import Entry, InConversation

REPORTED, AFFECTED, REPORTER_TOLD, SOMEBODY = "reported", "affected", "reporter", "somebody"


@dataclass(frozen=True, kw_only=True)
class Told(InConversation, Entry):
    """A party heard the outcome: in "words", by "message", or "not", because."""

    kind = "told"
    party: str
    way: str
    text: str = ""
    appeal: str = ""
    because: str = ""


@dataclass(frozen=True, kw_only=True)
class CommitteeReport(Entry):
    """The one report of this case to the foundation's committee."""

    kind = "committee-report"
    text: str


@dataclass(frozen=True, kw_only=True)
class SecondReading(Entry):
    """A second holder read a text that leaves the team, and clears it or does not."""

    kind = "second-reading"
    of: str
    clears: bool
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Sent(Entry):
    """A cleared text left the team."""

    kind = "sent"
    of: str


@dataclass(frozen=True, kw_only=True)
class Acknowledged(Entry):
    """Its reader answered that it arrived."""

    kind = "acknowledged"
    of: str
