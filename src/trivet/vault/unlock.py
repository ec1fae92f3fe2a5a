"""An unlocked session: the member's seed under a key that only the cookie has."""

import secrets
from dataclasses import dataclass

from . import Blob
from .derive import expand, fingerprint
from .envelope import seal, unseal
from .members import MemberKeys


@dataclass(frozen=True, repr=False)
class Cookie:
    """A new unlock: ``value`` goes to the browser, ``tag`` and ``blob`` into the main store."""

    value: str
    tag: bytes
    blob: bytes


def lock_up(keys: MemberKeys, member: str) -> Cookie:
    """Seal a member's seed under a fresh cookie."""
    value = secrets.token_urlsafe(32)
    return Cookie(value, tag_of(value), seal(_key(value), keys.seed, place=("unlock", member)))


def tag_of(value: str) -> bytes:
    """What the main store knows a cookie by."""
    return fingerprint(value.encode())


def open_up(value: str, blob: Blob, member: str) -> MemberKeys:
    """Recover the keys with the cookie; raises ``Tampered``."""
    return MemberKeys(unseal(_key(value), blob, place=("unlock", member)))


def _key(value: str) -> bytes:
    return expand(value.encode(), "unlock")
