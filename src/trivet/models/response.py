"""The first hour: who has it, what was said, what keeps people safe."""

from dataclasses import dataclass
from datetime import datetime

from .attachment import Attachment
from .entry import REPORTER, Entry, InConversation
from .letter import REPORTER_TOLD


@dataclass(frozen=True, kw_only=True)
class Claim(Entry):
    """ "I have it." """

    kind = "claim"


@dataclass(frozen=True, kw_only=True)
class HandOver(Entry):
    """Somebody who has it asks another holder to have it from now on; it is theirs once they say so."""

    kind = "hand-over"
    member: str


@dataclass(frozen=True, kw_only=True)
class Note(Entry):
    """For the holders only."""

    kind = "note"
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Message(InConversation, Entry):
    """One message of the conversation between the reporter and the team."""

    kind = "message"
    scope = "thread"
    text: str
    goes_on: bool = False  # it has not stopped, or somebody gets back at them
    form: bool = False  # the report form sent again: the team reads it, the page of the reporter does not show it
    attachments: tuple[Attachment, ...] = ()  # the reporter cannot have them back

    @property
    def from_reporter(self) -> bool:
        return self.by == REPORTER


@dataclass(frozen=True, kw_only=True)
class Words(InConversation, Entry):
    """Something said, face to face or on the telephone, with somebody: said to the reporter, it answers them."""

    kind = "words"
    text: str
    to: str = REPORTER_TOLD  # or AFFECTED, REPORTED, SOMEBODY


@dataclass(frozen=True, kw_only=True)
class Approach(Entry):
    """Whether ("yes", "no") and how to approach an affected person who was reported about, as one holder sees it."""

    kind = "approach"
    whether: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Permission(Entry):
    """Who may be told what; allowed by the affected person or the reporter."""

    kind = "permission"
    to: str
    what: str
    given_by: str


@dataclass(frozen=True, kw_only=True)
class SafetyPlan(Entry):
    """What was agreed to keep the affected person safe: agreed, declined or unreachable.

    ``look`` says which of the dates it was: "telling" (before the reported person is told), "outcome",
    "morning", "weeks"; none for a plan in between.
    """

    kind = "safety-plan"
    answer: str
    steps: str = ""
    look: str = ""


@dataclass(frozen=True, kw_only=True)
class Interim(Entry):
    """One member acted alone for now: what, who did it and when, and why it could not wait."""

    kind = "interim"
    what: str
    who: str
    taken_at: datetime
    why: str


@dataclass(frozen=True, kw_only=True)
class Hold(Entry):
    """The affected person wants no further step for now."""

    kind = "hold"
    because: str


@dataclass(frozen=True, kw_only=True)
class HoldEnded(Entry):
    """The clocks run again: "asked" for, or overridden for danger, child, law or risk."""

    kind = "hold-ended"
    why: str
    because: str
    affected_told: bool = False


@dataclass(frozen=True, kw_only=True)
class Review(Entry):
    """A second holder looked at something done alone, or against the procedure."""

    kind = "review"
    of: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Hearing(Entry):
    """The reported person's side: heard, declined, deferred, or nobody could be identified."""

    kind = "hearing"
    way: str
    safe_to_tell: bool = False
    statement: str = ""
    because: str = ""
    until: datetime | None = None
    carried_by: str = ""  # the member who brings it into the meeting; else whoever recorded it

    @property
    def carrier(self) -> str:
        return self.carried_by or self.by
