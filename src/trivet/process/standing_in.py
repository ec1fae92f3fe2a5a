"""Who could be given a case, and who must be kept from it: looked at by whoever has it open."""

from dataclasses import dataclass
from datetime import datetime

from trivet.access import holding
from trivet.access.cases import OpenCase
from trivet.models import Member, Membership
from trivet.models.file import CLOSED
from trivet.models.report import NAMED

from .naming import named_in
from .steps import withheld

ENOUGH = 2  # so many decide


@dataclass(frozen=True)
class Helpers:
    """Whom to bring in where few hold a case: those at the event, the nearest first, then the organiser's others."""

    here: list[Membership]
    elsewhere: list[Membership]


def too_few(case: OpenCase) -> bool:
    """Whether a case waits for somebody else, since it takes two to decide."""
    return len(case.holders) < ENOUGH and case.file.state != CLOSED


def helpers(case: OpenCase, at: datetime) -> Helpers:
    """Whom to bring in; those of another event need a role at this one first."""
    free, near = stand_ins(case, at), holding.neighbours(case, at)
    named = named_in(case.file, [one.member for one in near])
    return Helpers(
        [one for one in holding.without_conflict(case, at) if one.member in free],
        [one for one in near if one.member not in named],
    )


def stand_ins(case: OpenCase, at: datetime) -> list[Member]:
    """Who could be given the case without a second thought: free, and not named in it."""
    free = holding.free_members(case, at)
    named = named_in(case.file, free)
    return [member for member in free if member not in named]


def perhaps_named(case: OpenCase, at: datetime) -> list[Member]:
    """Who may be named in the case, and could be let in by somebody who knows that it is another person."""
    kept = withheld(case.file, NAMED)
    free = holding.free_members(case, at)
    people = holding.everybody(case.case.event, at) if kept else []
    return [*(one.member for one in people if str(one.member_id) in kept), *named_in(case.file, free)]


def excludable(case: OpenCase, at: datetime) -> list[Member]:
    """Whom the reader could exclude for a conflict: the other holders first, then whoever might get the case."""
    others = [member for member in case.holders if member != case.member]
    might = [*(one.member for one in holding.without_conflict(case, at)), *perhaps_named(case, at)]
    return [*others, *(member for member in dict.fromkeys(might) if member not in case.holders)]
