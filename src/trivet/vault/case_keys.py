"""The case key: 32 random bytes, wrapped for each holder, the reporter's half wrapped for them."""

import os
from dataclasses import dataclass
from uuid import UUID

from . import Blob, Tampered
from .derive import fingerprint
from .envelope import seal, unseal
from .members import MemberKeys, seal_to
from .shares import Scope


def new_case_key() -> bytes:
    return os.urandom(32)


def grant(case_key: bytes, public: bytes, *, case: str, member: str, version: int) -> bytes:
    """Wrap a case key for one member: having this is having access."""
    return seal_to(public, case_key, place=("grant", case, member, str(version)))


def open_grant(keys: MemberKeys, sealed: Blob, *, case: str, member: str, version: int) -> bytes:
    """Unwrap a grant; raises ``Tampered``."""
    return keys.open(sealed, place=("grant", case, member, str(version)))


@dataclass(frozen=True, repr=False)
class Box:
    """A reporter's box as it lies in the main store."""

    public: bytes
    wrapped_seed: bytes

    @property
    def id(self) -> UUID:
        """Follows from the public key: another key would be another box."""
        return UUID(bytes=fingerprint(self.public)[:16])


def new_box(key: bytes, tag: bytes) -> Box:
    """Make keys for a reporter and wrap them under their return key."""
    keys = MemberKeys.new()
    return Box(keys.public.seal_to, seal(key, keys.seed, place=("return box", tag.hex())))


def seal_half(half: bytes, box: Box, scope: Scope) -> bytes:
    """Give a thread's half to the reporter; on rotation a holder does it again without the code.

    Raises ``Tampered`` when the box has somebody else's public key.
    """
    if box.id != scope.subject:
        raise Tampered("not the key that this box was made with")
    return seal_to(box.public, half, place=("thread half", *scope.place))


def open_half(key: bytes, tag: bytes, wrapped_seed: Blob, sealed: Blob, scope: Scope) -> bytes:
    """What the reporter's code opens; raises ``Tampered``."""
    keys = MemberKeys(unseal(key, wrapped_seed, place=("return box", tag.hex())))
    return keys.open(sealed, place=("thread half", *scope.place))
