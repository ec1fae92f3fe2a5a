"""Whose turn it is to be rung: those on duty, whoever stands in, everybody who holds the case, the outside contacts."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from trivet.access import bells
from trivet.access.bells import Bell
from trivet.models import Case, Clock, Event, Member, Rung

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


def missed(member: Member, at: datetime) -> list[Event]:
    """Where a report waits that nobody has answered: for outside contacts, who hold nothing of it."""
    late = Clock.objects.filter(met_at=None, loud=True, due__lte=at - RING_WIDER)
    return bells.missed(member, Case.objects.filter(clock__in=late).select_related("event").distinct(), at)


def circle(everybody: list[Bell], far: Rung | None) -> list[Bell]:
    """Those of a case's people whose turn it is; all who hold it, where it was answered or none is on duty."""
    if far == Rung.AS_LATE:
        return everybody
    holders = [bell for bell in everybody if bell.grant]
    on_duty = [bell for bell in holders if bell.on_duty]
    if far == Rung.AS_NEWS and on_duty:
        return on_duty
    if far == Rung.AS_DUE and on_duty:
        return [bell for bell in holders if bell.on_duty or bell.stands_in]
    return holders


def calls_anew(clock: Clock, its: Rung, everybody: list[Bell]) -> bool:
    """Whether a clock has something to say; the last time only to whom it has not reached yet."""
    grows = len(circle(everybody, Rung.AS_DUE)) < len(everybody)
    return its != Rung.AS_LATE or clock.noticed < Rung.AS_DUE or grows
