"""The journal's arithmetic: a hash chain with a MAC, its key and its last link in the keys store."""

from dataclasses import dataclass

from . import Blob
from .derive import mac, same
from .installation import keep, recall, secret

START = bytes(32)
_KEY, _HEAD = "journal key", "journal head"


@dataclass(frozen=True, repr=False)
class Chain:
    """What can be computed with the journal's key."""

    key: bytes

    @classmethod
    def here(cls) -> "Chain":
        """The chain of this installation."""
        return cls(secret(_KEY))

    def link(self, previous: bytes, *parts: bytes) -> bytes:
        """The MAC of an entry, over the one before it and its own parts."""
        return mac(self.key, b"link", previous, *parts)

    def commitment(self, salt: bytes, body: bytes) -> bytes:
        """What the chain binds instead of a body, so that a body may be sealed anew."""
        return mac(self.key, b"body", salt, body)

    def stamp(self, *parts: bytes) -> bytes:
        """The MAC of something that may be replaced, such as the head or a sealed body."""
        return mac(self.key, b"stamp", *parts)

    def stamped(self, value: Blob, *parts: bytes) -> bool:
        return same(value, self.stamp(*parts))


def anchor(head: bytes) -> None:
    """Remember the head in the other store: a chain that was cut no longer contains it."""
    keep(_HEAD, head)


def anchored() -> bytes | None:
    return recall(_HEAD)
