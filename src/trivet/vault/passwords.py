"""A password wraps a member's seed: Argon2id, at most four at once in a process."""

import os
from threading import BoundedSemaphore

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from . import Blob
from .envelope import seal, unseal

SALT = 16
_MEMORY_KIB, _PASSES, _LANES = 64 * 1024, 3, 1
_four_at_once = BoundedSemaphore(4)
_waiting_room = BoundedSemaphore(8)  # the four, and four who wait: nobody else's request is held up


class Busy(Exception):
    """Too many passwords are being tried at this moment."""


def wrap(password: str, secret: bytes, *, place: tuple[str, ...]) -> tuple[bytes, bytes]:
    """Return ``(salt, wrapped)``: the secret under a key stretched from the password."""
    salt = os.urandom(SALT)
    return salt, seal(stretch(password, salt), secret, place=place)


def unwrap(password: str, salt: Blob, wrapped: Blob, *, place: tuple[str, ...]) -> bytes:
    """Open what ``wrap`` made; raises ``Tampered`` for a wrong password."""
    return unseal(stretch(password, bytes(salt)), wrapped, place=place)


def stretch(password: str, salt: bytes) -> bytes:
    """A key from a password. Takes a fraction of a second and 64 MiB, on purpose. Raises ``Busy``."""
    if not _waiting_room.acquire(blocking=False):
        raise Busy
    try:
        with _four_at_once:
            kdf = Argon2id(salt=salt, length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB)
            return kdf.derive(password.encode())
    finally:
        _waiting_room.release()
