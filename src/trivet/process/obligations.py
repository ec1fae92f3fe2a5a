"""What is owed on a case, and when: pure, from the file alone.

Each rule is one row of the process: what is owed, when it arose, by when, and what met it. The
kind of a duty is also the name of the page where it is met.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from trivet.access.cases import Due
from trivet.models import CaseFile, Entry
from trivet.models.decision import WARNING, Decision, Meeting, Warned
from trivet.models.letter import AFFECTED, REPORTED, REPORTER_TOLD, CommitteeReport, Sent, Told
from trivet.models.outcome import Closing, Reopening
from trivet.models.report import Report, SafetyCall
from trivet.models.response import Claim, Hearing, Hold, HoldEnded, Message, Review, SafetyPlan, Words

from .policy import clocks


@dataclass(frozen=True)
class Owed:
    """One duty. ``party`` is set where the same duty is owed to several; ``of`` names an entry."""

    kind: str
    due: datetime
    met_at: datetime | None = None
    party: str = ""
    of: str = field(default="", compare=False)

    @property
    def open(self) -> bool:
        return self.met_at is None


def obligations(file: CaseFile) -> list[Owed]:
    """Every duty that arose, met or not, the most urgent first."""
    duties = [*_first_hour(file), *_conversation(file), *_reviews(file)]
    if not file.on_hold:
        duties += [*_meeting(file), *_decision(file), *_outcome(file)]
    duties += _after_closing(file)
    return sorted(duties, key=lambda owed: (owed.due, owed.kind))


def owed(file: CaseFile) -> list[Owed]:
    """What is still to be done."""
    return [duty for duty in obligations(file) if duty.open]


def owed_before_closing(file: CaseFile) -> list[Owed]:
    """What stands in the way of closing."""
    return [duty for duty in owed(file) if duty.kind != "committee"]


def as_clocks(duties: list[Owed], *, closed: bool) -> list[Due]:
    """Duties as the store may know them. Once a case is closed, what was met is known by month."""
    return [
        Due(_month(duty.due), _month(duty.met_at)) if closed and duty.met_at else Due(duty.due, duty.met_at)
        for duty in duties
    ]


def _first_hour(file: CaseFile) -> Iterator[Owed]:
    for report in file.all(Report):
        policy = clocks(report.during)
        yield Owed("safety-call", report.at + policy.safety_call, _met(file, report, SafetyCall))
        claims = [claim.at for claim in file.all(Claim) if claim.by not in file.stepped_back]
        yield Owed("claim", report.at + policy.claim, claims[0] if claims else None)


def _conversation(file: CaseFile) -> Iterator[Owed]:
    """Whoever writes hears back; after the first contact, what keeps them safe is agreed."""
    theirs = [entry for entry in file.entries if _from_reporter(entry)]
    ours = [entry for entry in file.entries if isinstance(entry, Words) or _from_team(entry)]
    for entry in theirs:
        answer = next((ours_.at for ours_ in ours if ours_.at >= entry.at), None)
        yield Owed("acknowledge", entry.at + clocks(entry.during).acknowledge, answer)
    if ours:
        first = ours[0]
        yield Owed("safety-plan", first.at + clocks(first.during).safety_plan, _first(file, SafetyPlan))


def _meeting(file: CaseFile) -> Iterator[Owed]:
    report = file.report
    due = report.at + clocks(report.during).meet + _time_on_hold(file, report.at)
    yield Owed("meeting", due, _first(file, Meeting))
    hearings = file.all(Hearing)
    settled = next((hearing.at for hearing in hearings if hearing.way != "deferred"), None)
    deferred = [hearing.until for hearing in hearings if hearing.way == "deferred" and hearing.until]
    yield Owed("hearing", deferred[-1] if deferred else due, settled)


def _decision(file: CaseFile) -> Iterator[Owed]:
    """A decision stands when a second holder agreed; reopening asks for another."""
    meetings = file.all(Meeting)
    if not meetings:
        return
    reopened = file.last(Reopening)
    start: Entry = reopened or meetings[-1]
    due = start.at + clocks(start.during).decide_again if reopened else meetings[-1].decide_by
    met = file.agreement_to(file.agreed).at if file.agreed else None
    yield Owed("decision", due + _time_on_hold(file, start.at), met)
    decision = file.agreed
    if decision and decision.outcome == WARNING:
        agreed_at = file.agreement_to(decision).at
        due = decision.warn_by or agreed_at + clocks(decision.during).tell_reported
        yield Owed("warning", due + _time_on_hold(file, agreed_at), _first_since(file, Warned, decision))


def _outcome(file: CaseFile) -> Iterator[Owed]:
    """The reported person hears first; who was affected, and who reported, after action."""
    decision = file.agreed
    if not decision:
        return
    agreed = file.agreement_to(decision)
    due = agreed.at + clocks(agreed.during).tell_reported + _time_on_hold(file, agreed.at)
    if person_known(file):
        yield Owed("told", due, _told(file, decision, REPORTED), party=REPORTED)
    acted = acted_at(file)
    if acted is None:
        return
    due = acted + clocks(agreed.during).tell_affected + _time_on_hold(file, acted)
    yield Owed("told", due, _told(file, decision, AFFECTED), party=AFFECTED)
    if not file.report.by_the_affected_person:
        yield Owed("told", due, _told(file, decision, REPORTER_TOLD), party=REPORTER_TOLD)


def _reviews(file: CaseFile) -> Iterator[Owed]:
    """What was done against the procedure is looked at by somebody else."""
    reviewed = {review.of: review.at for review in file.all(Review)}
    for entry in file.entries:
        if entry.against:
            yield Owed("review", entry.at + clocks(entry.during).review, reviewed.get(entry.id), of=entry.id)


def _after_closing(file: CaseFile) -> Iterator[Owed]:
    closing = file.last(Closing)
    if closing and file.state == "closed":
        reports = {report.id for report in file.all(CommitteeReport)}
        sent = next((entry.at for entry in file.all(Sent) if entry.of in reports), None)
        yield Owed("committee", closing.at + clocks(closing.during).committee, sent)


def person_known(file: CaseFile) -> bool:
    """Whether there is a reported person whom one can talk to."""
    hearing = file.last(Hearing)
    return hearing is not None and hearing.way in ("heard", "declined", "deferred")


def acted_at(file: CaseFile) -> datetime | None:
    """When action was taken, or decided that there is none to take; None before."""
    decision = file.agreed
    if not decision:
        return None
    if decision.outcome == WARNING:
        return _first_since(file, Warned, decision)
    return file.agreement_to(decision).at


def _from_reporter(entry: Entry) -> bool:
    return isinstance(entry, Report) or (isinstance(entry, Message) and entry.from_reporter)


def _from_team(entry: Entry) -> bool:
    return isinstance(entry, Message) and not entry.from_reporter


def _first(file: CaseFile, kind: type[Entry]) -> datetime | None:
    return next((entry.at for entry in file.all(kind)), None)


def _met(file: CaseFile, since: Entry, kind: type[Entry]) -> datetime | None:
    return next((entry.at for entry in file.all(kind) if entry.at >= since.at), None)


def _first_since(file: CaseFile, kind: type[Entry], decision: Decision) -> datetime | None:
    return _met(file, decision, kind)


def _told(file: CaseFile, decision: Decision, party: str) -> datetime | None:
    return next((t.at for t in file.all(Told) if t.party == party and t.at >= decision.at), None)


def _time_on_hold(file: CaseFile, since: datetime) -> timedelta:
    """How long the clocks stood still after a moment; a hold that lasts counts when it ends."""
    still, start = timedelta(), None
    for entry in file.entries:
        if isinstance(entry, Hold) and start is None:
            start = entry.at
        elif isinstance(entry, HoldEnded) and start is not None:
            still += max(entry.at - max(start, since), timedelta())
            start = None
    return still


def _month(at: datetime) -> datetime:
    return at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
