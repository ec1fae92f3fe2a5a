"""The same as a case on paper, with keys, seals and both databases."""

import uuid
from datetime import datetime

from cast import NOW, Cast
from trivet.access import cases, holding, threads
from trivet.access.cases import Due, OpenCase
from trivet.access.summary import Summary
from trivet.models import CaseFile, Clock, Grant, Member
from trivet.process import receive
from trivet.process.filing import refresh


class Stored:
    """A case in the stores, looked at by whoever holds it now."""

    def __init__(self, cast: Cast, relation: str, at: datetime) -> None:
        cast.now = at
        self.cast, self.case, self.at = cast, cast.report(relation=relation), cast.now
        self.code = cast.receipts[-1].code

    @property
    def holders(self) -> list[Member]:
        return [g.member for g in Grant.objects.filter(case=self.case).order_by("slot").select_related("member")]

    def read(self, who: Member, at: datetime) -> OpenCase:
        self.at = at
        return cases.read_case(self.cast.people[who.email.split("@")[0]], self.case.id, at=at)

    def free(self) -> list[Member]:
        return holding.free_members(self.read(self.holders[0], self.at), self.at)

    def refresh(self, at: datetime) -> None:
        refresh(self.read(self.holders[0], at), at=at)

    def reporter_writes(self, at: datetime, *, goes_on: bool = False) -> None:
        thread = threads.open_thread(self.code, event=self.cast.event)
        receive.write_message(thread, text="One more thing.", once=str(uuid.uuid4()), goes_on=goes_on, at=at)

    @property
    def file(self) -> CaseFile:
        return self.read(self.holders[0], self.at).file

    @property
    def clocks(self) -> list[Due]:
        return [Due(clock.due, clock.met_at, clock.loud) for clock in Clock.objects.filter(case=self.case)]

    @property
    def line(self) -> Summary | None:
        listed = cases.list_cases(self.cast.people[self.holders[0].email.split("@")[0]], at=NOW)
        return next(item.summary for item in listed if item.case == self.case)
