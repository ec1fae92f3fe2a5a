"""The people of an event: what each is, and whether keys may be sealed to them."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from trivet.models import Event, Member, Membership

from . import Denied, duty
from .attestation import Trust


@dataclass(frozen=True)
class Person:
    """Somebody with a role; ``attested`` once a teammate vouched for their keys."""

    membership: Membership
    attested: bool
    on_duty: bool = False

    @property
    def member(self) -> Member:
        return self.membership.member


def people_of(event: Event, *, at: datetime) -> list[Person]:
    """Everybody with a role at an event now, by name."""
    rows = Membership.objects.filter(Membership.lasting(at), event=event).select_related("member")
    trust, turns = Trust(), duty.turns(event, at)
    return [
        Person(row, trust.includes(row.member), turns.get(row.member_id) == at) for row in rows.order_by("member__name")
    ]


def person(event: Event, member_id: uuid.UUID, *, at: datetime) -> Person:
    """One of them; raises ``Denied``."""
    found = [each for each in people_of(event, at=at) if each.member.id == member_id]
    if not found:
        raise Denied
    return found[0]
