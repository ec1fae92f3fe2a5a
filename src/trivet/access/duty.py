"""The rota: who of the team is on duty at an event, when, and what reporters may read of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from trivet.models import TEAM, Event, Member, Membership, Shift

from . import journal
from .attestation import Trust, is_attested
from .unlocked import Unlocked

KEPT = timedelta(days=7)  # after its end; then the number goes too


@dataclass(frozen=True)
class OnDuty:
    """What reporters may know: whether anybody is on duty, and what those who want it are called."""

    anybody: bool
    names: list[str]


def shifts(event: Event, at: datetime) -> list[Shift]:
    """The shifts that have not ended, the next first."""
    return list(_of_team(event, at).order_by("starts", "member__name").select_related("member", "event"))


def now_at_events_of(reader: Unlocked, at: datetime) -> list[Shift]:
    """Who is on duty now, at each event whose team the reader belongs to."""
    mine = Membership.objects.filter(Membership.lasting(at), member=reader.member, role__in=TEAM).select_related(
        "event"
    )
    if not is_attested(reader.member):
        return []
    here = [shift for row in mine.order_by("event__starts") for shift in shifts(row.event, at)]
    return [shift for shift in here if shift.starts <= at]


def turns(event: Event, at: datetime) -> dict[UUID, datetime]:
    """From when each is on duty, by member: now for those who are, later for those who will be."""
    starts = _of_team(event, at).order_by("-starts").values_list("member_id", "starts")
    return {member: max(start, at) for member, start in starts}


def shown(event: Event, at: datetime) -> OnDuty:
    """Whether anybody to whom reports are sealed is on duty, and who of them wants to be named, and how."""
    now = _of_team(event, at).filter(Shift.running(at)).values("member")
    here = Membership.objects.filter(Membership.lasting(at), event=event, member__in=now)
    trust = Trust()
    rows = [row for row in here.select_related("member").order_by("shown_as") if trust.includes(row.member)]
    return OnDuty(bool(rows), [row.shown_as for row in rows if row.shown_as])


def put_on(shift: Shift, *, by: Unlocked, at: datetime) -> None:
    """One more shift. Step: prepare."""
    with transaction.atomic():
        shift.save(force_insert=True)
        journal.write_open(what="changed the rota", member=by.member, at=at)
    journal.anchor()


def take_off(event: Event, shift_id: int, *, by: Unlocked, at: datetime) -> None:
    """Strike a shift out. Doing so twice does no harm."""
    with transaction.atomic():
        if Shift.objects.filter(event=event, pk=shift_id).delete()[0]:
            journal.write_open(what="changed the rota", member=by.member, at=at)
    journal.anchor()


def shown_as(event: Event, member: Member, at: datetime) -> str:
    """What reporters read of somebody while they are on duty; nothing, unless they said so."""
    here = Membership.objects.filter(Membership.lasting(at), event=event, member=member)
    return here.values_list("shown_as", flat=True).first() or ""


def show_as(event: Event, member: Member, name: str, at: datetime) -> None:
    """Each says for themselves what they are called there."""
    Membership.objects.filter(Membership.lasting(at), event=event, member=member).update(shown_as=name)


def forget(at: datetime) -> None:
    """Remove shifts that ended a week ago."""
    Shift.objects.filter(ends__lte=at - KEPT).delete()


def _of_team(event: Event, at: datetime) -> QuerySet[Shift]:
    """A shift counts as long as its member is on the team."""
    team = Membership.objects.filter(Membership.lasting(at), event=event, role__in=TEAM)
    return Shift.objects.filter(event=event, ends__gt=at, member__in=team.values("member"))
