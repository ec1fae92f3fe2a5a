"""Whose keys may be sealed to: the founder is pinned, everybody else was signed by somebody attested."""

from trivet.models import Member
from trivet.vault.derive import same
from trivet.vault.installation import keep, recall
from trivet.vault.members import MemberKeys, PublicKeys, signed_by

_PIN = "founder's pin"


class NotAttested(Exception):
    """Nobody vouched for these keys, or they were changed since."""


def pin_founder(member: Member, keys: MemberKeys) -> None:
    """The first member signs themselves and is pinned in the keys store. Step: prepare."""
    keep(_PIN, keys.public.verify_with)
    attest(member, by=member, keys=keys)


def attest(member: Member, *, by: Member, keys: MemberKeys) -> None:
    """Somebody attested says: these public keys are this person's."""
    member.attested_by = by
    member.signature = keys.sign(*_statement(member, member.public))
    member.save(update_fields=["attested_by", "signature"])


def pin() -> bytes:
    """The founder's public key, as the keys store has it; empty before there is a founder."""
    return recall(_PIN) or b""


def check(member: Member, pinned: bytes | None = None) -> PublicKeys:
    """The member's public keys, if the chain of signatures ends at the pin; else ``NotAttested``."""
    pinned = pin() if pinned is None else pinned
    seen: set[Member] = set()
    link = member
    while link not in seen:
        seen.add(link)
        by = link.attested_by
        if by is None or not signed_by(by.public.verify_with, link.signature, *_statement(link, link.public)):
            break
        if by == link:
            if same(by.public.verify_with, pinned):
                return member.public
            break
        link = by
    raise NotAttested(str(member.id))


def is_attested(member: Member, pinned: bytes | None = None) -> bool:
    """Whether a key may be sealed to this member."""
    try:
        check(member, pinned)
    except NotAttested:
        return False
    return True


def _statement(member: Member, public: PublicKeys) -> tuple[bytes, ...]:
    return (b"attest", member.id.bytes, public.seal_to, public.verify_with)
