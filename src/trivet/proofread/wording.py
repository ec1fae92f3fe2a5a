"""Wording that presses on somebody who was hurt, or hands them the team's work.

``pressing("Do you want to withdraw it?")`` finds what invites withdrawal, asks for advice on the case or for the
penalty, asks for silence, blames, promises what nobody can keep, or leans on somebody. The patterns are plain enough
to mean the same to a browser: they go there as they stand, and ``plain`` is one replacement.
"""

import re

from .finding import Finding
from .pressing import PATTERNS, SPARED, WHY

_RULES = [
    (kind, re.compile(pattern, re.IGNORECASE | re.ASCII))
    for kind, patterns in {"": SPARED, **PATTERNS}.items()
    for pattern in patterns
]


def pressing(text: str) -> list[Finding]:
    """The passages in their order; of those that overlap, the first and longest, unless it is spared."""
    spoken = plain(text)
    found = [(match.start(), match.end(), kind) for kind, rule in _RULES for match in rule.finditer(spoken)]
    kept, read = [], 0
    for start, end, kind in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= read:
            read = end
            if kind:
                kept.append(Finding(kind, start, end, text[start:end], WHY[kind]))
    return kept


def plain(text: str) -> str:
    """With straight apostrophes, and a space for each line break; every character stays where it is."""
    return re.sub(r"\s", " ", text.replace("’", "'"))


def as_data() -> dict[str, object]:
    """The patterns, what is spared, and the reasons, for a browser."""
    return {"patterns": PATTERNS, "spared": SPARED, "why": WHY}
