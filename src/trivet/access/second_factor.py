"""The second factor: six digits from a telephone, beside the password.

Its secret is sealed to the member's own keys, so it is checked once the password has opened them;
it keeps out whoever learned a password, and not whoever has both stores as well.
"""

from datetime import datetime

import pyotp
from django.db import transaction

from trivet.models import Member, SecondFactor, Unlock
from trivet.vault import Tampered
from trivet.vault.envelope import seal, unseal
from trivet.vault.members import MemberKeys

from . import journal, slots
from .slots import PASSWORD, WrongSignIn
from .unlocked import Unlocked

ISSUER, STEP = "Trivet", 30  # seconds


class WrongCode(WrongSignIn):
    """Not the code of this moment, or one that was used already."""


def new_secret() -> str:
    """For a telephone that is being set up: 160 random bits, written in base 32."""
    return pyotp.random_base32()


def uri(member: Member, secret: str) -> str:
    """What the picture for the telephone says."""
    return pyotp.TOTP(secret).provisioning_uri(name=member.email, issuer_name=ISSUER)


def is_on(member: Member) -> bool:
    return SecondFactor.objects.filter(member=member).exists()


def switch_on(who: Unlocked, *, secret: str, code: str, password: str, at: datetime) -> None:
    """From now on the password needs a code; every session ends. Raises ``WrongCode``, ``WrongSignIn``."""
    step = _step(secret, code, at)
    slot, keys = slots.check_secret(who.member, PASSWORD, password)
    with transaction.atomic():
        slots.hold(slot)
        SecondFactor.objects.update_or_create(
            member=who.member, defaults={"sealed": _seal(who.member, keys, secret), "last_step": step}
        )
        _wrap_again(who.member, keys, password, "second factor on", at)
    journal.anchor()


def switch_off(who: Unlocked, *, password: str, at: datetime) -> None:
    """The password alone is enough again; every session ends. Raises ``WrongSignIn``."""
    slot, keys = slots.check_secret(who.member, PASSWORD, password)
    with transaction.atomic():
        slots.hold(slot)
        SecondFactor.objects.filter(member=who.member).delete()
        _wrap_again(who.member, keys, password, "second factor off", at)
    journal.anchor()


def check(member: Member, keys: MemberKeys, code: str, at: datetime) -> None:
    """Take a code once. Raises ``WrongCode``; does nothing for those who have no second factor."""
    row = SecondFactor.objects.filter(member=member).first()
    if row is None:
        return
    try:
        secret = unseal(keys.secret("second factor"), row.sealed, place=_place(member)).decode()
    except Tampered:
        raise WrongCode from None
    step = _step(secret, code, at)
    if not SecondFactor.objects.filter(pk=row.pk, last_step__lt=step).update(last_step=step):
        raise WrongCode  # somebody looked over their shoulder


def _step(secret: str, code: str, at: datetime) -> int:
    """Which half minute a code belongs to: this one, the one before or the one after."""
    totp, digits = pyotp.TOTP(secret, interval=STEP), "".join(code.split())
    now = int(at.timestamp()) // STEP
    right = [step for step in (now - 1, now, now + 1) if pyotp.utils.strings_equal(digits, totp.at(step * STEP))]
    if not right:
        raise WrongCode
    return right[-1]


def _wrap_again(member: Member, keys: MemberKeys, password: str, what: str, at: datetime) -> None:
    slots.fill(member, keys, PASSWORD, password)
    Unlock.objects.filter(member=member).delete()
    journal.write_open(what=what, member=member, at=at)


def _seal(member: Member, keys: MemberKeys, secret: str) -> bytes:
    return seal(keys.secret("second factor"), secret.encode(), place=_place(member))


def _place(member: Member) -> tuple[str, ...]:
    return ("second factor", str(member.id))
