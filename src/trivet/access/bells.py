"""Who can be told that a case needs them: whoever holds it, and nobody else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from trivet.models import Clock, Grant, Membership, Role, Shift

from . import grants


@dataclass(frozen=True)
class Bell:
    """One holder of one case, at this moment."""

    grant: int
    case: UUID
    address: str
    on_duty: bool
    stands_in: bool  # of the team; neither chair nor outside contact
    quiet: bool  # in the hours in which they would rather hear of nothing, and not on duty


def by_case(cases: Collection[UUID], at: datetime) -> dict[UUID, list[Bell]]:
    """Who holds each of these cases; nobody with a conflict, nobody who left."""
    found: dict[UUID, list[Bell]] = {}
    for bell in _bells(Grant.objects.filter(case__in=cases), at):
        found.setdefault(bell.case, []).append(bell)
    return found


def waiting(at: datetime) -> set[Bell]:
    """Who has yet to hear of a case in which something is owed: it rang in their quiet hours, or they are new to it."""
    owed = Clock.objects.filter(case=OuterRef("case"), met_at=None)
    return set(_bells(Grant.objects.filter(Exists(owed), waits=True), at))


def wait(silent: Collection[Bell]) -> None:
    """These hear of it when their quiet hours end, or when it gets loud."""
    Grant.objects.filter(pk__in=[bell.grant for bell in silent]).update(waits=True)


def heard(told: Collection[Bell]) -> None:
    """These have heard, and nothing waits for them."""
    Grant.objects.filter(pk__in=[bell.grant for bell in told], waits=True).update(waits=False)


def _bells(rows: QuerySet[Grant], at: datetime) -> list[Bell]:
    at_event = {"event": OuterRef("case__event"), "member": OuterRef("member")}
    on_duty = Exists(Shift.objects.filter(Shift.running(at), **at_event))
    team = Exists(Membership.objects.filter(role=Role.TEAM, **at_event))
    found = grants.lawful(rows, at).annotate(on_duty=on_duty, team=team).select_related("member", "case__event")
    return [_bell(row, at) for row in found]


def _bell(row: Grant, at: datetime) -> Bell:
    on_duty, team = row.on_duty, row.team  # type: ignore[attr-defined]
    quiet = not on_duty and row.member.is_quiet(at.astimezone(row.case.event.zone).time())
    return Bell(row.pk, row.case_id, row.member.email, on_duty, team, quiet)
