"""Anything that may happen to a case, in any order, and what holds at every point."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from tests.process.promises import hold_kept, reaches_closed, states_in_order

from cast import NOW
from trivet.models import CaseFile, Member
from trivet.process.filing import clocks_of, summarise
from trivet.process.gates import Refused


class AnyWay(RuleBasedStateMachine):
    """Subclasses say where the case lies, and may promise more."""

    make: Callable[..., Any]

    @initialize(relation=st.sampled_from(["me", "saw"]), days=st.sampled_from([0, 1.9, 5]))
    def somebody_reports(self, relation: str, days: float) -> None:
        self.place = self.make(relation, NOW + timedelta(days=days))
        self.now = self.place.file.report.at
        self.before_hold: CaseFile | None = None

    def who(self, number: int) -> Member:
        holders: list[Member] = self.place.holders
        return holders[number % len(holders)]

    def do(self, number: int, use_case: Callable[..., None], **arguments: Any) -> bool:
        """Try it; a refusal has a reason and a way out, and changes nothing."""
        before: CaseFile = self.place.file
        self.now += timedelta(seconds=1)
        refusal = None
        try:
            use_case(self.place.read(self.who(number), self.now), **arguments, at=self.now)
        except Refused as refused:
            refusal = refused
        if refusal:
            assert refusal.reason
            assert refusal.way_out
            assert self.place.file == before
            return False
        after: CaseFile = self.place.file
        states_in_order(before, after)
        self.before_hold = before if after.on_hold and not before.on_hold else self.before_hold
        if before.on_hold and not after.on_hold and self.before_hold:
            hold_kept(self.before_hold, after)
        return True

    @invariant()
    def clocks_equal_obligations(self) -> None:
        def bag(clocks: list[Any]) -> Counter[Any]:
            return Counter((clock.due, clock.met_at, clock.loud) for clock in clocks)

        assert bag(self.place.clocks) == bag(clocks_of(self.place.file))

    @invariant()
    def the_list_line_is_true_after_a_look(self) -> None:
        self.place.refresh(self.now)
        assert self.place.line == summarise(self.place.file)

    def teardown(self) -> None:
        if hasattr(self, "place"):
            reaches_closed(self.place, self.now)
