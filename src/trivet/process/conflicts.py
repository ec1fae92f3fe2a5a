"""Conflicts: somebody steps back, is kept away by others, or is let in; a part of respond."""

import uuid
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from trivet.access import ChangedMeanwhile, holding, rotation
from trivet.access.cases import OpenCase
from trivet.access.rotation import NobodyLeft
from trivet.models import HOLDERS, Member
from trivet.models.report import EXCLUDED, STEPPED_BACK, BroughtIn, Cleared, Withheld

from .filing import clocks_of, file_entries, frame, summarise
from .gates import Refused, refuse_unless
from .standing_in import excludable, perhaps_named, stand_ins

Revision = uuid.UUID | None


def step_back(case: OpenCase, *, stand_in: Member | None, at: datetime) -> None:
    """Leave a case for a conflict, with no reason given. Needs somebody who stays or stands in."""
    refuse_unless(
        len(case.holders) > 1 or stand_in,
        _("You are the only one who holds this case."),
        _("Choose who stands in for you; then the case leaves your pages."),
    )
    refuse_unless(
        stand_in is None or stand_in in stand_ins(case, at),
        _("This person cannot stand in for you."),
        _("Choose somebody else of the team."),
    )
    leaving = Withheld(member=case.by, why=STEPPED_BACK, **frame(case, at))
    try:
        _turn_without(case, case.member, leaving, stand_in=stand_in, did="stepped back", at=at)
    except NobodyLeft:
        raise Refused(
            _("Nobody else could open this case: the others lost their keys."),
            _("Choose who stands in for you, or wait until somebody has vouched for their new keys."),
        ) from None


def exclude(case: OpenCase, *, member: Member, stand_in: Member | None, seen: Revision, at: datetime) -> None:
    """Keep somebody else from a case for a conflict, with no reason given: they lose it, or never get it."""
    refuse_unless(
        member in excludable(case, at),
        _("This person is kept from the case already, or could not get it anyway."),
        _("Choose somebody else. Is the conflict your own? Then step back."),
    )
    leaving = Withheld(member=str(member.id), why=EXCLUDED, **frame(case, at))
    if member not in case.holders:
        refuse_unless(
            stand_in is None,
            _("This person does not hold the case, so nobody takes their place."),
            _("Choose “Nobody”. To let somebody in as well, bring them in afterwards."),
        )
        also = partial(holding.keep_from, case, member)
        return file_entries(case, leaving, did="excluded somebody", seen=seen, at=at, also=also)
    others = [one for one in stand_ins(case, at) if one != member]
    refuse_unless(
        stand_in or len(case.holders) > 2 or not others,
        _("Without them you would hold this case alone, and it takes two to decide."),
        _("Choose who takes their place."),
    )
    refuse_unless(
        stand_in is None or stand_in in others,
        _("This person cannot take their place."),
        _("Choose somebody else of the team."),
    )
    try:
        _turn_without(case, member, leaving, stand_in=stand_in, did="excluded somebody", seen=seen, at=at)
    except (NobodyLeft, holding.NoRoom):
        raise ChangedMeanwhile from None  # the place, or who was to take it, went in between


def let_in(case: OpenCase, *, member: Member, seen: Revision, at: datetime) -> None:
    """Give the case to a further member: one whose name was a coincidence, or somebody who is needed."""
    refuse_unless(
        len(case.holders) < HOLDERS,
        _("Three people hold this case, and nobody else can."),
        _("Somebody steps back first."),
    )
    cleared = member in perhaps_named(case, at)
    refuse_unless(
        cleared or member in stand_ins(case, at),
        _("This person cannot be given the case."),
        _("Choose somebody else of the team."),
    )
    entry = (Cleared if cleared else BroughtIn)(member=str(member.id), **frame(case, at))
    file_entries(case, entry, did="let in", seen=seen, at=at, also=partial(holding.let_in, case, member))


def _turn_without(
    case: OpenCase, member: Member, leaving: Withheld, *, stand_in: Member | None, did: str, at: datetime,
    seen: Revision = None,
) -> None:  # fmt: skip
    """New keys for those who stay, and for whoever stands in; what they see of it is filed."""
    file, joining = case.file.having(leaving), [stand_in] if stand_in else []
    rotation.turn(
        case, leaving, kept_from=[member], joining=joining, summary=summarise(file), clocks=clocks_of(file), did=did,
        seen=seen, at=at,
    )  # fmt: skip
