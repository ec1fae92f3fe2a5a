"""The clocks. The process document's are the default; an organiser may choose others."""

from dataclasses import dataclass
from datetime import timedelta

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Clocks:
    """How long each duty may take, while the event runs (``during``) and otherwise."""

    safety_call: timedelta
    claim: timedelta
    acknowledge: timedelta
    approach: timedelta
    safety_plan: timedelta
    meet: timedelta
    decide_again: timedelta
    tell_reported: timedelta
    tell_affected: timedelta
    review: timedelta = DAY
    look_before: timedelta = HOUR
    look_morning: timedelta = DAY / 2
    look_weeks: timedelta = 14 * DAY
    committee: timedelta = 14 * DAY

    def answer(self, goes_on: bool) -> timedelta:
        """How long a reporter waits for one; where it goes on, no longer than a question about danger may."""
        return self.safety_call if goes_on else self.acknowledge


DURING = Clocks(
    safety_call=10 * HOUR / 60, claim=10 * HOUR / 60, acknowledge=HOUR, approach=HOUR, safety_plan=HOUR, meet=12 * HOUR,
    decide_again=12 * HOUR, tell_reported=12 * HOUR, tell_affected=12 * HOUR,
)  # fmt: skip
AFTER = Clocks(
    safety_call=DAY, claim=DAY, acknowledge=DAY, approach=DAY, safety_plan=DAY, meet=7 * DAY,
    decide_again=7 * DAY, tell_reported=DAY, tell_affected=DAY,
)  # fmt: skip

RING_WIDER = 10 * HOUR / 60  # so long after a loud clock is due everybody who holds the case is rung

WARNINGS_KEPT_YEARS = 2
WORK_KEPT = 90 * DAY


def clocks(during: bool) -> Clocks:
    """The clocks for a duty that arose while the event ran, or not."""
    return DURING if during else AFTER
