"""Who may hold a case: choosing holders for a new one, letting somebody in."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from trivet.models import HOLDERS, HOLDING, TEAM, Conflict, Event, Grant, Member, Membership, Role

from . import duty
from .attestation import Trust
from .cases import OpenCase
from .intake import grant_to


class NoRoom(Exception):
    """Three people hold this case; a fourth is refused by the database."""


def everybody(event: Event, at: datetime) -> list[Membership]:
    """Whoever may hold cases of an event and be sealed to: the pair on duty, chairs, stand-ins, outside contacts.

    Of the stand-ins those come first who are on duty next.
    """
    lasting = Membership.objects.filter(Membership.lasting(at), event=event, role__in=HOLDING)
    trust = Trust()
    attested = [m for m in lasting.select_related("member").order_by("member__name") if trust.includes(m.member)]
    turns = duty.turns(event, at)
    return sorted(attested, key=lambda membership: _place(membership, turns.get(membership.member_id), at))


def team(event: Event, at: datetime) -> list[Membership]:
    """The team in the order in which a new report is sealed to them: pair on duty, chairs, stand-ins."""
    return [membership for membership in everybody(event, at) if membership.role in TEAM]


def outside(event: Event, at: datetime) -> list[Membership]:
    """The outside contacts, who get what nobody of the team may read."""
    return [membership for membership in everybody(event, at) if membership.role == Role.OUTSIDE]


def choose_holders(people: list[Membership], kept_from: list[Member]) -> list[Member]:
    """At most three of ``people``, in their order: two of the team and a chair where they can.

    Outside contacts alone, when nobody of the team is left.
    """
    free = [membership for membership in people if membership.member not in kept_from]
    chairs = [m for m in free if m.role == Role.CHAIR]
    others = [m for m in free if m.role == Role.TEAM]
    chosen = [*others[: HOLDERS - 1], *chairs[:1]]
    chosen += [m for m in (*others, *chairs) if m not in chosen][: HOLDERS - len(chosen)]
    return [membership.member for membership in chosen or free[:HOLDERS]]


def free_members(case: OpenCase, at: datetime) -> list[Member]:
    """Who could be let in: attested, of this event's team, without a conflict, not holding it.

    The outside contacts, when nobody of the team is free and few hold the case.
    """
    taken = set(Grant.objects.filter(case=case.case).values_list("member_id", flat=True))
    free = [membership for membership in without_conflict(case, at) if membership.member_id not in taken]
    near = [membership.member for membership in free if membership.role in TEAM]
    return near if near or len(case.holders) == HOLDERS else [membership.member for membership in free]


def without_conflict(case: OpenCase, at: datetime) -> list[Membership]:
    """Everybody who may hold this case, whoever does among them."""
    kept = set(Conflict.objects.filter(case=case.case).values_list("member_id", flat=True))
    return [membership for membership in everybody(case.case.event, at) if membership.member_id not in kept]


def neighbours(case: OpenCase, at: datetime) -> list[Membership]:
    """Teams of the same organiser's other events, by name: people who would first need a role at this one."""
    event = case.case.event
    here = Membership.objects.filter(Membership.lasting(at), event=event).values("member")
    kept = Conflict.objects.filter(case=case.case).values("member")
    rows = Membership.objects.filter(Membership.lasting(at), event__organiser=event.organiser_id, role__in=TEAM)
    rows = rows.exclude(member__in=here).exclude(member__in=kept).select_related("member", "event")
    trust, found = Trust(), {row.member_id: row for row in rows.order_by("member__name")}
    return [row for row in found.values() if trust.includes(row.member)]


def keep_from(case: OpenCase, member: Member) -> None:
    """See to it that a member is never given this case. Step: respond."""
    Conflict.objects.get_or_create(case=case.case, member=member)


def let_in(case: OpenCase, member: Member) -> None:
    """Wrap the case key for a further member, in the session of one who has it. Raises ``NoRoom``."""
    try:
        with transaction.atomic():
            taken = set(Grant.objects.filter(case=case.case).values_list("slot", flat=True))
            slot = min(set(range(1, HOLDERS + 2)) - taken)
            if slot > HOLDERS:
                raise NoRoom
            Conflict.objects.filter(case=case.case, member=member).delete()
            new = grant_to(case.case, case.key, member, slot)
            new.waits = True
            new.save(force_insert=True)
    except IntegrityError:
        raise NoRoom from None


def members(ids: Iterable[str]) -> list[Member]:
    """Members by id, so that a text can be compared with their names."""
    return list(Member.objects.filter(id__in=list(ids)))


def kept_from(case: OpenCase) -> list[Member]:
    """Who must never hold a case, whether they are of the team now or not."""
    return list(Member.objects.filter(pk__in=Conflict.objects.filter(case=case.case).values("member")))


def names(ids: set[str]) -> dict[str, str]:
    """The names of members, by id."""
    return {str(id_): name for id_, name in Member.objects.filter(id__in=ids).values_list("id", "name")}


def may_hold_cases(member: Member, at: datetime) -> bool:
    """Whether somebody is on the team of any event now, or its outside contact."""
    mine = Membership.objects.filter(Membership.lasting(at), member=member)
    return mine.filter(role__in=HOLDING).exists()


def is_at(member: Member, event: Event, at: datetime) -> bool:
    """Whether somebody has a role at an event now."""
    return Membership.objects.filter(Membership.lasting(at), member=member, event=event).exists()


def has_chair_besides(event: Event, member: Member, at: datetime) -> bool:
    """Whether an event keeps a chair without this member."""
    chairs = Membership.objects.filter(Membership.lasting(at), event=event, role=Role.CHAIR, until=None)
    trust = Trust()
    return any(trust.includes(chair.member) for chair in chairs.exclude(member=member).select_related("member"))


def events_of(member: Member, at: datetime) -> list[Event]:
    """The events that somebody has a role at, the next first."""
    mine = Membership.objects.filter(Membership.lasting(at), member=member)
    return list(Event.objects.filter(memberships__in=mine).order_by("starts"))


def _place(membership: Membership, turn: datetime | None, at: datetime) -> tuple[bool, bool, bool, bool, datetime]:
    """``turn``: from when on they are on duty, if ever."""
    role, on_duty = membership.role, turn is not None and turn <= at
    return role == Role.OUTSIDE, role == Role.TEAM and not on_duty, role == Role.CHAIR, turn is None, turn or at
