"""Whose keys may be sealed to: the founder is pinned, everybody else was signed by somebody attested."""

from datetime import datetime

from django.db import transaction

from trivet.models import Identity, Member
from trivet.vault import words
from trivet.vault.derive import fingerprint, same
from trivet.vault.installation import keep, recall
from trivet.vault.members import MemberKeys, PublicKeys, signed_by

from . import journal
from .unlocked import Unlocked

_PIN = "founder's pin"


class NotAttested(Exception):
    """Nobody vouched for these keys, or they were changed since."""


class OtherWords(Exception):
    """Not the words of the keys that are here: a slip of the tongue, or somebody else's keys."""


class Trust:
    """Every identity at one moment, in one query, and whom the founder's pin leads to."""

    def __init__(self) -> None:
        self.pin = recall(_PIN) or b""
        self.identities = {identity.pk: identity for identity in Identity.objects.all()}
        self.current = {row.member_id: row for row in self.identities.values() if not row.retired}

    def check(self, member: Member) -> Identity:
        """The member's own keys, if the chain of signatures ends at the pin; else ``NotAttested``."""
        identity = self.current.get(member.pk)
        link, seen = identity, set[int]()
        while link and link.pk not in seen:
            seen.add(link.pk)
            by = self.identities.get(link.attested_by_id or 0)
            if by is None or not signed_by(by.verify_with, link.signature, *_statement(link)):
                break
            if by is link:
                if identity and same(by.verify_with, self.pin):
                    return identity
                break
            link = by
        raise NotAttested(str(member.pk))

    def includes(self, member: Member) -> bool:
        """Whether a key may be sealed to this member."""
        try:
            self.check(member)
        except NotAttested:
            return False
        return True


def pin_founder(member: Member, keys: MemberKeys) -> None:
    """The first member signs themselves and is pinned in the keys store. Step: prepare."""
    keep(_PIN, keys.public.verify_with)
    attest(member, by=member, keys=keys)


def is_founder(member: Member) -> bool:
    """Whether the pinned keys are or were theirs."""
    return Identity.objects.filter(member=member, verify_with=recall(_PIN) or b"").exists()


def attest(member: Member, *, by: Member, keys: MemberKeys) -> None:
    """Somebody attested says: these public keys are this person's."""
    _sign(member.identity, by, keys)


def six_words(member: Member) -> str:
    """The fingerprint of somebody's keys, to be read aloud from their own page."""
    return _words(member.identity)


def vouch(member: Member, *, heard: str, by: Unlocked, at: datetime) -> None:
    """A teammate heard the six words from the person: now keys are sealed to them. Step: prepare.

    What is signed is what the words were of, whatever lies there by then; and once is enough, since a
    second signature would hang those who vouched for others in a circle. Raises ``OtherWords`` when
    these are not the words of the keys that are here, and ``NotAttested`` when nobody vouched for the
    one who vouches.
    """
    trust = Trust()
    trust.check(by.member)
    identity = member.identity
    if not same(words.tidy(heard).encode(), words.tidy(_words(identity)).encode()):
        raise OtherWords
    if trust.includes(member):
        return
    with transaction.atomic():
        _sign(identity, by.member, by.keys)
        journal.write_open(what="vouched", member=by.member, at=at)
    journal.anchor()


def check(member: Member) -> PublicKeys:
    """The public keys of one member; raises ``NotAttested``."""
    return Trust().check(member).public


def is_attested(member: Member) -> bool:
    """Whether a key may be sealed to this member."""
    return Trust().includes(member)


def _sign(identity: Identity, by: Member, keys: MemberKeys) -> None:
    identity.attested_by = by.identity
    identity.signature = keys.sign(*_statement(identity))
    identity.save(update_fields=["attested_by", "signature"])


def _words(identity: Identity) -> str:
    return words.fingerprint(fingerprint(b"".join(_statement(identity))))


def _statement(identity: Identity) -> tuple[bytes, ...]:
    return (b"attest", identity.member_id.bytes, bytes(identity.seal_to), bytes(identity.verify_with))
