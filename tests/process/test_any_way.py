"""Whatever happens to a case: clocks equal obligations, nothing owed is refused, it can be closed."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.process.anything import Anything, AnythingOnPaper
from tests.process.paper import Paper
from tests.process.stored import Stored

from cast import Cast

HOW = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much],
    "phases": [Phase.reuse, Phase.generate],  # a shorter way to a failure takes minutes to find
    "print_blob": True,
}


@pytest.mark.usefixtures("on_paper")
def test_any_way_a_case_goes_keeps_every_promise() -> None:
    class Machine(AnythingOnPaper):
        make = staticmethod(Paper.of)

    run_state_machine_as_test(Machine, settings=settings(max_examples=150, stateful_step_count=40, **HOW))


def test_any_way_a_case_goes_keeps_its_clocks_in_the_stores(cast: Cast) -> None:
    class Machine(Anything):
        @staticmethod
        def make(relation: str, at: datetime) -> Stored:
            return Stored(cast, relation, at)

    run_state_machine_as_test(Machine, settings=settings(max_examples=10, stateful_step_count=25, **HOW))
