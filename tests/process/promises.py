"""What is promised of every case, wherever it stands."""

from datetime import datetime, timedelta
from typing import Any

from tests.process.good_faith import do_step

from trivet.models import CaseFile
from trivet.models.decision import Meeting
from trivet.models.file import CLOSED, DECIDED, MEETING, RECEIVED
from trivet.models.outcome import Reopening
from trivet.models.response import Approach, Hearing, Hold, HoldEnded
from trivet.process import respond
from trivet.process.obligations import owed
from trivet.process.steps import Step, next_step, step_for

STOPPED_BY_HOLD = {"meeting", "hearing", "decision", "warning", "told"}
ONWARD = {(RECEIVED, MEETING), (MEETING, DECIDED), (DECIDED, CLOSED)}
AT_MOST = 100


def states_in_order(before: CaseFile, after: CaseFile) -> None:
    """Received, meeting, decided, closed; on hold straight to closed; reopened to the meeting."""
    reopened = len(after.all(Reopening)) > len(before.all(Reopening))
    change = (before.state, after.state)
    if reopened:
        assert change == (CLOSED, MEETING)
    elif after.state == CLOSED and before.state != CLOSED:
        assert before.on_hold or before.state == DECIDED
    else:
        assert before.state == after.state or change in ONWARD
    if after.on_hold:
        assert not STOPPED_BY_HOLD & {duty.kind for duty in owed(after)}
        assert after.state != DECIDED


def hold_kept(before: CaseFile, after: CaseFile) -> None:
    """What was owed before a hold is owed after it, later by as long as it lasted."""
    since = after.entries[len(before.entries) :]
    if any(isinstance(entry, Approach | Meeting | Hearing | Reopening) for entry in since):
        return
    hold, end = after.last(Hold), after.last(HoldEnded)
    assert hold
    assert end
    moved = [(d.kind, d.party, d.due + (end.at - hold.at)) for d in owed(before) if d.kind in STOPPED_BY_HOLD]
    assert moved == [(d.kind, d.party, d.due) for d in owed(after) if d.kind in STOPPED_BY_HOLD]


def next_steps_work(place: Any, now: datetime) -> None:
    """Whatever is owed can be done by somebody, and nobody is shown what would be refused."""
    file = place.file
    for duty in owed(file):
        shown = [(who, step_for(duty, file, by=str(who.id))) for who in place.holders]
        ready = [(who, step) for who, step in shown if not step.waiting]
        assert ready or len(place.holders) == 1, duty
        for who, step in ready:
            _try(place, who, step, now)
    for who in place.holders:
        _try(place, who, next_step(file, by=str(who.id)), now)


def reaches_closed(place: Any, now: datetime) -> None:
    """Everybody does what is next until nothing is left: the case is closed then."""
    if len(place.holders) == 1:  # it takes two
        first, free = place.read(place.holders[0], now), place.free()
        respond.let_in(first, member=free[0], seen=first.case.revision, at=now)
    for _ in range(AT_MOST):
        busy = False
        for who in place.holders:
            step = next_step(place.file, by=str(who.id))
            if step.kind != "none" and not step.waiting:
                busy, now = True, now + timedelta(minutes=1)
                do_step(place.read(who, now), step, at=now)
        if not busy:
            break
    assert place.file.state == CLOSED
    assert not owed(place.file)


def _try(place: Any, who: Any, step: Step, now: datetime) -> None:
    if step.kind != "none" and not step.waiting:
        do_step(place.copy().read(who, now), step, at=now + timedelta(seconds=1))
