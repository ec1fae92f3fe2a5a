"""Prepare: the event, its people, and whose keys are trusted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from trivet.access import ChangedMeanwhile, accounts, attestation, departures, holding, invitations, journal, organising
from trivet.access.sign_in import Unlocked
from trivet.models import HOLDING, Event, Member, Organiser, Role, Shift

from .gates import Refused, refuse_unless


@dataclass(frozen=True)
class NewMember:
    """Somebody who gets an account. ``until`` ends a role; None lasts."""

    email: str
    name: str
    role: str
    password: str
    on_duty: bool = False  # for the days of the event
    until: datetime | None = None
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


class AddressTaken(Exception):
    """Another event has this address."""


def make_event(organiser: Organiser, *, facts: dict[str, Any], by: Unlocked, at: datetime) -> Event:
    """Another event of an organiser; whoever makes it is its chair. Raises ``AddressTaken``."""
    try:
        with transaction.atomic():
            event = Event.objects.create(organiser=organiser, **facts)
            invitations.appoint(by.member, event, role=Role.CHAIR, until=None)
            journal.write_open(what="made an event", member=by.member, at=at)
    except IntegrityError:
        raise AddressTaken from None
    journal.anchor()
    return event


def change_event(event: Event, *, facts: dict[str, Any], by: Unlocked, at: datetime) -> None:
    """The facts of an event as they are from now on."""
    with transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**facts)
        journal.write_open(what="changed an event", member=by.member, at=at)
    journal.anchor()


def found_team(event: Event, people: list[NewMember]) -> list[Unlocked]:
    """Make the accounts of an event; the first of them is the founder, who attests the others."""
    founder, *others = [_join(event, person) for person in people]
    attestation.pin_founder(founder.member, founder.keys)
    for member in others:
        attestation.attest(member.member, by=founder.member, keys=founder.keys)
    return [founder, *others]


def invite_person(event: Event, *, email: str, name: str, role: str, until: datetime | None, at: datetime) -> str:
    """A role for somebody who has an account, or a link for whoever has none: its secret part is returned, or "".

    Raises ``Refused`` when they are at the event already.
    """
    member = Member.objects.filter(email=email.lower()).first()
    if member is None:
        return invitations.invite(event, email=email, name=name, role=role, until=until, at=at)
    refuse_unless(
        not holding.is_at(member, event, at),
        _("This person is at the event already."),
        _("Look for them in the list; there you can change what they are."),
    )
    invitations.appoint(member, event, role=role, until=until)
    return ""


def change_role(event: Event, member: Member, *, role: str, until: datetime | None, by: Unlocked, at: datetime) -> None:
    """Somebody is something else at the event from now on, or until another day."""
    if role != Role.CHAIR or until:
        _refuse_the_last_chair(event, member, at)
    refuse_unless(
        role in HOLDING or not departures.held_alone(event, member, reader=by.member, at=at),
        _("They hold a case that nobody else could open then."),
        _("Ask them to step back from it first, with somebody who stands in for them."),
    )
    with _refusing_the_same_moment():
        departures.change(event, member, role=role, until=until, by=by, at=at)


def remove_person(event: Event, member: Member, *, alone_too: bool, by: Unlocked, at: datetime) -> None:
    """Somebody leaves the event this moment. ``alone_too``: also if cases then open for nobody."""
    _refuse_the_last_chair(event, member, at)
    refuse_unless(
        alone_too or not departures.held_alone(event, member, reader=by.member, at=at),
        _("They hold a case that nobody else can open."),
        _("Ask them to step back from it first, with somebody who stands in. If that cannot wait, tick the box."),
    )
    with _refusing_the_same_moment():
        departures.remove(event, member, by=by, at=at)


def renew_person(event: Event, member: Member, *, role: str, alone_too: bool, by: Unlocked, at: datetime) -> str:
    """A link by which somebody who lost password and recovery code makes new keys. Returns its secret.

    ``alone_too``: also if cases are lost by it, because they alone have a key. Whoever has the link could take
    their place, so it takes a chair of every event whose cases they may hold.
    """
    others = organising.out_of_hand(by, member, at=at)
    refuse_unless(
        not others,
        _("They may hold cases of an event of which you are no chair: {events}.").format(
            events=", ".join(other.name for other in others)
        ),
        _("Ask a chair there to make you one as well until this is done, or to end their role there first."),
    )
    refuse_unless(
        alone_too or not departures.held_alone(event, member, reader=by.member, at=at),
        _("They hold a case that nobody else can open, and new keys cannot open it either."),
        _("Look for their recovery code first. If it is lost for good, tick the box."),
    )
    return invitations.invite(event, email=member.email, name=member.name, role=role, until=None, renews=member, at=at)


def vouch(member: Member, *, heard: str, by: Unlocked, at: datetime) -> None:
    """A teammate heard the six words: from now on keys are sealed to this person."""
    try:
        attestation.vouch(member, heard=heard, by=by, at=at)
    except attestation.OtherWords:
        raise Refused(
            _("These are not the words of the keys that are here."),
            _("Ask them to read the words once more, from their own page. If they stay different, tell a chair."),
        ) from None


@contextmanager
def _refusing_the_same_moment() -> Iterator[None]:
    try:
        yield
    except ChangedMeanwhile:
        raise Refused(
            _("Another chair changed who is at the event at the same moment."), _("Look at the list again.")
        ) from None


def _refuse_the_last_chair(event: Event, member: Member, at: datetime) -> None:
    refuse_unless(
        holding.has_chair_besides(event, member, at),
        _("This is the only chair of the event, and somebody has to let people in and go."),
        _("Make somebody else a chair first, without an end."),
    )


def _join(event: Event, person: NewMember) -> Unlocked:
    made = accounts.create_member(
        email=person.email, name=person.name, password=person.password,
        aliases=list(person.aliases), handles=list(person.handles),
    )  # fmt: skip
    invitations.appoint(made.member, event, role=person.role, until=person.until)
    if person.on_duty:
        Shift.objects.create(event=event, member=made.member, starts=event.starts, ends=event.ends)
    return made
