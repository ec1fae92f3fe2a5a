"""Who may look after an event: its team sees who is who, a chair appoints people and lets them go."""

from dataclasses import dataclass
from datetime import datetime

from trivet.models import HOLDING, TEAM, Event, Member, Membership, Organiser, Role

from . import Denied
from .attestation import is_attested, is_founder
from .sign_in import Unlocked

CHAIRS = (Role.CHAIR,)


def event_for(reader: Unlocked, slug: str, *, at: datetime, roles: tuple[Role, ...] = TEAM) -> Event:
    """An event at which the reader has one of these roles now, with keys that somebody vouched for.

    Everybody else is ``Denied``, as for an event that does not exist.
    """
    mine = Membership.objects.filter(Membership.lasting(at), event__slug=slug, member=reader.member, role__in=roles)
    found = mine.select_related("event__organiser").first()
    if found is None or not is_attested(reader.member):
        raise Denied
    return found.event


def is_chair(reader: Unlocked, event: Event, *, at: datetime) -> bool:
    """Whether the reader may appoint people to this event and let them go."""
    mine = Membership.objects.filter(Membership.lasting(at), event=event, member=reader.member, role__in=CHAIRS)
    return mine.exists() and is_attested(reader.member)


def out_of_hand(reader: Unlocked, member: Member, *, at: datetime) -> list[Event]:
    """The events at which somebody may hold cases, and of which the reader is no chair."""
    chaired = Membership.objects.filter(Membership.lasting(at), member=reader.member, role__in=CHAIRS)
    theirs = Membership.objects.filter(Membership.lasting(at), member=member, role__in=HOLDING)
    others = theirs.exclude(event__in=chaired.values("event")).select_related("event")
    return [row.event for row in others.order_by("event__starts")]


@dataclass(frozen=True)
class Mine:
    """What somebody is or was at an event, and whether anybody vouched for their keys."""

    membership: Membership
    lasts: bool
    attested: bool

    @property
    def event(self) -> Event:
        return self.membership.event

    @property
    def looks_after(self) -> bool:
        """Whether the event's own pages are theirs now."""
        return self.lasts and self.attested and self.membership.role in TEAM


def my_events(reader: Unlocked, *, at: datetime) -> list[Mine]:
    """Every event that the reader has or had a role at, the latest first."""
    rows = Membership.objects.filter(member=reader.member).select_related("event").order_by("-event__starts")
    attested = is_attested(reader.member)
    lasting = {row.pk for row in rows.filter(Membership.lasting(at))}
    return [Mine(row, row.pk in lasting, attested) for row in rows]


def organiser_for(reader: Unlocked, *, at: datetime) -> Organiser:
    """For whom the reader may make another event: as a chair, or as the founder while nobody is one.

    Everybody else is ``Denied``.
    """
    chairs = Membership.objects.filter(Membership.lasting(at), role__in=CHAIRS)
    mine = chairs.filter(member=reader.member).select_related("event__organiser").order_by("-event__starts").first()
    founds = mine is None and is_founder(reader.member) and not chairs.exists()
    organiser = mine.event.organiser if mine else Organiser.objects.order_by("pk").first()
    if organiser is None or not (mine or founds) or not is_attested(reader.member):
        raise Denied
    return organiser


def may_make_events(reader: Unlocked, *, at: datetime) -> bool:
    try:
        organiser_for(reader, at=at)
    except Denied:
        return False
    return True
