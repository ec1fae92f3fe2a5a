"""What ``trivet doctor`` looks at: each check says good, look or bad, and what to do about it."""

from dataclasses import dataclass

GOOD, LOOK, BAD = "good", "look", "bad"


@dataclass(frozen=True)
class Finding:
    """One line. ``do`` is the way out; nothing in it tells of a case."""

    state: str
    says: str
    do: str = ""

    @property
    def line(self) -> str:
        return f"{self.state:5} {self.says}{f' → {self.do}' if self.do else ''}"


def good(says: str) -> Finding:
    return Finding(GOOD, says)


def look(says: str, do: str) -> Finding:
    return Finding(LOOK, says, do)


def bad(says: str, do: str) -> Finding:
    return Finding(BAD, says, do)


def worse(for_real: bool) -> str:
    """What is bad for a real event is worth a look where people only practise."""
    return BAD if for_real else LOOK
