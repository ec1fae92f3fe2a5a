"""From a password to unlocked keys and back: signing in is opening one's own key slot."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from trivet.models import KeySlot, Member, Membership, Role, Unlock
from trivet.vault import Tampered, unlock
from trivet.vault.members import MemberKeys
from trivet.vault.passwords import Busy as Busy

from . import journal, second_factor, slots
from .attestation import is_founder
from .slots import WrongSignIn as WrongSignIn
from .unlocked import Unlocked as Unlocked

IDLE, AT_MOST = timedelta(minutes=15), timedelta(hours=8)
A_DAY = timedelta(hours=16)  # for staff and desk, who sign in once a day: their keys open no case


def sign_in(*, email: str, password: str, code: str = "", at: datetime) -> tuple[Unlocked, str]:
    """Open the slot; return the member and the value of a new cookie.

    ``code`` is needed from those who have a second factor. Raises ``WrongSignIn``, ``WrongCode`` or ``Busy``.
    """
    slot, keys = slots.open_slot(email, slots.PASSWORD, password)
    second_factor.check(slot.member, keys, code, at)
    return start_session(slot, keys, at=at)


def start_session(slot: KeySlot, keys: MemberKeys, *, at: datetime) -> tuple[Unlocked, str]:
    """Lock the keys up under a new cookie. Raises ``WrongSignIn`` when the slot has changed meanwhile."""
    member = slot.member
    cookie = unlock.lock_up(keys, str(member.id))
    idle, at_most = (A_DAY, A_DAY) if _only_helps(member, at) else (IDLE, AT_MOST)
    end_idle_sessions(at)
    with transaction.atomic():
        slots.hold(slot)
        Unlock.objects.create(
            tag=cookie.tag, member=member, blob=cookie.blob, idle_at=at + idle, ends_at=at + at_most
        )  # fmt: skip
        journal.write_open(what="signed in", member=member, at=at)
        journal.sign_head(member, keys)
    journal.anchor()
    return Unlocked(member, keys), cookie.value


def begin(who: Unlocked, *, at: datetime) -> str:
    """Sign somebody in whose account was made this moment; returns the value of a new cookie."""
    return start_session(
        KeySlot.objects.select_related("member").get(member=who.member, kind=slots.PASSWORD), who.keys, at=at
    )[1]


def recall(cookie: str, at: datetime) -> Unlocked | None:
    """Who this cookie belongs to, if it still does. Puts the idle limit off.

    The long session of a helper ends with the first look at it after they got another role.
    """
    found = (
        Unlock.objects.filter(tag=unlock.tag_of(cookie), idle_at__gt=at, ends_at__gt=at)
        .select_related("member")
        .first()
    )
    if found is None:
        return None
    if found.idle_at > at + IDLE and not _only_helps(found.member, at):
        found.delete()
        return None
    try:
        keys = unlock.open_up(cookie, found.blob, str(found.member_id))
    except Tampered:
        return None
    if found.idle_at < at + IDLE - timedelta(minutes=1):
        Unlock.objects.filter(pk=found.pk).update(idle_at=at + IDLE)
    return Unlocked(found.member, keys)


def _only_helps(member: Member, at: datetime) -> bool:
    """Whether staff and desk are all that somebody is."""
    roles = Membership.objects.filter(Membership.lasting(at), member=member).values_list("role", flat=True)
    return bool(roles) and set(roles) <= {Role.STAFF, Role.DESK} and not is_founder(member)


def end_idle_sessions(at: datetime) -> None:
    """Remove what no cookie opens any more."""
    Unlock.objects.filter(Q(idle_at__lte=at) | Q(ends_at__lte=at)).delete()


def sign_out(cookie: str) -> None:
    Unlock.objects.filter(tag=unlock.tag_of(cookie)).delete()


def sessions_of(member: Member, *, at: datetime) -> int:
    """In how many browsers somebody is signed in."""
    return Unlock.objects.filter(member=member, idle_at__gt=at, ends_at__gt=at).count()


def sign_out_everywhere(who: Unlocked, *, password: str, at: datetime) -> None:
    """End every session of somebody who shows that they are still themselves. Raises ``WrongSignIn``."""
    slots.check_secret(who.member, slots.PASSWORD, password)
    with transaction.atomic():
        Unlock.objects.filter(member=who.member).delete()
        journal.write_open(what="signed out everywhere", member=who.member, at=at)
    journal.anchor()
