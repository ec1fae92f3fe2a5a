"""Who may hold a case: choosing holders for a new one, letting somebody in."""

from datetime import datetime

from django.db import IntegrityError, transaction

from trivet.models import HOLDERS, Conflict, Event, Grant, Member, Membership, Role

from .attestation import Trust
from .cases import OpenCase
from .intake import grant_to


class NoRoom(Exception):
    """Three people hold this case; a fourth is refused by the database."""


def team(event: Event, at: datetime) -> list[Membership]:
    """The team in the order in which a new report is sealed to them: pair on duty, chairs, stand-ins."""
    memberships = (
        Membership.objects.filter(Membership.lasting(at), event=event, role__in=[Role.TEAM, Role.CHAIR])
        .select_related("member")
        .order_by("member__name")
    )
    trust = Trust()
    attested = [membership for membership in memberships if trust.includes(membership.member)]
    return sorted(attested, key=lambda m: (m.role == Role.TEAM and not m.on_duty, m.role == Role.CHAIR))


def choose_holders(team: list[Membership], kept_from: list[Member]) -> list[Member]:
    """At most three: two of the team and a chair where they can, in the order of ``team``."""
    free = [membership for membership in team if membership.member not in kept_from]
    chairs = [m for m in free if m.role == Role.CHAIR]
    others = [m for m in free if m.role == Role.TEAM]
    chosen = [*others[: HOLDERS - 1], *chairs[:1]]
    chosen += [m for m in (*others, *chairs) if m not in chosen][: HOLDERS - len(chosen)]
    return [membership.member for membership in chosen]


def free_members(case: OpenCase, at: datetime) -> list[Member]:
    """Who could be let in: attested, of this event's team, without a conflict, not holding it."""
    taken = set(Grant.objects.filter(case=case.case).values_list("member_id", flat=True))
    taken |= set(Conflict.objects.filter(case=case.case).values_list("member_id", flat=True))
    return [m.member for m in team(case.case.event, at) if m.member_id not in taken]


def let_in(case: OpenCase, member: Member) -> None:
    """Wrap the case key for a further member, in the session of one who has it. Raises ``NoRoom``."""
    try:
        with transaction.atomic():
            taken = set(Grant.objects.filter(case=case.case).values_list("slot", flat=True))
            slot = min(set(range(1, HOLDERS + 2)) - taken)
            if slot > HOLDERS:
                raise NoRoom
            Conflict.objects.filter(case=case.case, member=member).delete()
            grant_to(case.case, case.key, member, slot).save(force_insert=True)
    except IntegrityError:
        raise NoRoom from None


def names(ids: set[str]) -> dict[str, str]:
    """The names of members, by id."""
    return {str(id_): name for id_, name in Member.objects.filter(id__in=ids).values_list("id", "name")}


def is_on_a_team(member: Member, at: datetime) -> bool:
    """Whether somebody is on the team of any event now."""
    mine = Membership.objects.filter(Membership.lasting(at), member=member)
    return mine.filter(role__in=[Role.TEAM, Role.CHAIR]).exists()


def is_at(member: Member, event: Event, at: datetime) -> bool:
    """Whether somebody has a role at an event now."""
    return Membership.objects.filter(Membership.lasting(at), member=member, event=event).exists()


def has_chair_besides(event: Event, member: Member, at: datetime) -> bool:
    """Whether an event keeps a chair without this member."""
    chairs = Membership.objects.filter(Membership.lasting(at), event=event, role=Role.CHAIR, until=None)
    trust = Trust()
    return any(trust.includes(chair.member) for chair in chairs.exclude(member=member).select_related("member"))


def events_of(member: Member) -> list[Event]:
    """The events that somebody has or had a role at, the next first."""
    return list(Event.objects.filter(memberships__member=member).order_by("starts"))


def memberships_of(member: Member) -> list[Membership]:
    """What somebody is or was, and where, the next event first."""
    return list(Membership.objects.filter(member=member).select_related("event").order_by("event__starts"))
