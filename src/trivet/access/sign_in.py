"""From a password to unlocked keys and back: signing in is opening one's own key slot."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from trivet.models import Identity, KeySlot, Member, Unlock
from trivet.vault import Tampered, passwords, unlock
from trivet.vault.members import MemberKeys
from trivet.vault.passwords import Busy as Busy

from . import journal

IDLE, AT_MOST = timedelta(minutes=15), timedelta(hours=8)
LONG_ENOUGH = 14
PASSWORD = "password"  # noqa: S105  (a kind of slot)


class WrongSignIn(Exception):
    """Unknown address or wrong password; which of them, nobody is told."""


class WeakPassword(Exception):
    """Too short or too common."""


@dataclass(frozen=True, repr=False)
class Unlocked:
    """A member with their keys, for as long as one request lasts."""

    member: Member
    keys: MemberKeys


def create_member(*, email: str, name: str, password: str, aliases: list[str], handles: list[str]) -> Unlocked:
    """Make somebody's account and keys. Nobody seals to them until they are attested."""
    member = Member.objects.create(email=email.lower(), name=name, aliases=aliases, handles=handles)
    return Unlocked(member, _new_keys(member, password))


def renew_keys(member: Member, *, password: str) -> Unlocked:
    """New keys for somebody who lost the old ones; their cases come back when a teammate turns the keys.

    Every other way in ends: sessions and other slots. Nobody seals to them until they
    are attested again.
    """
    with transaction.atomic():
        Identity.objects.filter(member=member).update(retired=True)
        for model in (KeySlot, Unlock):
            model.objects.filter(member=member).delete()
        return Unlocked(member, _new_keys(member, password))


def sign_in(*, email: str, password: str, at: datetime) -> tuple[Unlocked, str]:
    """Open the slot; return the member and the value of a new cookie. Raises ``WrongSignIn`` or ``Busy``."""
    address = email.strip().lower().replace("\0", "")
    slot = KeySlot.objects.filter(member__email=address, kind=PASSWORD).select_related("member").first()
    if slot is None:
        passwords.stretch(password, bytes(passwords.SALT))  # as long as a wrong password takes
        raise WrongSignIn
    keys = _open_slot(slot, password)
    member = slot.member
    cookie = unlock.lock_up(keys, str(member.id))
    end_idle_sessions(at)
    with transaction.atomic():
        if not KeySlot.objects.select_for_update().filter(pk=slot.pk, salt=slot.salt).exists():
            raise WrongSignIn  # the password was changed while this one was tried
        Unlock.objects.create(tag=cookie.tag, member=member, blob=cookie.blob, idle_at=at + IDLE, ends_at=at + AT_MOST)
        journal.write_open(what="signed in", member=member, at=at)
        journal.sign_head(member, keys)
    journal.anchor()
    return Unlocked(member, keys), cookie.value


def recall(cookie: str, at: datetime) -> Unlocked | None:
    """Who this cookie belongs to, if it still does. Puts the idle limit off."""
    found = (
        Unlock.objects.filter(tag=unlock.tag_of(cookie), idle_at__gt=at, ends_at__gt=at)
        .select_related("member")
        .first()
    )
    if found is None:
        return None
    try:
        keys = unlock.open_up(cookie, found.blob, str(found.member_id))
    except Tampered:
        return None
    if found.idle_at < at + IDLE - timedelta(minutes=1):
        Unlock.objects.filter(pk=found.pk).update(idle_at=at + IDLE)
    return Unlocked(found.member, keys)


def end_idle_sessions(at: datetime) -> None:
    """Remove what no cookie opens any more."""
    Unlock.objects.filter(Q(idle_at__lte=at) | Q(ends_at__lte=at)).delete()


def sign_out(cookie: str) -> None:
    Unlock.objects.filter(tag=unlock.tag_of(cookie)).delete()


def change_password(who: Unlocked, *, old: str, new: str, at: datetime) -> None:
    """Wrap the same keys under a new password; every session of theirs ends.

    Raises ``WrongSignIn`` when the old one is wrong, ``WeakPassword`` with a sentence.
    """
    _open_slot(KeySlot.objects.get(member=who.member, kind=PASSWORD), old)
    check_password(new)
    with transaction.atomic():
        _fill_slot(who.member, who.keys, new)
        Unlock.objects.filter(member=who.member).delete()
        journal.write_open(what="changed password", member=who.member, at=at)
    journal.anchor()


def check_password(password: str) -> None:
    """Five generated words pass, and so do 14 characters that are not common."""
    if len(password) < LONG_ENOUGH:
        raise WeakPassword("short")
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        raise WeakPassword("common") from None


def _new_keys(member: Member, password: str) -> MemberKeys:
    keys = MemberKeys.new()
    Identity.objects.create(member=member, seal_to=keys.public.seal_to, verify_with=keys.public.verify_with)
    _fill_slot(member, keys, password)
    return keys


def _open_slot(slot: KeySlot, password: str) -> MemberKeys:
    try:
        return MemberKeys(passwords.unwrap(password, slot.salt, slot.wrapped, place=_place(slot.member_id)))
    except Tampered:
        raise WrongSignIn from None


def _fill_slot(member: Member, keys: MemberKeys, password: str) -> None:
    salt, wrapped = passwords.wrap(password, keys.seed, place=_place(member.id))
    KeySlot.objects.update_or_create(member=member, kind=PASSWORD, defaults={"salt": salt, "wrapped": wrapped})


def _place(member_id: object) -> tuple[str, ...]:
    return ("slot", str(member_id), PASSWORD)
