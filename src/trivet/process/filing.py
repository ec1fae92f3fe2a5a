"""How every use case ends: entries filed, clocks set, the list line renewed, in one transaction."""

import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from trivet.access import ChangedMeanwhile
from trivet.access.cases import OpenCase
from trivet.access.summary import Summary
from trivet.models import CaseFile, Entry
from trivet.models.file import CLOSED
from trivet.models.report import Opened, PerhapsAProgram
from trivet.models.task import Task

from .obligations import as_clocks, obligations
from .steps import next_step, opening


def frame(case: OpenCase, at: datetime) -> dict[str, Any]:
    """What every entry of this moment has in common: who, when, and whether the event is running."""
    return {"by": case.by, "at": at, "during": case.case.event.is_running(at)}


def file_entries(
    case: OpenCase,
    *entries: Entry,
    did: str,
    seen: uuid.UUID | None,
    at: datetime,
    also: Callable[[], object] | None = None,
    **marks: date | None,
) -> None:
    """Add entries to a case; raises ``ChangedMeanwhile`` with nothing written."""
    file = case.file.having(*entries)
    line, clocks = summarise(file), clocks_of(file)
    case.commit(*entries, summary=line, clocks=clocks, did=did, seen=seen, at=at, also=also, **marks)


def clocks_of(file: CaseFile) -> list[Any]:
    return as_clocks(obligations(file), closed=file.state == CLOSED)


def summarise(file: CaseFile) -> Summary:
    """The line by which a case stands in a list."""
    step = next_step(file, by=None)
    task = file.named(step.of)
    return Summary(
        code_name=file.code_name,
        state=file.state,
        next=f"{step.kind}-{step.party}" if step.party else step.kind,
        due=step.due.isoformat() if step.due else None,
        claimed_by=file.claimed_by,
        opened_by=tuple(sorted({e.by for e in file.all(Opened) if opening(file, by=e.by) in ("", "names")})),
        perhaps_a_program=bool(file.all(PerhapsAProgram)),
        next_by=task.owner if isinstance(task, Task) else "",
    )


def refresh(case: OpenCase, *, at: datetime) -> None:
    """Renew the list line when something came in from outside that the line does not know of."""
    if case.case.news:
        try:
            file_entries(case, did="read what is new", seen=None, at=at)
        except ChangedMeanwhile:
            return  # whoever was faster renewed it
