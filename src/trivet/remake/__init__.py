"""A file that somebody sent, made anew: what is seen on it, and nothing else of it.

Pictures and pages are drawn again, text is decoded and written again. What a camera, a telephone
or a program hid in the file (place, device, author, a second file) has no way across. Plain Python,
usable without Django.
"""

from dataclasses import dataclass

LARGEST = 10 * 1024 * 1024  # bytes, of what is sent and of what comes out
COMPARED = 100_000
JPEG, PNG, PDF, TEXT = "image/jpeg", "image/png", "application/pdf", "text/plain"
KIND, BROKEN, LOCKED, LARGE = REASONS = ("kind", "broken", "locked", "large")


class Unusable(Exception):
    """Nothing can be made of a file; ``why`` is one of ``REASONS``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, repr=False)
class Remade:
    """A file made anew: ``media`` is one of the four types above."""

    media: str
    content: bytes

    @property
    def beginning(self) -> str:
        """What it says, where it is text, as far as anybody will compare it with names."""
        return self.content[:COMPARED].decode(errors="ignore") if self.media == TEXT else ""
