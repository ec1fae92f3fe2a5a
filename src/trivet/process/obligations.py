"""What is owed on a case, and when: pure, from the file alone.

Each rule is one row of the process: what is owed, when it arose, by when, and what met it. The
kind of a duty is also the name of the page where it is met.
"""

from collections.abc import Iterator
from datetime import datetime

from trivet.access.cases import Due
from trivet.models import REPORTER, CaseFile, Entry
from trivet.models.decision import WARNING, Meeting, Warned
from trivet.models.file import CLOSED
from trivet.models.letter import AFFECTED, REPORTED, REPORTER_TOLD, Sent
from trivet.models.outcome import Closing, Reopening
from trivet.models.report import Report, SafetyCall
from trivet.models.response import Claim, HandOver, Hearing, Interim, Message, Review, SafetyPlan, Words
from trivet.models.task import Task, TaskDone

from .facts import (
    acted,
    approach,
    first_at,
    may_be_told,
    person_known,
    taken_on,
    time_on_hold,
    told_at,
    unclaimed_since,
    waits_for_approach,
)
from .looks import LOOKED_AT, looks
from .owed import Owed as Owed
from .policy import clocks


def obligations(file: CaseFile) -> list[Owed]:
    """Every duty that arose, met or not, the most urgent first."""
    duties = [*_first_hour(file), *_conversation(file), *_reviews(file), *_tasks(file)]
    if not file.on_hold:
        duties += [*_meeting(file), *_hearing(file), *_decision(file), *_outcome(file)]
    duties += looks(file, duties)
    duties += _after_closing(file)
    return sorted(duties, key=lambda owed: (owed.due, owed.kind))


def owed(file: CaseFile) -> list[Owed]:
    """What is still to be done."""
    return [duty for duty in obligations(file) if duty.open]


def owed_before_closing(file: CaseFile) -> list[Owed]:
    """What stands in the way of closing; a look at the safety plan is still owed afterwards."""
    return [duty for duty in owed(file) if duty.kind != "committee" and duty.kind not in LOOKED_AT]


def as_clocks(duties: list[Owed], *, closed: bool) -> list[Due]:
    """Duties as the store may know them. Once a case is closed, what was met is known by month."""
    return [
        Due(_month(duty.due), _month(duty.met_at)) if closed and duty.met_at else Due(duty.due, duty.met_at, duty.loud)
        for duty in duties
    ]


def _first_hour(file: CaseFile) -> Iterator[Owed]:
    for report in file.reports:
        called = first_at(file, SafetyCall, report.at)
        if report.id in file.joined:
            called = file.joined[report.id].at  # whoever joined it had asked where it came in
        yield Owed("safety-call", report.at + clocks(report.during).safety_call, called, loud=True)
    since = unclaimed_since(file, file.report)
    yield Owed("claim", since.at + clocks(since.during).claim, taken_on(file, since), loud=True)
    for handed in file.all(HandOver):
        answered = first_at(file, Claim, handed.at)
        if answered or file.handed_to:
            yield Owed("claim", handed.at + clocks(handed.during).claim, answered, loud=True)


def _conversation(file: CaseFile) -> Iterator[Owed]:
    """Whoever writes hears back; after the first contact with the affected person, what keeps them safe is agreed."""
    for report in file.reports:
        if report.by == REPORTER:
            yield from _answers(file, report)
    ours = _ours(file, "")
    settled = approach(file)
    if not file.report.by_the_affected_person:
        due = file.report.at + clocks(file.report.during).approach
        yield Owed("approach", due, settled.at if settled else None)
    first = ours[0] if file.report.by_the_affected_person and ours else settled
    if first and may_be_told(file):
        yield Owed("safety-plan", first.at + clocks(first.during).safety_plan, first_at(file, SafetyPlan))


def _answers(file: CaseFile, report: Report) -> Iterator[Owed]:
    """Each report and each message of its author's asks for a word from the team, in their conversation."""
    conversation = file.conversation_of(report)
    messages = [message for message in file.in_conversation(conversation, Message) if message.from_reporter]
    ours = _ours(file, conversation)
    for entry in (report, *messages):
        answer = next((said.at for said in ours if said.at >= entry.at), None)
        loud = _goes_on(entry)
        due = entry.at + clocks(entry.during).answer(loud)
        yield Owed("acknowledge", due, answer, of=report.id if conversation else "", loud=loud)


