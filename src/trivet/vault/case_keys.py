"""The case key: 32 random bytes, wrapped for each holder, the reporter's half wrapped for them."""

import os
from dataclasses import dataclass

from . import Blob
from .envelope import seal, unseal
from .members import MemberKeys, seal_to


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


def new_box(key: bytes, tag: bytes) -> Box:
    """Make keys for a reporter and wrap them under their return key."""
    keys = MemberKeys.new()
    return Box(keys.public.seal_to, seal(key, keys.seed, place=("return box", tag.hex())))


def seal_half(half: bytes, public: bytes, *, place: tuple[str, ...]) -> bytes:
    """Give a thread's half to the reporter; on rotation a holder does it again without the code."""
    return seal_to(public, half, place=("thread half", *place))


def open_half(key: bytes, tag: bytes, wrapped_seed: Blob, sealed: Blob, *, place: tuple[str, ...]) -> bytes:
    """What the reporter's code opens; raises ``Tampered``."""
    keys = MemberKeys(unseal(key, wrapped_seed, place=("return box", tag.hex())))
    return keys.open(sealed, place=("thread half", *place))
