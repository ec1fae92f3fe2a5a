"""The first opening of what a telephone sealed: only now can names be compared."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trivet.access import holding
from trivet.access.cases import OpenCase
from trivet.models import HOLDERS, REPORTER, Entry, Member
from trivet.models.report import LEFT_OUT, NAMED, KeptOnPhone, Withheld

from .filing import frame
from .naming import named_in


@dataclass(frozen=True)
class Compared:
    """What the first opening finds: who is kept from the case, who gets it instead, and what is filed."""

    kept_from: list[Member]
    joining: list[Member]
    entries: list[Entry]


def compare(case: OpenCase, *, at: datetime) -> Compared:
    """Do at the first opening what is done before sealing where there is a network.

    Whoever was left out or may be named is kept from it, the reader too. Is nobody of them left, others
    get it; where there are none, it stays with those who have it, and the order of opening protects.
    """
    if case.unsealed is None:
        return Compared([], [], [])
    everybody = [membership.member for membership in holding.everybody(case.case.event, at)]
    left_out = [member for member in everybody if str(member.id) in case.unsealed.leave_out]
    named = [member for member in named_in(case.file, everybody) if member not in left_out]
    kept = [*left_out, *named]
    joining: list[Member] = []
    if not set(case.holders) - set(kept):
        free = [member for member in holding.free_members(case, at) if member not in kept]
        joining = free[:HOLDERS]
        kept = kept if joining else [member for member in kept if member not in case.holders]
    when: dict[str, Any] = {**frame(case, at), "by": REPORTER}
    entries: list[Entry] = [
        Withheld(member=str(member.id), why=LEFT_OUT if member in left_out else NAMED, **when) for member in kept
    ]
    if case.unsealed.written_at:
        entries.append(KeptOnPhone(written_at=case.unsealed.written_at, **when))
    return Compared(kept, joining, entries)