def _ours(file: CaseFile, conversation: str) -> list[Entry]:
    """What the team said to an author, written or spoken."""
    written = [message for message in file.in_conversation(conversation, Message) if not message.from_reporter]
    spoken = [words for words in file.in_conversation(conversation, Words) if words.to == REPORTER_TOLD]
    said: list[Entry] = [*written, *spoken]
    return sorted(said, key=lambda entry: entry.at)


def _meeting(file: CaseFile) -> Iterator[Owed]:
    report, met = file.report, first_at(file, Meeting)
    due = report.at + clocks(report.during).meet
    yield Owed("meeting", due + time_on_hold(file, report.at, met), met)


def _hearing(file: CaseFile) -> Iterator[Owed]:
    """Their side goes into the meeting, unless it was put off; not before it is settled whom to approach."""
    if waits_for_approach(file):
        return
    report, hearings = file.report, file.all(Hearing)
    since, due = report.at, report.at + clocks(report.during).meet
    for hearing in hearings:
        if hearing.way == "deferred" and hearing.until:
            since, due = hearing.at, hearing.until
    met = next((hearing.at for hearing in hearings if hearing.way != "deferred" and hearing.at >= since), None)
    yield Owed("hearing", due + time_on_hold(file, since, met), met)


def _decision(file: CaseFile) -> Iterator[Owed]:
    """A decision stands when a second holder agreed; reopening asks for another."""
    reopened, meetings = file.last(Reopening), file.since_reopening(Meeting)
    if meetings:
        since, due = meetings[-1].at, meetings[-1].decide_by
    elif reopened and file.last(Meeting):
        since, due = reopened.at, reopened.at + clocks(reopened.during).decide_again
    else:
        return
    met = file.agreement_to(file.agreed).at if file.agreed else None
    yield Owed("decision", due + time_on_hold(file, since, met), met)


def _outcome(file: CaseFile) -> Iterator[Owed]:
    """The reported person hears first; who was affected, and who reported, after action."""
    decision = file.agreed
    if not decision:
        return
    agreed = file.agreement_to(decision)
    due = agreed.at + clocks(agreed.during).tell_reported
    if decision.outcome == WARNING:
        given = [warned.at for warned in file.since_reopening(Warned)]
        yield Owed("warning", decision.warn_by or due, given[0] if given else None)
    if person_known(file):
        yield Owed("told", due, told_at(file, REPORTED, agreed.at), party=REPORTED)
    action = acted(file)
    if action is None:
        return
    due = action.at + clocks(action.during).tell_affected
    if may_be_told(file):
        yield Owed("told", due, told_at(file, AFFECTED, agreed.at), party=AFFECTED)
    if not file.report.by_the_affected_person:
        yield Owed("told", due, told_at(file, REPORTER_TOLD, agreed.at), party=REPORTER_TOLD)
    for report in file.joined:
        conversation = file.joined[report].conversation
        yield Owed("told", due, told_at(file, REPORTER_TOLD, agreed.at, conversation), party=REPORTER_TOLD, of=report)


def _reviews(file: CaseFile) -> Iterator[Owed]:
    """What one did alone, or against the procedure, is looked at by somebody else."""
    reviewed = {review.of: review.at for review in reversed(file.all(Review))}
    for entry in file.entries:
        if entry.against or isinstance(entry, Interim):
            yield Owed("review", entry.at + clocks(entry.during).review, reviewed.get(entry.id), of=entry.id)


def _tasks(file: CaseFile) -> Iterator[Owed]:
    """What somebody took on has its own time, and a hold does not stop it."""
    settled = {done.of: done.at for done in file.all(TaskDone)}
    for task in file.all(Task):
        yield Owed("task", task.due, settled.get(task.id), of=task.id)


def _after_closing(file: CaseFile) -> Iterator[Owed]:
    closing = file.last(Closing)
    if closing and closing.committee and file.state == CLOSED:
        yield Owed("committee", closing.at + clocks(closing.during).committee, first_at(file, Sent))


def _goes_on(entry: Entry) -> bool:
    return isinstance(entry, Message) and entry.goes_on


def _month(at: datetime) -> datetime:
    return at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
