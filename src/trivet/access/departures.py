"""Who leaves an event, and what that leaves behind: access ends at once, keys are turned afterwards."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from trivet.models import (
    HOLDING,
    Case,
    Conflict,
    Declaration,
    Event,
    Grant,
    Invitation,
    Member,
    Membership,
    Role,
    Shift,
    Unlock,
)

from . import ChangedMeanwhile, grants, journal
from .attestation import is_attested
from .invitations import end_links_of_others
from .unlocked import Unlocked

UNDER_WAY = timedelta(minutes=1)  # so long a request may take: somebody removed since was there when it began


@dataclass(frozen=True)
class Orphan:
    """A case that nobody opens, and who would if they had their role back."""

    case: Case
    holders: list[Member]


def remove(event: Event, member: Member, *, by: Unlocked, at: datetime) -> None:
    """End somebody's role and all their sessions now; from here on they open nothing of the event. Step: prepare.

    Raises ``ChangedMeanwhile`` when the chair who asks was removed at the same moment, or no chair would be left.
    """
    with transaction.atomic():
        if not _chairs_besides(member, event, by=by, at=at):
            raise ChangedMeanwhile
        Membership.objects.filter(Membership.lasting(at), event=event, member=member).update(until=at, shown_as="")
        Shift.objects.filter(event=event, member=member).delete()
        Invitation.objects.filter(event=event, renews=member, used_at=None).delete()
        _forget_what_was_declared(event, member)
        Unlock.objects.filter(member=member).delete()
        journal.write_open(what="ended a role", member=by.member, at=at)
    journal.anchor()


def change(event: Event, member: Member, *, role: str, until: datetime | None, by: Unlocked, at: datetime) -> None:
    """Make somebody who is at an event something else there. Step: prepare.

    Raises ``ChangedMeanwhile`` when they, or the chair who asks, were removed at the same moment, or no chair
    would be left.
    """
    with transaction.atomic():
        stays = _chairs_besides(member, event, by=by, at=at) or role == Role.CHAIR
        here = Membership.objects.filter(Membership.lasting(at + UNDER_WAY), event=event, member=member)
        if not stays or not here.update(role=role, until=until):
            raise ChangedMeanwhile
        end_links_of_others(member, event)
        if role not in HOLDING:
            _forget_what_was_declared(event, member)
        journal.write_open(what="changed a role", member=by.member, at=at)
    journal.anchor()


def held_alone(event: Event, member: Member, *, reader: Member, at: datetime) -> int:
    """How many cases nobody else could open; without those that the reader may not know of."""
    theirs = grants.keyed(Grant.objects.filter(case__event=event, member=member), at).values("case")
    others = grants.keyed(Grant.objects.filter(case__event=event).exclude(member=member), at).values("case")
    return _known_to(reader, Case.objects.filter(pk__in=theirs).exclude(pk__in=others)).count()


def held_together(event: Event, member: Member, *, reader: Unlocked, at: datetime) -> int:
    """How many cases both they and the reader hold."""
    mine = grants.opening(Grant.objects.filter(case__event=event, member=reader.member), at).values("case")
    return Grant.objects.filter(case__in=mine, member=member).count()


def orphans(reader: Member, *, at: datetime) -> list[Orphan]:
    """Cases of the reader's events that nobody opens, while somebody still has their key; none they may not know of."""
    mine = Membership.objects.filter(Membership.lasting(at), member=reader, role__in=HOLDING).values("event")
    here = Grant.objects.filter(case__event__in=mine)
    left = here.filter(identity__retired=False).exclude(sealed=b"").exclude(pk__in=grants.in_conflict(here))
    cases = Case.objects.filter(pk__in=left.values("case")).exclude(pk__in=grants.keyed(here, at).values("case"))
    rows = left.filter(case__in=_known_to(reader, cases)).select_related("case__event", "member").order_by("slot")
    found: dict[Case, list[Member]] = {}
    for row in rows:
        found.setdefault(row.case, []).append(row.member)
    return [Orphan(case, holders) for case, holders in found.items()] if found and is_attested(reader) else []


def lost(reader: Member, *, at: datetime) -> list[Case]:
    """Cases of the reader's events whose only keys were lost; none they may not know of."""
    mine = Membership.objects.filter(Membership.lasting(at), member=reader, role__in=HOLDING).values("event")
    here = Grant.objects.filter(case__event__in=mine)
    left = here.filter(identity__retired=False).exclude(sealed=b"")
    cases = Case.objects.filter(pk__in=here.values("case")).exclude(pk__in=left.values("case"))
    found = list(_known_to(reader, cases).select_related("event").order_by("event__starts", "pk"))
    return found if found and is_attested(reader) else []


def _chairs_besides(member: Member, event: Event, *, by: Unlocked, at: datetime) -> bool:
    """Whether others are chairs, of whom nobody is changed now; raises ``ChangedMeanwhile`` unless ``by`` is one."""
    lasting = Membership.lasting(at + UNDER_WAY)
    chairs = Membership.objects.select_for_update().filter(lasting, event=event, role=Role.CHAIR)
    now = set(chairs.values_list("member_id", flat=True))
    if by.member.pk not in now:
        raise ChangedMeanwhile
    return bool(now - {member.pk})


def _forget_what_was_declared(event: Event, member: Member) -> None:
    """With whom they have a conflict, and what others told them of theirs."""
    Declaration.objects.filter(Q(member=member) | Q(reader__member=member), event=event).delete()


def _known_to(reader: Member, cases: QuerySet[Case]) -> QuerySet[Case]:
    """Not those in which they have a conflict: whoever has one may not learn that there is a case."""
    return cases.exclude(pk__in=Conflict.objects.filter(member=reader).values("case"))
