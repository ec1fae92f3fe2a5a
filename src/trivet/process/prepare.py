"""Prepare: the event, its numbers and its people."""

from dataclasses import dataclass
from datetime import datetime

from trivet.access import attestation, sign_in
from trivet.access.sign_in import Unlocked
from trivet.models import Event, Membership


@dataclass(frozen=True)
class NewMember:
    """Somebody who gets an account. ``until`` ends a role; None lasts."""

    email: str
    name: str
    role: str
    password: str
    on_duty: bool = False
    until: datetime | None = None
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


def found_team(event: Event, people: list[NewMember]) -> list[Unlocked]:
    """Make the accounts of an event; the first of them is the founder, who attests the others."""
    founder, *others = [_join(event, person) for person in people]
    attestation.pin_founder(founder.member, founder.keys)
    for member in others:
        attestation.attest(member.member, by=founder.member, keys=founder.keys)
    return [founder, *others]


def _join(event: Event, person: NewMember) -> Unlocked:
    made = sign_in.create_member(
        email=person.email, name=person.name, password=person.password,
        aliases=list(person.aliases), handles=list(person.handles),
    )  # fmt: skip
    Membership.objects.create(
        member=made.member, event=event, role=person.role, on_duty=person.on_duty, until=person.until
    )
    return made
