"""The one next thing to do on a case, for whoever looks at it."""

from dataclasses import dataclass
from datetime import datetime

from trivet.models import CaseFile, Entry
from trivet.models.file import CLOSED
from trivet.models.report import Cleared, Names, NoConflict, Opened, Report, SafetyCall, Withheld
from trivet.models.response import Approach, Hearing
from trivet.models.task import Task

from .facts import last_reading, report_to_committee
from .obligations import Owed, owed, owed_before_closing


@dataclass(frozen=True)
class Step:
    """``kind`` names the page; ``waiting`` means that another holder has to act."""

    kind: str
    due: datetime | None = None
    waiting: bool = False
    party: str = ""
    of: str = ""


def next_step(file: CaseFile, *, by: str | None) -> Step:
    """What comes next for a member (or for anybody, when ``by`` is None)."""
    if by is not None and opening(file, by=by):
        return Step("opening")
    steps = [step_for(duty, file, by=by) for duty in owed(file)]
    ready = [step for step in steps if not step.waiting]
    unheard = [step for step in ready if step.kind == "hearing" and not file.last(Hearing)]
    if unheard and ready[0].kind == "decision":
        return unheard[0]  # nothing is decided about somebody who was not asked
    if ready:
        return ready[0]
    if may_close(file):
        return Step("closing")
    return steps[0] if steps else Step("none")


def step_for(duty: Owed, file: CaseFile, *, by: str | None) -> Step:
    """Where and by whom a duty is met now."""
    if duty.kind == "decision" and file.proposed:
        return Step("agreement", duty.due, waiting=file.proposed.by == by)
    if duty.kind == "review":
        entry = file.named(duty.of)
        return Step("review", duty.due, waiting=entry is not None and entry.by == by, of=duty.of)
    if duty.kind == "task":
        task = file.named(duty.of)
        waiting = isinstance(task, Task) and task.owner != by and task.owner not in file.gone
        return Step("task", duty.due, waiting=by is not None and waiting, of=duty.of)
    if duty.kind == "approach":
        said = file.last(Approach)
        return Step("approach", duty.due, waiting=said is not None and said.by == by)
    if duty.kind == "claim":
        return Step("claim", duty.due, waiting=file.handed_to is not None and file.claimed_by == by)
    if duty.kind == "committee":
        return _committee(duty, file, by)
    return Step(duty.kind, duty.due, party=duty.party, of=duty.of)


def opening(file: CaseFile, *, by: str) -> str:
    """What a member does before they read on: "danger", "names", "account", or nothing."""
    since = _unread_since(file, by)
    mine = [entry for entry in file.entries if entry.by == by and (since is None or entry.at >= since)]
    if not any(isinstance(entry, SafetyCall) for entry in mine):
        return "danger"
    last_name = max((entry.at for entry in naming(file)), default=None)
    cleared = [entry.at for entry in mine if isinstance(entry, NoConflict | Names | Report)]
    if not cleared or (last_name and cleared[-1] < last_name):
        return "names"
    return "" if any(isinstance(entry, Opened) for entry in mine) else "account"


def naming(file: CaseFile) -> list[Entry]:
    """What names people after the first report: every holder is asked about conflict again."""
    further = [report for report in file.reports[1:] if report.id not in file.joined]
    return [*file.all(Names), *further]


def unread(file: CaseFile, *, by: str) -> Report:
    """The account that a member opens next: one that was joined since, or the first."""
    since = _unread_since(file, by)
    return next(
        (r for r in file.reports[1:] if since and r.id in file.joined and file.joined[r.id].at == since), file.report
    )


def _unread_since(file: CaseFile, by: str) -> datetime | None:
    """When a report was joined that this member has not read where it came in."""
    new = [entry.at for entry in file.joined.values() if by != entry.by and by not in entry.read_by]
    return max(new, default=None)


def may_close(file: CaseFile) -> bool:
    """Whether nothing stands in the way of closing."""
    return file.state != CLOSED and (file.on_hold or file.agreed is not None) and not owed_before_closing(file)


def withheld(file: CaseFile, why: str) -> list[str]:
    """Members kept from the case for a reason, and neither cleared nor excluded since."""
    settled = {entry.member for entry in file.all(Cleared)} | file.gone
    return [entry.member for entry in file.all(Withheld) if entry.why == why and entry.member not in settled]


def _committee(duty: Owed, file: CaseFile, by: str | None) -> Step:
    report = report_to_committee(file)
    if report is None:
        return Step("committee", duty.due)
    reading = last_reading(file, report)
    if reading is None:
        return Step("second-reading", duty.due, waiting=report.by == by, of=report.id)
    return Step("sending" if reading.clears else "committee", duty.due, of=report.id)
