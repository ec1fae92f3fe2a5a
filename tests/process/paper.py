"""A case on paper: the real use cases, without keys or databases, for many thousands of steps."""

import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from tests.process.good_faith import USUAL, UseCase

from cast import NOW
from trivet.access.cases import Due
from trivet.access.summary import Summary
from trivet.models import REPORTER, CaseFile, Entry, Event, Member
from trivet.models.outcome import Outcome
from trivet.models.report import Report
from trivet.process import decide, receive, respond
from trivet.process.filing import clocks_of, refresh, summarise

EVENT = Event(
    starts=NOW - timedelta(days=1), ends=NOW + timedelta(days=2), appeal="The board.", committee_email="c@conf.example"
)


EVERYBODY: list[Member] = []  # of every team on paper, since members are found by their ids alone


@dataclass(repr=False)
class Paper:
    """A case and who holds it; the team has four people, of whom three hold it at first."""

    team: list[Member]
    holders: list[Member]
    file: CaseFile
    clocks: list[Due]
    line: Summary
    news: bool = True
    gone: list[Member] = field(default_factory=list)
    now: datetime = NOW

    @classmethod
    def of(cls, relation: str, at: datetime) -> "Paper":
        """A report comes in."""
        team = [Member(id=uuid.uuid4(), name=name) for name in ("Ada Quill", "Bo Vliet", "Kit Lund", "Mira Osk")]
        report = Report(
            by=REPORTER, at=at, during=EVENT.is_running(at), code_name="Quiet Heron", what_happened="A shout.",
            relation=relation,
        )  # fmt: skip
        file = CaseFile.of([report])
        EVERYBODY.extend(team)
        return cls(team, team[:3], file, clocks_of(file), summarise(file))

    def does(self, n: int, use_case: UseCase, **more: Any) -> None:
        """The n-th holder does something a minute later; raises ``Refused``."""
        self.now += timedelta(minutes=1)
        seen = {} if use_case is respond.step_back else {"seen": None}
        met = {"present": [str(one.id) for one in self.holders]} if use_case is decide.record_meeting else {}
        use_case(
            self.read(self.holders[n], self.now), **{**USUAL.get(use_case, {}), **met, **seen, **more}, at=self.now
        )

    def copy(self) -> "Paper":
        return replace(self, holders=[*self.holders], gone=[*self.gone])

    def read(self, who: Member, at: datetime) -> Any:
        return PaperCase(self, who, self.file)

    def free(self) -> list[Member]:
        return [member for member in self.team if member not in (*self.holders, *self.gone)]

    def may_hold(self) -> list[Any]:
        return [SimpleNamespace(member=member) for member in self.team if member not in self.gone]

    def refresh(self, at: datetime) -> None:
        refresh(self.read(self.holders[0], at), at=at)

    def reporter_writes(self, at: datetime, *, goes_on: bool = False) -> None:
        thread: Any = SimpleNamespace(entries=self.file.entries, event=EVENT, write=self._from_outside)
        receive.write_message(thread, text="One more thing.", once=str(uuid.uuid4()), goes_on=goes_on, at=at)

    def _from_outside(self, entry: Entry, *, due: datetime, loud: bool, contents: object = None) -> None:
        self.file, self.clocks, self.news = self.file.having(entry), [*self.clocks, Due(due, None, loud)], True


@dataclass(repr=False)
class PaperCase:
    """What a use case is given instead of an open case."""

    paper: Paper
    member: Member
    file: CaseFile

    @property
    def conversations(self) -> dict[str, str]:
        return {self.file.report.id: "the first"}

    def take_turn(self, seen: uuid.UUID | None) -> uuid.UUID:
        """Nobody else acts at the same moment on paper."""
        return uuid.uuid4()

    @property
    def by(self) -> str:
        return str(self.member.id)

    @property
    def holders(self) -> list[Member]:
        return [*self.paper.holders]

    @property
    def case(self) -> Any:
        return SimpleNamespace(event=EVENT, revision=None, news=self.paper.news)

    def commit(
        self, *entries: Entry, summary: Summary, clocks: list[Due], did: str, seen: object, at: datetime,
        also: Callable[[], object] | None = None, **marks: object,
    ) -> None:  # fmt: skip
        if also:
            also()
        self.paper.file = self.file.having(*(entry for entry in entries if not isinstance(entry, Outcome)))
        self.paper.line, self.paper.clocks, self.paper.news = summary, clocks, False


def turn(
    case: PaperCase, *entries: Entry, joining: Collection[Member], kept_from: Collection[Member], summary: Summary,
    clocks: list[Due], did: str, at: datetime, seen: uuid.UUID | None = None,
) -> None:  # fmt: skip
    """In place of a rotation."""
    case.paper.holders = [member for member in case.paper.holders if member not in kept_from] + list(joining)
    case.paper.gone += kept_from
    case.commit(*entries, summary=summary, clocks=clocks, did="", seen=None, at=at)
