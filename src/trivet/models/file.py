"""The case file: its entries in order, and what follows from them."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from .decision import Agreement, Decision, Meeting
from .entry import Entry
from .outcome import Closing, Reopening
from .report import GONE, BroughtIn, Cleared, Joined, Report, SafetyCall, Withheld
from .response import Claim, HandOver, Hold, HoldEnded, Message, Permission

E = TypeVar("E", bound=Entry)
RECEIVED, MEETING, DECIDED, CLOSED = STATES = ("received", "meeting", "decided", "closed")


@dataclass(frozen=True)
class CaseFile:
    """All entries that a holder can read, oldest first. Pure: the same entries, the same answers."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: list[Entry]) -> "CaseFile":
        return cls(tuple(sorted(entries, key=lambda entry: entry.at)))

    def having(self, *more: Entry) -> "CaseFile":
        """The file as it would be with more entries."""
        return CaseFile.of([*self.entries, *more])

    def all(self, kind: type[E]) -> list[E]:
        return [entry for entry in self.entries if isinstance(entry, kind)]

    def last(self, kind: type[E]) -> E | None:
        return next((entry for entry in reversed(self.entries) if isinstance(entry, kind)), None)

    def since_reopening(self, kind: type[E]) -> list[E]:
        """Entries of a kind that count now: a reopened case is decided anew."""
        start = max(self._last_index(Reopening), 0)
        return [entry for entry in self.entries[start:] if isinstance(entry, kind)]

    def named(self, entry_id: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    @cached_property
    def report(self) -> Report:
        """The first report: the one that the case was made of."""
        joined = {entry.report for entry in self.all(Joined)}
        return next(report for report in self.all(Report) if report.id not in joined)

    @property
    def reports(self) -> list[Report]:
        """Every account, the first report's first."""
        return [self.report, *(report for report in self.all(Report) if report.id != self.report.id)]

    @cached_property
    def joined(self) -> dict[str, Joined]:
        """How each report that came from a case of its own was joined."""
        return {entry.report: entry for entry in self.all(Joined)}

    def conversation_of(self, report: Report) -> str:
        """Whose conversation an account belongs to; none is the first one."""
        return self.joined[report.id].conversation if report.id in self.joined else ""

    def in_conversation(self, conversation: str, kind: type[E]) -> list[E]:
        """What was said in one conversation; the first has no name here."""
        others = {entry.conversation for entry in self.joined.values()}
        of = {entry.id: c if (c := getattr(entry, "conversation", "")) in others else "" for entry in self.all(kind)}
        return [entry for entry in self.all(kind) if of[entry.id] == conversation]

    @property
    def code_name(self) -> str:
        return self.report.code_name

    @property
    def claimed_by(self) -> str | None:
        """Who said last that they have it, unless they are gone since."""
        has = None
        for entry in self.entries:
            if isinstance(entry, Claim):
                has = entry.by
            elif isinstance(entry, Withheld) and entry.why in GONE and entry.member == has:
                has = None
        return has

    @property
    def handed_to(self) -> str | None:
        """Whom somebody who has it asked to have it, as long as they have not said so and are not gone."""
        handed = self.last(HandOver)
        waits = handed and self._last_index(Claim) < self._last_index(HandOver) and handed.member not in self.gone
        return handed.member if handed and waits else None

    @cached_property
    def gone(self) -> set[str]:
        """Members who held this case and hold it no more, or were excluded before they could."""
        gone: set[str] = set()
        for entry in self.entries:
            if isinstance(entry, Withheld) and entry.why in GONE:
                gone.add(entry.member)
            elif isinstance(entry, BroughtIn | Cleared):
                gone.discard(entry.member)
        return gone

    @property
    def state(self) -> str:
        if self._last_index(Closing) > self._last_index(Reopening):
            return CLOSED
        if self.agreed:
            return DECIDED
        return MEETING if self.last(Meeting) or self.last(Reopening) else RECEIVED

    @property
    def goes_on(self) -> bool:
        """Whether the reporter said so last, and nobody has asked about danger since."""
        return self._last_index(SafetyCall) < max(
            (i for i, entry in enumerate(self.entries) if isinstance(entry, Message) and entry.goes_on), default=-1
        )

    @property
    def in_danger(self) -> bool:
        """Whether somebody was, or may have been, when it was last asked."""
        asked = self.last(SafetyCall)
        return asked is not None and asked.danger != "no"

    @property
    def permissions(self) -> list[Permission]:
        return self.all(Permission)

    @property
    def on_hold(self) -> bool:
        return self._last_index(Hold) > self._last_index(HoldEnded)

    @property
    def answered(self) -> dict[str, Agreement]:
        """The second holder's answer to each decision."""
        return {agreement.of: agreement for agreement in self.since_reopening(Agreement)}

    @property
    def proposed(self) -> Decision | None:
        """A decision that waits for its second holder; gone with whoever proposed it."""
        decision = next(reversed(self.since_reopening(Decision)), None)
        if decision is None or decision.id in self.answered or decision.by in self.gone:
            return None
        return decision

    @property
    def agreed(self) -> Decision | None:
        """The decision that stands."""
        agreed = [d for d in self.since_reopening(Decision) if d.id in self.answered and self.answered[d.id].agrees]
        return agreed[-1] if agreed else None

    def agreement_to(self, decision: Decision) -> Agreement:
        return self.answered[decision.id]

    def _last_index(self, kind: type[Entry]) -> int:
        return max((i for i, entry in enumerate(self.entries) if isinstance(entry, kind)), default=-1)
