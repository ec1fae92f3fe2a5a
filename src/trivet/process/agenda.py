"""What a meeting needs before it begins: the reported person's side, who meets, what is owed until then."""

from dataclasses import dataclass

from trivet.access.cases import OpenCase
from trivet.models import Member
from trivet.models.decision import Meeting
from trivet.models.response import Hearing
from trivet.models.task import Task, TaskDone

from .facts import conflicted
from .obligations import Owed, owed
from .steps import opening


@dataclass(frozen=True)
class Agenda:
    """``not_clear`` have still to read the names and say that they are not involved; ``kept`` are ids, with why.

    ``carrier`` is whoever brings the reported person's side in, while they hold the case.
    """

    hearing: Hearing | None
    carrier: Member | None
    holders: list[Member]
    not_clear: list[Member]
    kept: dict[str, str]
    before: list[Owed]
    tasks: list[Task]
    last: Meeting | None


def agenda(case: OpenCase) -> Agenda:
    file = case.file
    done = {settled.of for settled in file.all(TaskDone)}
    return Agenda(
        hearing=file.last(Hearing),
        carrier=carrier(case),
        holders=case.holders,
        not_clear=[one for one in case.holders if opening(file, by=str(one.id)) in ("danger", "names")],
        kept=conflicted(file),
        before=[duty for duty in owed(file) if duty.kind not in ("meeting", "hearing", "task")],
        tasks=[task for task in file.all(Task) if task.id not in done],
        last=file.last(Meeting),
    )


def carrier(case: OpenCase) -> Member | None:
    """Who of those who hold the case brings in what the reported person said."""
    heard = case.file.last(Hearing)
    if heard is None or heard.way != "heard":
        return None
    return next((one for one in case.holders if str(one.id) == heard.carrier), None)
