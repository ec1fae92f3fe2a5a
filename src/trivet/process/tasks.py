"""Tasks: what somebody sees to, by when, and that it was done; a part of decide."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models.file import CLOSED
from trivet.models.task import Task, TaskDone

from .filing import file_entries, frame
from .gates import found, refuse_unless

Revision = uuid.UUID | None


@dataclass(frozen=True)
class NewTask:
    """What is to be done, by which member (their id), and by when."""

    what: str
    owner: str
    due: datetime


def tasks_for(case: OpenCase, tasks: Sequence[NewTask], at: datetime) -> list[Task]:
    """Their entries; refused when somebody would own one who does not hold the case."""
    refuse_unless(
        {task.owner for task in tasks} <= {str(holder.id) for holder in case.holders},
        _("This person does not hold the case."),
        _("Give the task to one of you, who asks whoever does it in the end and says no more than they need to know."),
    )
    return [Task(what=task.what, owner=task.owner, due=task.due, **frame(case, at)) for task in tasks]


def add_task(case: OpenCase, *, what: str, owner: str, due: datetime, seen: Revision, at: datetime) -> None:
    """One of the holders sees to something, by a time."""
    refuse_unless(case.file.state != CLOSED, _("This case is closed."), _("Reopen it first."))
    file_entries(case, *tasks_for(case, [NewTask(what, owner, due)], at), did="added a task", seen=seen, at=at)


def settle_task(
    case: OpenCase, *, of: uuid.UUID, dropped: bool, done_at: datetime, words: str, seen: Revision, at: datetime
) -> None:
    """It was done, by whoever; or it is not needed any more, because."""
    entry = case.file.named(str(of))
    task = found(
        entry if isinstance(entry, Task) else None,
        _("This task is not there."),
        _("Take it from the list on the case page."),
    )
    refuse_unless(
        task.id not in {done.of for done in case.file.all(TaskDone)},
        _("This task is settled already."),
        _("Look at the timeline to see by whom. If more is to be done, add another."),
    )
    refuse_unless(
        not dropped or words,
        _("Why is it not needed any more?"),
        _("Write a sentence: who reads this later needs it."),
    )
    done = TaskDone(of=task.id, what=task.what, done_at=done_at, dropped=dropped, words=words, **frame(case, at))
    file_entries(case, done, did="dropped a task" if dropped else "did a task", seen=seen, at=at)
