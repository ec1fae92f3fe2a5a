"""Who may look after an event: its team sees who is who, a chair appoints people and lets them go."""

from datetime import datetime

from trivet.models import Event, Membership, Role

from . import Denied
from .attestation import is_attested
from .sign_in import Unlocked

TEAM = (Role.TEAM, Role.CHAIR)
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
