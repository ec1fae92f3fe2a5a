"""The timeline of a case: what happened, who did it and when, at a glance."""

from typing import Any

from trivet.access.cases import OpenCase
from trivet.models import Entry, decision, letter, outcome, report, response
from trivet.proofread.finding import Finding
from trivet.proofread.wording import pressing

from .account import titled
from .attached import attached
from .lines import LINES
from .lines.line import Names

_SPOKEN = (response.Message, response.Words, letter.Told)
_MILESTONES = {report.Report, decision.Meeting, decision.Agreement, outcome.Closing}


def timeline(case: OpenCase, names: Names, *, only: str = "") -> list[dict[str, Any]]:
    """One line an entry, or ``only`` that of one; oldest first, without what only the machinery needs."""
    lines, reports, whose = [], titled(case.file), dict[str, str]()
    if len(reports) > 1:
        names = {**names, **{report.id: title for report, title in reports}}
        whose = {case.conversations.get(report.id, ""): title for report, title in reports}
    for entry in case.file.entries:
        if type(entry) in LINES and only in ("", entry.id):
            picture, title, body = LINES[type(entry)](entry, names)
            by_itself = isinstance(entry, report.Withheld) and entry.why != report.EXCLUDED
            said_to = whose.get(entry.conversation, "") if isinstance(entry, _SPOKEN) else ""
            who = " · ".join(filter(None, ["" if by_itself else names.get(entry.by, ""), said_to]))
            lines.append(
                {
                    "kind": picture, "title": title, "body": body, "against": entry.against, "at": entry.at,
                    "who": who, "milestone": type(entry) in _MILESTONES, "marks": _marks(entry),
                    "attachments": [] if isinstance(entry, report.Report) else attached(case, entry),
                }
            )  # fmt: skip
    return lines


def _marks(entry: Entry) -> list[Finding]:
    """Wording in what was said that deserves another look: it was recorded, and is not held against anybody.

    The reported person may well be told to leave somebody alone, or what follows if they don't.
    """
    if isinstance(entry, letter.Told) and entry.party == letter.REPORTED:
        return []
    return pressing(entry.text) if isinstance(entry, response.Words | letter.Told) else []
