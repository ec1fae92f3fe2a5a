"""Key slots: a member's seed, wrapped under a password or under a recovery code."""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from trivet.models import KeySlot, Member, SecondFactor
from trivet.vault import Tampered, passwords, words
from trivet.vault.members import MemberKeys

PASSWORD, RECOVERY = "password", "recovery"
LONG_ENOUGH = 14


class WrongSignIn(Exception):
    """Unknown address, or a wrong password or code; which of them, nobody is told."""


class WeakPassword(Exception):
    """Too short or too common."""


def fill(member: Member, keys: MemberKeys, kind: str, secret: str) -> None:
    """Wrap a member's seed under a secret, in place of any before."""
    salt, wrapped = passwords.wrap(secret, keys.seed, place=_place(member, kind))
    KeySlot.objects.update_or_create(member=member, kind=kind, defaults={"salt": salt, "wrapped": wrapped})


def open_slot(email: str, kind: str, secret: str) -> tuple[KeySlot, MemberKeys]:
    """The slot of whoever has this address, and the keys in it.

    Raises ``WrongSignIn``, which takes as long for an address that nobody has.
    """
    slot = KeySlot.objects.filter(member__email=plain(email), kind=kind).select_related("member").first()
    if slot is None:
        passwords.stretch(secret, bytes(passwords.SALT))
        raise WrongSignIn
    return slot, unwrap(slot, secret)


def plain(email: str) -> str:
    """An address as it is looked up, however it was typed: whatever counts tries for it counts for this one."""
    return email.replace("\0", "").strip().lower()


def check_secret(member: Member, kind: str, secret: str) -> tuple[KeySlot, MemberKeys]:
    """Somebody who is signed in shows that they are still themselves. Raises ``WrongSignIn``."""
    slot = KeySlot.objects.filter(member=member, kind=kind).select_related("member").first()
    if slot is None:
        raise WrongSignIn  # they have new keys elsewhere
    return slot, unwrap(slot, secret)


def hold(slot: KeySlot) -> None:
    """Until the transaction ends nobody else changes any slot of this member.

    Opening a slot takes long. Raises ``WrongSignIn`` when it was filled anew since: what opened it
    may do nothing any more.
    """
    held = KeySlot.objects.select_for_update().filter(member=slot.member).order_by("pk")
    if (slot.pk, bytes(slot.salt)) not in [(row.pk, bytes(row.salt)) for row in held]:
        raise WrongSignIn


def unwrap(slot: KeySlot, secret: str) -> MemberKeys:
    """The keys in a slot; raises ``WrongSignIn``."""
    try:
        return MemberKeys(passwords.unwrap(secret, slot.salt, slot.wrapped, place=_place(slot.member, slot.kind)))
    except Tampered:
        raise WrongSignIn from None


def new_recovery_code(member: Member, keys: MemberKeys) -> str:
    """Seven words that open the member's keys when the password is lost; shown once, in place of any before."""
    code = words.spell_random(words.RECOVERY_CODE)
    fill(member, keys, RECOVERY, words.tidy(code))
    return code


def check_password(password: str) -> None:
    """Five generated words pass, and so do 14 characters that are not common. Raises ``WeakPassword``."""
    if len(password) < LONG_ENOUGH:
        raise WeakPassword("short")
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        raise WeakPassword("common") from None


def _place(member: Member, kind: str) -> tuple[str, ...]:
    """A password slot knows whether a code belongs to it: who deletes the second factor opens nothing."""
    if kind == PASSWORD and SecondFactor.objects.filter(member=member).exists():
        return ("slot", str(member.id), kind, "and a code")
    return ("slot", str(member.id), kind)
