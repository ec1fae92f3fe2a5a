"""Handing an event's cases over to a new team, whose conflicts are known before any key moves."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import ChangedMeanwhile, holding, rotation
from trivet.access.cases import OpenCase
from trivet.access.handover import Declared
from trivet.access.holding import NoRoom
from trivet.access.rotation import NobodyLeft
from trivet.models import HOLDERS, Entry, Member
from trivet.models.report import HANDED_OVER, NAMED, BroughtIn, Cleared, Withheld

from .filing import clocks_of, frame, summarise
from .gates import Refused, refuse_unless
from .naming import meets, named_in

ENOUGH = 2  # so many hold a case, where that is possible


@dataclass(frozen=True)
class Proposal:
    """Who could hold a case from now on. ``matched``: a name that they gave, or their own, may be in it."""

    case: OpenCase
    holders: list[Member]
    free: list[Member]
    matched: list[Member]

    @property
    def people(self) -> list[Member]:
        return [*self.holders, *self.free]

    @property
    def preset(self) -> list[Member]:
        """The new people; with those who hold it now, the reader last, where they would be too few."""
        new = [member for member in self.free if member not in self.matched][:HOLDERS]
        old = sorted(self.holders, key=lambda member: member == self.case.member)
        return new if len(new) >= ENOUGH else [*new, *old][:HOLDERS]


def propose(case: OpenCase, declared: Declared, *, at: datetime) -> Proposal:
    """Compare in memory what new people said with what is written in a case."""
    free = [member for member in holding.free_members(case, at) if member in declared]
    named = named_in(case.file, free)
    matched = [member for member in free if member in named or meets(case, declared[member])]
    return Proposal(case, case.holders, free, matched)


def hand_over(case: OpenCase, declared: Declared, *, to: Iterable[Member], seen: uuid.UUID, at: datetime) -> None:
    """Exactly these hold a case from now on; its keys are turned. Raises ``Refused``, ``ChangedMeanwhile``.

    Whoever is not among them although a name matched has a conflict from now on, and is never proposed again.
    """
    if seen != case.case.revision:
        raise ChangedMeanwhile
    proposal, chosen = propose(case, declared, at=at), list(to)
    refuse_unless(chosen, _("Nobody would hold this case."), _("Tick who holds it from now on, three at most."))
    refuse_unless(
        len(chosen) <= HOLDERS,
        _("Four people or more would hold this case."),
        _("Tick three at most."),
    )
    refuse_unless(
        set(chosen) <= set(proposal.people),
        _("Somebody of them cannot be given this case any more."),
        _("Look again at who is there now."),
    )
    refuse_unless(
        case.destroyed or len(chosen) >= min(ENOUGH, len(proposal.holders)),
        _("One person alone would hold this case, and it takes two to decide."),
        _("Tick a second one. Is there nobody else of the new team? Somebody who holds it now can stay."),
    )
    joining = [member for member in chosen if member in proposal.free]
    going = [member for member in proposal.holders if member not in chosen]
    kept = [member for member in proposal.matched if member not in chosen]
    if not joining and not going and not kept:
        return
    entries = [] if case.destroyed else _entries(case, proposal, joining, going, kept, at)
    file = case.file.having(*entries)
    summary, clocks = (None, None) if case.destroyed else (summarise(file), clocks_of(file))
    try:
        rotation.turn(
            case, *entries, going=going, joining=joining, kept_from=kept, summary=summary, clocks=clocks,
            did="handed over", at=at,
        )  # fmt: skip
    except (NobodyLeft, NoRoom):
        raise Refused(
            _("With these people the case could not be opened any more."),
            _("Tick somebody whose keys a teammate vouched for."),
        ) from None


def _entries(
    case: OpenCase, proposal: Proposal, joining: list[Member], going: list[Member], kept: list[Member], at: datetime
) -> list[Entry]:
    when = frame(case, at)
    return [
        *(Withheld(member=str(member.id), why=HANDED_OVER, **when) for member in going),
        *(Withheld(member=str(member.id), why=NAMED, **when) for member in kept),
        *((Cleared if m in proposal.matched else BroughtIn)(member=str(m.id), **when) for m in joining),
    ]
