"""Accounts: made, and kept through lost passwords and lost keys."""

from datetime import datetime, time

from django.db import transaction

from trivet.models import Identity, KeySlot, Member, SecondFactor, Unlock
from trivet.vault import words
from trivet.vault.members import MemberKeys

from . import journal, slots
from .slots import PASSWORD, RECOVERY
from .unlocked import Unlocked


def create_member(*, email: str, name: str, password: str, aliases: list[str], handles: list[str]) -> Unlocked:
    """Make somebody's account and keys. Nobody seals to them until they are attested."""
    member = Member.objects.create(email=email.lower(), name=name, aliases=aliases, handles=handles)
    return Unlocked(member, _new_keys(member, password))


def renew_keys(member: Member, *, password: str) -> Unlocked:
    """New keys for somebody who lost the old ones; their cases come back when a teammate turns the keys.

    Every other way in ends: sessions, other slots, the second factor. Nobody seals to them until
    they are attested again.
    """
    with transaction.atomic():
        retire_keys(member)
        return Unlocked(member, _new_keys(member, password))


def retire_keys(member: Member) -> None:
    """Nothing that somebody has opens anything any more: not their keys, passwords, codes or sessions."""
    Identity.objects.filter(member=member).update(retired=True)
    for model in (KeySlot, SecondFactor, Unlock):
        model.objects.filter(member=member).delete()


def change_password(who: Unlocked, *, old: str, new: str, at: datetime) -> None:
    """Wrap the same keys under a new password; every session of theirs ends.

    Raises ``WrongSignIn`` when the old one is wrong, ``WeakPassword`` with a sentence.
    """
    slot, keys = slots.check_secret(who.member, PASSWORD, old)
    slots.check_password(new)
    with transaction.atomic():
        slots.hold(slot)
        slots.fill(who.member, keys, PASSWORD, new)
        Unlock.objects.filter(member=who.member).delete()
        journal.write_open(what="changed password", member=who.member, at=at)
    journal.anchor()


def recover(*, email: str, code: str, new: str, at: datetime) -> str:
    """A lost password: the recovery code opens the same keys, and is used up. Returns the next one.

    The second factor goes, since the telephone may be lost too; every session ends. Raises
    ``WrongSignIn``, ``WeakPassword``, ``Busy``.
    """
    slots.check_password(new)
    slot, keys = slots.open_slot(email, RECOVERY, words.tidy(code))
    with transaction.atomic():
        slots.hold(slot)
        for model in (SecondFactor, Unlock):
            model.objects.filter(member=slot.member).delete()
        slots.fill(slot.member, keys, PASSWORD, new)
        following = slots.new_recovery_code(slot.member, keys)
        journal.write_open(what="recovered", member=slot.member, at=at)
    journal.anchor()
    return following


def renew_recovery_code(who: Unlocked, *, password: str, at: datetime) -> str:
    """Another recovery code; the one before opens nothing. Raises ``WrongSignIn``."""
    slot, keys = slots.check_secret(who.member, PASSWORD, password)
    with transaction.atomic():
        slots.hold(slot)
        code = slots.new_recovery_code(who.member, keys)
        journal.write_open(what="new recovery code", member=who.member, at=at)
    journal.anchor()
    return code


def has_recovery_code(member: Member) -> bool:
    return KeySlot.objects.filter(member=member, kind=RECOVERY).exists()


def change_names(member: Member, *, aliases: list[str], handles: list[str], at: datetime) -> None:
    """The names by which a report may mean this member. Step: prepare."""
    with transaction.atomic():
        Member.objects.filter(pk=member.pk).update(aliases=aliases, handles=handles)
        journal.write_open(what="changed names", member=member, at=at)
    journal.anchor()


def keep_quiet(member: Member, *, begin: time | None, end: time | None) -> None:
    """In which hours they would rather hear of nothing; None for no such hours. Step: prepare."""
    Member.objects.filter(pk=member.pk).update(quiet_from=begin, quiet_until=end)


def _new_keys(member: Member, password: str) -> MemberKeys:
    keys = MemberKeys.new()
    Identity.objects.create(member=member, seal_to=keys.public.seal_to, verify_with=keys.public.verify_with)
    slots.fill(member, keys, PASSWORD, password)
    return keys
