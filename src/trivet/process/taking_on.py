"""Somebody has the case, and hands it over when they cannot go on; a part of respond."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models import Member
from trivet.models.file import CLOSED
from trivet.models.response import Claim, HandOver

from .filing import file_entries, frame
from .gates import refuse_unless

Revision = uuid.UUID | None


def claim(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """ "I have it." The first one counts, until it is handed over; a second is told kindly who has it."""
    refuse_unless(
        case.file.claimed_by is None or case.file.handed_to,
        _("{name} has it already.").format(name=_whoever_has(case)),
        _("Nothing is lost: you both hold the case and can work on it together. Can they not go on? Take it over."),
    )
    file_entries(case, Claim(**frame(case, at)), did="claimed", seen=seen, at=at)


def _whoever_has(case: OpenCase) -> str:
    return next((one.name for one in case.holders if str(one.id) == case.file.claimed_by), "") or _("Somebody of you")


def hand_over(case: OpenCase, *, to: Member, seen: Revision, at: datetime) -> None:
    """Whoever has it asks another holder, who says "I have it"; or another holder takes it, when they cannot go on."""
    has = case.file.claimed_by
    refuse_unless(case.file.state != CLOSED, _("This case is closed."), _("There is nothing to take on any more."))
    refuse_unless(has, _("Nobody has it yet."), _("Say “I have it”, or ask another holder to say so."))
    refuse_unless(
        str(to.id) != has,
        _("They have it already."),
        _("Choose somebody else who holds the case, or leave it as it is."),
    )
    refuse_unless(to in case.holders, _("They do not hold this case."), _("Bring them in first."))
    if to == case.member:
        return file_entries(case, Claim(**frame(case, at)), did="took over", seen=seen, at=at)
    refuse_unless(
        has == case.by,
        _("Only whoever has it can ask somebody else to take it."),
        _("Take it yourself; then hand it over."),
    )
    file_entries(case, HandOver(member=str(to.id), **frame(case, at)), did="asked to take over", seen=seen, at=at)
