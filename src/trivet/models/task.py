"""Who does what, and until when."""

from dataclasses import dataclass
from datetime import datetime

from .entry import Entry


@dataclass(frozen=True, kw_only=True)
class Task(Entry):
    """What one of the holders sees to. ``owner`` is a member's id."""

    kind = "task"
    what: str
    owner: str
    due: datetime


@dataclass(frozen=True, kw_only=True)
class TaskDone(Entry):
    """A task is done, or ``dropped``: not needed any more. ``what`` is repeated, so that a timeline reads by itself."""

    kind = "task-done"
    of: str
    what: str
    done_at: datetime
    dropped: bool = False
    words: str = ""
