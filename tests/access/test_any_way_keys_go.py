"""Whatever becomes of people and their keys: a case opens to those who hold it, and to nobody else."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.access.keys_machine import Keys

from cast import Cast

HOW = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much],
    "phases": [Phase.reuse, Phase.generate],
    "print_blob": True,
}


def test_a_holder_who_kept_their_keys_may_read_and_whoever_lost_or_left_may_not(cast: Cast) -> None:
    class Machine(Keys):
        pass

    Machine.cast = cast
    run_state_machine_as_test(Machine, settings=settings(max_examples=12, stateful_step_count=25, **HOW))
