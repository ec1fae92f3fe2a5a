"""Who can be told that a case needs them: whoever holds it.

And last of all, when nobody of those has answered, the event's outside contacts: that something waits, and no more.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from trivet.models import Case, Clock, Conflict, Event, Grant, Member, Membership, Role, Shift

from . import grants


@dataclass(frozen=True)
class Bell:
    """One holder of one case, at this moment; without a ``grant`` an outside contact, who holds nothing of it."""

    grant: int | None
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


def outside(cases: Collection[UUID], at: datetime) -> dict[UUID, list[Bell]]:
    """The outside contacts of the events of these cases, but those who hold the case or must never."""
    found: dict[UUID, list[Bell]] = {}
    for case in Case.objects.filter(id__in=cases):
        for one in _outside(case, at):
            bell = Bell(None, case.id, one.member.email, on_duty=False, stands_in=False, quiet=False)
            found.setdefault(case.id, []).append(bell)
    return found


def missed(member: Member, cases: QuerySet[Case], at: datetime) -> list[Event]:
    """The events at which somebody is an outside contact and one of these cases, which they do not hold, waits."""
    return list({case.event_id: case.event for case in cases if _outside(case, at).filter(member=member)}.values())


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


def _outside(case: Case, at: datetime) -> QuerySet[Membership]:
    """Nobody for what a telephone sealed: it may leave out the very person."""
    if case.by_phone:
        return Membership.objects.none()
    rows = Membership.objects.filter(Membership.lasting(at), event=case.event_id, role=Role.OUTSIDE)
    rows = rows.exclude(member__in=Grant.objects.filter(case=case).values("member"))
    return rows.exclude(member__in=Conflict.objects.filter(case=case).values("member")).select_related("member")


def _bell(row: Grant, at: datetime) -> Bell:
    on_duty, team = row.on_duty, row.team  # type: ignore[attr-defined]
    quiet = not on_duty and row.member.is_quiet(at.astimezone(row.case.event.zone).time())
    return Bell(row.pk, row.case_id, row.member.email, on_duty, team, quiet)
