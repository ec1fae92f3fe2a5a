"""Somebody whose keys are in hand."""

from dataclasses import dataclass

from trivet.models import Member
from trivet.vault.members import MemberKeys


@dataclass(frozen=True, repr=False)
class Unlocked:
    """A member with their keys, for as long as one request lasts."""

    member: Member
    keys: MemberKeys
