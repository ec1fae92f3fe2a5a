"""Whose turn it is to be rung: those on duty, then whoever stands in, then everybody who holds the case."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from trivet.access.bells import Bell
from trivet.models import Clock, Rung

from .policy import RING_WIDER


def rung(clock: Clock, at: datetime) -> Rung:
    """As what a clock rings at this moment."""
    if clock.loud and clock.due <= at - RING_WIDER:
        return Rung.AS_LATE
    return Rung.AS_DUE if clock.due <= at else Rung.AS_NEWS


def unanswered(cases: Collection[UUID], at: datetime) -> dict[UUID, Rung]:
    """Of some cases those that nobody has answered yet, and how far they ring by now."""
    far: dict[UUID, Rung] = {}
    for clock in Clock.objects.filter(case__in=cases, met_at=None, loud=True):
        far[clock.case_id] = max(far.get(clock.case_id, Rung.NOT_YET), rung(clock, at))
    return far


def circle(holders: list[Bell], far: Rung | None) -> list[Bell]:
    """Those of a case's holders whose turn it is; all of them, where it was answered or none is on duty."""
    on_duty = [bell for bell in holders if bell.on_duty]
    if far == Rung.AS_NEWS and on_duty:
        return on_duty
    if far == Rung.AS_DUE and on_duty:
        return [bell for bell in holders if bell.on_duty or bell.stands_in]
    return holders


def calls_anew(clock: Clock, its: Rung, holders: list[Bell]) -> bool:
    """Whether a clock has something to say; the last time only to whom it has not reached yet."""
    grows = len(circle(holders, Rung.AS_DUE)) < len(holders)
    return its != Rung.AS_LATE or clock.noticed < Rung.AS_DUE or grows
