"""When a safety plan is looked at again: what was safe at first contact may not be so for long."""

from collections.abc import Iterator
from datetime import datetime

from trivet.models import CaseFile
from trivet.models.letter import AFFECTED
from trivet.models.response import SafetyPlan

from .facts import may_be_told
from .owed import Owed
from .policy import clocks

TELLING, OUTCOME, MORNING, WEEKS = LOOKS = ("telling", "outcome", "morning", "weeks")
LOOKED_AT = tuple(f"look-{look}" for look in LOOKS)  # the duties


def looks(file: CaseFile, duties: list[Owed]) -> Iterator[Owed]:
    """Before the reported person is told, with the outcome, next morning and two weeks later."""
    first = next(iter(file.all(SafetyPlan)), None)
    if first is None or not may_be_told(file):
        return
    policy = clocks(first.during)
    yield Owed("look-morning", first.at + policy.look_morning, _looked(file, MORNING))
    yield Owed("look-weeks", first.at + policy.look_weeks, _looked(file, WEEKS))
    for duty in duties:
        if duty.kind == "hearing" and duty.open:  # once they know, it is too late to ask before
            yield Owed("look-telling", duty.due - policy.look_before, _looked(file, TELLING))
        if (duty.kind, duty.party) == ("told", AFFECTED):
            since = file.agreement_to(file.agreed).at if file.agreed else None
            yield Owed("look-outcome", duty.due, _looked(file, OUTCOME, since))


def next_look(duties: list[Owed]) -> str:
    """Which look is due next; none when no date is open."""
    return next((duty.kind.removeprefix("look-") for duty in duties if duty.open and duty.kind in LOOKED_AT), "")


def _looked(file: CaseFile, look: str, since: datetime | None = None) -> datetime | None:
    plans = [plan.at for plan in file.all(SafetyPlan) if plan.look == look]
    return next((at for at in plans if since is None or at >= since), None)
