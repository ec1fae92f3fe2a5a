"""A thief's tools: the ciphers that everybody knows, each answer remembered; None where something does not open."""

from functools import cache

from trivet.vault import Tampered, envelope, passwords, shares, words
from trivet.vault.derive import expand
from trivet.vault.members import MemberKeys
from trivet.vault.shares import Scope, data_key

half = cache(shares.half)


@cache
def stretch(word: str, salt: bytes) -> bytes:
    return passwords.stretch(word, salt)


@cache
def back(word: str, salt: bytes) -> tuple[bytes, bytes]:
    """What a return code comes to: a tag and a key."""
    made = expand(words.tidy(word).encode(), "return box", length=64, salt=salt)
    return made[:32], made[32:]


@cache
def unseal(key: bytes, sealed: bytes, *place: object) -> bytes | None:
    try:
        return envelope.unseal(key, sealed, place=tuple(map(str, place)))
    except Tampered:
        return None


@cache
def opened(seed: bytes, sealed: bytes, *place: object) -> bytes | None:
    try:
        return MemberKeys(seed).open(sealed, place=tuple(map(str, place)))
    except Tampered:
        return None


@cache
def joined(one: bytes, share: bytes, scope: Scope) -> bytes:
    return data_key(one, scope, {scope: share})
