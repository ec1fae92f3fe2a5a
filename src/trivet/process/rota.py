"""Who is on duty when; a part of prepare."""

from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import duty
from trivet.access.sign_in import Unlocked
from trivet.models import Event, Member, Shift

from .gates import refuse_unless


def plan_shift(
    event: Event, *, member: Member, starts: datetime, ends: datetime, phone: str, by: Unlocked, at: datetime
) -> None:
    """Somebody of the team is on duty from one moment to another."""
    theirs = [shift for shift in duty.shifts(event, at) if shift.member == member]
    refuse_unless(
        all(ends <= shift.starts or shift.ends <= starts for shift in theirs),
        _("They are on duty for some of these hours already."),
        _("Choose other hours, or strike the earlier ones out first."),
    )
    duty.put_on(Shift(event=event, member=member, starts=starts, ends=ends, phone=phone), by=by, at=at)
