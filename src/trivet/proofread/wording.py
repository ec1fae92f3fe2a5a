"""Wording that presses on somebody who was hurt, or hands them the team's work.

``pressing("Do you want to withdraw it?")`` finds what invites withdrawal, asks for advice on the case
or for the penalty. The patterns are plain enough to mean the same to a browser: ``PATTERNS`` goes there
as it stands, and ``plain`` is one replacement.
"""

import re

from .finding import Finding
from .pressing import PATTERNS, WHY

_RULES = [
    (kind, re.compile(pattern, re.IGNORECASE | re.ASCII)) for kind, patterns in PATTERNS.items() for pattern in patterns
]


def pressing(text: str) -> list[Finding]:
    """The passages in their order; of those that overlap, the first and longest."""
    spoken = plain(text)
    found = [(match.start(), -match.end(), kind) for kind, rule in _RULES for match in rule.finditer(spoken)]
    kept: list[Finding] = []
    for start, end, kind in sorted(found):
        if not kept or start >= kept[-1].end:
            kept.append(Finding(kind, start, -end, text[start:-end], WHY[kind]))
    return kept


def plain(text: str) -> str:
    """With straight apostrophes, and a space for each line break; every character stays where it is."""
    return re.sub(r"\s", " ", text.replace("’", "'"))


def as_data() -> dict[str, object]:
    """The patterns and the reasons, for a browser."""
    return {"patterns": PATTERNS, "why": WHY}
