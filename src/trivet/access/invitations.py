"""Invitations: a link that makes one account, once; and new keys for somebody who lost theirs.

The store knows a link by its hash. What it makes opens nothing until a teammate has heard the six
words of its keys: whoever reads the mail that carries a link has no more than an empty account.
"""

from datetime import datetime, timedelta

from django.db import transaction

from trivet.models import Event, Invitation, Member, Membership
from trivet.vault import links

from . import Denied, accounts, journal, slots
from .unlocked import Unlocked

LASTS = timedelta(days=7)


def invite(
    event: Event,
    *,
    email: str,
    name: str,
    role: str,
    until: datetime | None,
    renews: Member | None = None,
    at: datetime,
) -> str:
    """Make a link for somebody and return its secret part; an earlier one for the same address ends."""
    token = links.new()
    with transaction.atomic():
        Invitation.objects.filter(event=event, email=email.lower(), used_at=None).delete()
        Invitation.objects.create(
            tag=links.tag_of(token), email=email.lower(), name=name, event=event, role=role, until=until,
            renews=renews, expires=at + LASTS,
        )  # fmt: skip
    return token


def find(token: str, *, at: datetime) -> Invitation:
    """The invitation that a link stands for. Unknown, used or too old: ``Denied`` alike."""
    rows = Invitation.objects.filter(tag=links.tag_of(token), used_at=None, expires__gt=at)
    invitation = rows.select_related("event", "renews").first()
    if invitation is None:
        raise Denied
    return invitation


def accept(
    token: str, *, name: str, password: str, aliases: list[str], handles: list[str], at: datetime
) -> tuple[Unlocked, str]:
    """Use a link up: an account with its role, or new keys. Returns the member and their recovery code.

    Raises ``Denied``, ``WeakPassword``.
    """
    slots.check_password(password)
    with transaction.atomic():
        invitation = find(token, at=at)
        if not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=at):
            raise Denied
        if invitation.renews:
            made = accounts.renew_keys(invitation.renews, password=password)
        elif Member.objects.filter(email=invitation.email).exists():
            raise Denied  # they joined by another link meanwhile
        else:
            made = accounts.create_member(
                email=invitation.email, name=name, password=password, aliases=aliases, handles=handles
            )
            appoint(made.member, invitation.event, role=invitation.role, until=invitation.until)
        code = slots.new_recovery_code(made.member, made.keys)
        journal.write_open(what="joined", member=made.member, at=at)
    journal.anchor()
    return made, code


def appoint(member: Member, event: Event, *, role: str, until: datetime | None) -> None:
    """Give somebody who has an account a role at an event, in place of any before."""
    with transaction.atomic():
        Membership.objects.update_or_create(member=member, event=event, defaults={"role": role, "until": until})
        end_links_of_others(member, event)


def end_links_of_others(member: Member, event: Event) -> None:
    """End links to new keys that other events made for somebody: whoever has one would come to the cases of this."""
    Invitation.objects.filter(renews=member, used_at=None).exclude(event=event).delete()


def waiting(event: Event, *, at: datetime) -> list[Invitation]:
    """Links of an event that nobody has used yet."""
    return list(Invitation.objects.filter(event=event, used_at=None, expires__gt=at).order_by("name"))


def forget_old(at: datetime) -> None:
    """Delete links that are too old to work, used or not: they name people who perhaps never came."""
    Invitation.objects.filter(expires__lte=at).delete()


def take_back(event: Event, invitation_id: int) -> None:
    """End a link that went to the wrong person."""
    Invitation.objects.filter(event=event, pk=invitation_id, used_at=None).delete()
