"""What comes in, and how it is opened."""

from dataclasses import dataclass
from datetime import datetime

from .attachment import Attachment
from .entry import Entry, InConversation

LEFT_OUT, NAMED, STEPPED_BACK = "left-out", "named", "stepped-back"
EXCLUDED = "excluded"  # by another holder
LEFT = "left"  # the team, and the case with it
HANDED_OVER = "handed-over"  # somebody of a new team has it instead
RETALIATION = "retaliation"
CONFLICTS = (LEFT_OUT, NAMED, STEPPED_BACK, EXCLUDED)
GONE = (STEPPED_BACK, EXCLUDED, LEFT, HANDED_OVER)


@dataclass(frozen=True, kw_only=True)
class Report(Entry):
    """One person's account. Only ``what_happened`` is ever required."""

    kind = "report"

    code_name: str
    what_happened: str
    in_danger: str = ""
    who: str = ""
    recognise: str = ""  # clothing, badge: where no name is known
    when: str = ""
    where: str = ""
    circumstances: str = ""
    others: str = ""
    still_happening: str = ""
    relation: str = ""
    affected_knows: str = ""
    team_may_meet: str = ""
    contact: str = ""
    safe_contact: str = ""
    language: str = ""
    access_needs: str = ""
    taken_down_by: str = ""  # the name of the member who wrote this down for the person who told them
    helper: str = ""  # or what somebody with a day link calls themselves
    attachments: tuple[Attachment, ...] = ()

    @property
    def names(self) -> str:
        """What they wrote about who was there."""
        return "\n".join(part for part in (self.who, self.recognise, self.others) if part)

    @property
    def writer(self) -> str:
        """Who wrote it down, where that isn't the reporter."""
        return self.taken_down_by or self.helper

    @property
    def by_the_affected_person(self) -> bool:
        return self.relation in ("", "me", RETALIATION)

    @property
    def is_retaliation(self) -> bool:
        """Whether somebody gets back at them for an earlier report of the case."""
        return self.relation == RETALIATION


@dataclass(frozen=True, kw_only=True)
class Envelope(Report):
    """A report that a telephone sealed, before any holder has opened it: ``parts`` has it for each of them.

    Until then it is a report that says no more than that. ``helper_called`` is how its writer is named.
    """

    kind = "envelope"

    parts: dict[str, str]
    helper_called: str = "{name}"


@dataclass(frozen=True, kw_only=True)
class KeptOnPhone(Entry):
    """A report lay sealed on a telephone for lack of a network; ``written_at`` is that telephone's time."""

    kind = "kept-on-phone"
    written_at: datetime


@dataclass(frozen=True, kw_only=True)
class PerhapsAProgram(Entry):
    """A field of the form that nobody sees was filled in: perhaps by a program. The report counts all the same."""

    kind = "perhaps-a-program"


@dataclass(frozen=True, kw_only=True)
class SentForm(InConversation, Entry):
    """What a form said when it was sent, as a digest: the same form again adds nothing."""

    kind = "sent-form"
    scope = "thread"
    digest: str


@dataclass(frozen=True, kw_only=True)
class Withheld(Entry):
    """A member gets no key: left out by the reporter, named in the report, or gone since."""

    kind = "withheld"
    member: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Cleared(Entry):
    """Another holder found that a member is not the person named, and let them in."""

    kind = "cleared"
    member: str


@dataclass(frozen=True, kw_only=True)
class BroughtIn(Entry):
    """A further member was given the case."""

    kind = "brought-in"
    member: str


@dataclass(frozen=True, kw_only=True)
class SafetyCall(Entry):
    """Is anyone in danger, or in doubt? ``done`` says who was called; ``police``, whether police were asked for."""

    kind = "safety-call"
    danger: str
    done: str = ""
    police: str = ""


@dataclass(frozen=True, kw_only=True)
class NoConflict(Entry):
    """A holder has read the names and may go on."""

    kind = "no-conflict"


@dataclass(frozen=True, kw_only=True)
class Opened(Entry):
    """A holder read the account for the first time."""

    kind = "opened"


@dataclass(frozen=True, kw_only=True)
class Seen(InConversation, Entry):
    """The same, as the reporter may know it."""

    kind = "seen"
    scope = "thread"


@dataclass(frozen=True, kw_only=True)
class Joined(InConversation, Entry):
    """A further report belongs to this case, and its author's conversation with it.

    ``came`` are the ids of the entries that came along, ``before`` those that counted only where it was, as they
    were written; ``read_by`` are the members who had read it there.
    """

    kind = "joined"
    report: str
    came: list[str]
    before: list[str]
    read_by: list[str]


@dataclass(frozen=True, kw_only=True)
class Parted(Entry):
    """A report that had been joined has a case of its own again."""

    kind = "parted"
    code_name: str


@dataclass(frozen=True, kw_only=True)
class EarlierJournal(Entry):
    """Who did what with a report while it was elsewhere: member, what and when of each line."""

    kind = "earlier-journal"
    lines: list[tuple[str, str, datetime]]


@dataclass(frozen=True, kw_only=True)
class Names(Entry):
    """Somebody was identified, or a name was added: every holder is asked about conflict again."""

    kind = "names"
    names: str
    role: str
