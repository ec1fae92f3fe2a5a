"""What is refused, why, and the way out. Gates refuse plans, never records.

What already happened can always be recorded with a sentence on why it was not done as the
procedure asks; somebody else then looks at it.
"""

from typing import TypeVar

T = TypeVar("T")


class Refused(Exception):
    """``reason`` and ``way_out`` are sentences for the person who asked."""

    def __init__(self, reason: str, way_out: str) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.way_out = way_out


def refuse_unless(allowed: object, reason: str, way_out: str) -> None:
    """The one way to say no."""
    if not allowed:
        raise Refused(reason, way_out)


def found(thing: T | None, reason: str, way_out: str) -> T:
    """The thing that the rest is about; without it, no."""
    if thing is None:
        raise Refused(reason, way_out)
    return thing
