"""A case file entry by entry, at hours after the report; and what is owed on it."""

from datetime import datetime, timedelta
from typing import Any

from cast import NOW
from trivet.models import REPORTER, CaseFile, Entry
from trivet.models.decision import Agreement, Decision, Meeting, Warned
from trivet.models.letter import CommitteeReport, Sent, Told
from trivet.models.outcome import Closing, Reopening
from trivet.models.report import Report, SafetyCall, Withheld
from trivet.models.response import (
    Approach,
    Claim,
    Hearing,
    Hold,
    HoldEnded,
    Interim,
    Message,
    Review,
    SafetyPlan,
    Words,
)
from trivet.models.task import Task, TaskDone
from trivet.process.obligations import Owed, obligations

USUAL: dict[type[Entry], dict[str, Any]] = {
    Report: {"code_name": "Quiet Heron", "what_happened": "A shout."},
    SafetyCall: {"danger": "no"},
    Claim: {},
    Message: {"text": "Thank you."},
    Words: {"text": "We spoke."},
    Approach: {"whether": "yes", "how": "A friend asks them."},
    SafetyPlan: {"answer": "declined"},
    Interim: {"what": "Asked to leave.", "who": "noor", "taken_at": NOW, "why": "It was loud."},
    Hold: {"because": "They asked."},
    HoldEnded: {"why": "asked", "because": "They asked."},
    Review: {"text": "I see."},
    Hearing: {"way": "heard", "safe_to_tell": True},
    Meeting: {
        "present": [], "sides": [], "widely_witnessed": False, "carries_side": "", "what_happened": "", "doing": "",
        "who_does": "",
    },
    Task: {"what": "A second room.", "owner": "noor", "due": NOW + timedelta(hours=9)},
    TaskDone: {"what": "A second room.", "done_at": NOW},
    Decision: {"outcome": "no-action", "reasons": "", "safety": ""},
    Agreement: {"agrees": True},
    Warned: {"givers": ["one", "two"], "private_place": True, "said": "Stop."},
    Told: {"way": "words", "text": "So it is."},
    Closing: {},
    Reopening: {"because": "There is more."},
    CommitteeReport: {"text": "It was so."},
    Sent: {},
    Withheld: {"why": "stepped-back"},
}  # fmt: skip


def hours(number: float) -> datetime:
    return NOW + timedelta(hours=number)


class StoryOf:
    """``during``: whether the event was running when the report came in, and still is."""

    def __init__(self, *, during: bool = True, relation: str = "me") -> None:
        self.during = during
        self.entries: list[Entry] = []
        self.add(Report, 0, by=REPORTER, relation=relation)

    def add(self, kind: type[Entry], at: float, *, by: str = "noor", **more: Any) -> Entry:
        fields = {**USUAL[kind], "during": self.during, **more}
        if kind is Meeting:
            fields = {"held_at": hours(at), "decide_by": hours(at + 2), **fields}
        if kind is Warned:
            fields = {"given_at": hours(at), **fields}
        entry = kind(by=by, at=hours(at), **fields)
        self.entries.append(entry)
        return entry

    def decided(self, at: float, **more: Any) -> Entry:
        """Proposed, and agreed half an hour later."""
        decision = self.add(Decision, at - 0.5, **more)
        return self.add(Agreement, at, by="tomas", of=decision.id)

    @property
    def file(self) -> CaseFile:
        return CaseFile.of(self.entries)

    def owed(self, kind: str, party: str = "") -> Owed | None:
        """The one duty of that kind, if it arose."""
        found = [duty for duty in obligations(self.file) if (duty.kind, duty.party) == (kind, party)]
        assert len(found) <= 1
        return found[0] if found else None

    def due(self, kind: str, party: str = "") -> datetime | None:
        duty = self.owed(kind, party)
        return duty.due if duty else None

    def met(self, kind: str, party: str = "") -> datetime | None:
        duty = self.owed(kind, party)
        return duty.met_at if duty else None
