"""What a reader of a text stumbles over."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A passage, from ``start`` to ``end``, of a kind, and why it deserves another look."""

    kind: str
    start: int
    end: int
    excerpt: str
    why: str
