"""Retain: a brief record stays, everything else goes, each on its day."""

import uuid
from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import ChangedMeanwhile, Denied, cases, destruction, handover, invitations, rotation, turning
from trivet.access.cases import OpenCase
from trivet.access.rotation import NobodyLeft
from trivet.access.unlocked import Unlocked
from trivet.models import Member
from trivet.models.decision import WARNING
from trivet.models.file import CLOSED
from trivet.models.outcome import NOTED, Closing, Outcome, Reopening
from trivet.models.report import LEFT, STEPPED_BACK, Withheld
from trivet.vault import VaultError

from .filing import clocks_of, file_entries, frame, summarise
from .first_opening import compare
from .gates import refuse_unless
from .obligations import owed_before_closing
from .policy import WARNINGS_KEPT_YEARS, WORK_KEPT

Revision = uuid.UUID | None


def close_case(
    case: OpenCase, *, reporter: str, handled_by: list[str], when_and_where: str, what_happened: str, action: str,
    who_knows: str, seen: Revision, at: datetime,
) -> None:  # fmt: skip
    """Close: write the outcome record, and set the days on which records and account are destroyed."""
    refuse_unless(case.file.state != CLOSED, _("This case is closed already."), _("There is nothing to do."))
    refuse_unless(
        case.file.agreed or case.file.on_hold,
        _("Nothing is decided, and the case is not on hold."),
        _("Decide first, or put the case on hold if the affected person wants no further step."),
    )
    refuse_unless(
        not owed_before_closing(case.file),
        _("Something is still owed on this case."),
        _("The list on the case page says what; each can also be met by recording why it cannot be done."),
    )
    purge_at = purge_date(outcome_of(case), at)
    record = Outcome(
        code_name=case.file.code_name, outcome=outcome_of(case), reporter=reporter, handled_by=handled_by,
        when_and_where=when_and_where, what_happened=what_happened, action=action, who_knows=who_knows,
        purge_at=purge_at, **frame(case, at),
    )  # fmt: skip
    destruction.keep_outcome_until(case, purge_at)  # both days first: nothing of an open case is destroyed
    destruction.keep_work_until(case, at + WORK_KEPT)
    closing = Closing(committee=bool(case.case.event.committee_email), **frame(case, at))
    month = at.date().replace(day=1)
    file_entries(case, closing, record, did="closed", seen=seen, at=at, closed_month=month)


def reopen_case(case: OpenCase, *, because: str, seen: Revision, at: datetime) -> None:
    """Take the case up again from the meeting on; nothing is destroyed while it is open."""
    refuse_unless(case.file.state == CLOSED, _("This case is open."), _("There is nothing to reopen."))
    entry = Reopening(because=because, **frame(case, at))
    file_entries(case, entry, did="reopened", seen=seen, at=at, closed_month=None)
    destruction.keep_outcome_until(case, None)
    destruction.keep_work_until(case, None)


def end_access(case: OpenCase, *, at: datetime) -> None:
    """Turn the keys of a case that somebody holds who may not any more, or whose keys are lost.

    Access ends when the team changes, in the session of one who stays; or when what a phone had sealed
    is opened, and speaks of somebody. Raises ``ChangedMeanwhile``.
    """
    if case.destroyed:
        return rotation.turn(case, summary=None, clocks=None, did="changed the keys", at=at)
    went = [member for member in turning.departed(case, at=at) if str(member.id) not in case.file.gone]
    leaving = [Withheld(member=str(member.id), why=_why_gone(case, member), **frame(case, at)) for member in went]
    found = compare(case, at=at)
    file = case.file.having(*leaving, *found.entries)
    rotation.turn(
        case, *leaving, *found.entries, kept_from=found.kept_from, joining=found.joining, summary=summarise(file),
        clocks=clocks_of(file), did="opened what a phone had sealed" if case.unsealed else "changed the keys", at=at,
    )  # fmt: skip


def turned(case: OpenCase, *, at: datetime) -> bool:
    """End such access where that is possible. Whether the keys are others now; else the case stays as it is."""
    try:
        end_access(case, at=at)
    except (NobodyLeft, VaultError):
        return False
    except ChangedMeanwhile:
        pass  # somebody else did it
    return True


def turn_some(reader: Unlocked, *, enough: Callable[[], bool], at: datetime) -> int:
    """Turn the keys of what the reader holds, case by case until it is enough; returns of how many."""
    count = 0
    for case in turning.stale(reader, at=at):
        try:
            count += turned(cases.read_case(reader, case.pk, at=at, what="opened to change the keys"), at=at)
        except (Denied, VaultError):
            continue  # gone from the reader's hands meanwhile, or damaged; its own page says so
        if enough():
            break
    return count


def _why_gone(case: OpenCase, member: Member) -> str:
    """Somebody with a conflict stepped back, or was named after a restore; everybody else left the team."""
    return STEPPED_BACK if turning.has_conflict(case, member) else LEFT


def outcome_of(case: OpenCase) -> str:
    """What the case comes to: its decision, or "noted" when it is on hold."""
    return case.file.agreed.outcome if case.file.agreed else NOTED


def purge_date(outcome: str, at: datetime) -> datetime | None:
    """When the outcome record is destroyed: a warning's after two years, others are kept for good."""
    if outcome != WARNING:
        return None
    leap = at.month == 2 and at.day == 29
    return at.replace(year=at.year + WARNINGS_KEPT_YEARS, day=28 if leap else at.day)


def destroy_due(at: datetime) -> int:
    """Destroy what has to go by now; needs no key. Returns how many shares went."""
    handover.forget_old(at)
    invitations.forget_old(at)
    return destruction.sweep(at)
