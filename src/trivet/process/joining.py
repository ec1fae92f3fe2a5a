"""Several reports, one case: a further account is joined, parted again, or taken down; a part of respond."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import ChangedMeanwhile, holding, joining
from trivet.access.cases import OpenCase
from trivet.access.rotation import NobodyLeft
from trivet.models import HOLDERS, CaseFile, Entry, Member
from trivet.models.entry import from_bytes, to_bytes
from trivet.models.file import CLOSED, RECEIVED
from trivet.models.report import (
    RETALIATION,
    BroughtIn,
    Cleared,
    EarlierJournal,
    Joined,
    NoConflict,
    Opened,
    Parted,
    PerhapsAProgram,
    Report,
    SafetyCall,
)
from trivet.models.response import Claim, HandOver, Hold, HoldEnded

from .filing import clocks_of, file_entries, frame, summarise
from .gates import found, refuse_unless
from .naming import named_in
from .standing_in import stand_ins
from .steps import opening

Revision = uuid.UUID | None
# what was done before a report was joined, and counts only where it was done
_STAYS = (BroughtIn, Claim, Cleared, HandOver, Hold, HoldEnded, NoConflict, Opened, PerhapsAProgram, SafetyCall)


def join_report(case: OpenCase, *, into: OpenCase | None, seen: Revision, at: datetime) -> None:
    """A report belongs to another case that the reader holds, too: there it is one account of several.

    Whoever holds the other case reads it from now on, and nobody else. Neither author learns of it.
    """
    if seen not in (None, case.case.revision):
        raise ChangedMeanwhile
    other = found(into, _("You do not hold such a case."), _("Choose one of those that you hold."))
    refuse_unless(
        case.file.state == RECEIVED and not case.file.on_hold and len(case.file.reports) == 1,
        _("Only a new report can be joined to another case."),
        _("Is this the older one? Then join the new one to it. Is it on hold? Then ask the affected person first."),
    )
    refuse_unless(
        other.case.event == case.case.event and other.case != case.case,
        _("The other case belongs to another event."),
        _("Choose a case of the same event."),
    )
    refuse_unless(
        other.file.state != CLOSED and not opening(other.file, by=other.by),
        _("The other case is closed, or you have not opened it yet."),
        _("Open it first, then come back here."),
    )
    apart = ", ".join(member.name for member in kept_apart(case, other))
    refuse_unless(
        not apart,
        _("{names} must not see this report, and would: they hold the other case.").format(names=apart),
        _("They step back from the other case first, or you exclude them there."),
    )
    came, before = _sorted_out(case.file)
    journal = EarlierJournal(lines=[(line.member, line.what, line.at) for line in case.journal()], **frame(case, at))
    joined = Joined(
        report=case.file.report.id, conversation=case.conversations.get(case.file.report.id, ""),
        came=[entry.id for entry in (*came, journal)], before=[to_bytes(entry).decode() for entry in before],
        read_by=sorted({entry.by for entry in case.file.all(Opened)}), **frame(case, at),
    )  # fmt: skip
    heard = [entry for entry in case.file.entries if entry.scope == "thread"]
    file = other.file.having(*came, journal, joined, *heard)
    try:
        joining.join(
            other, case, *came, journal, joined, joining=also_holding(case, other, at),
            kept_from=holding.kept_from(case), summary=summarise(file), clocks=clocks_of(file),
            did="joined a report", seen=None, at=at,
        )  # fmt: skip
    except (NobodyLeft, holding.NoRoom):
        raise ChangedMeanwhile from None


def part_report(case: OpenCase, *, of: uuid.UUID, seen: Revision, at: datetime) -> None:
    """A report that was joined gets a case of its own again, with what was said in its conversation."""
    joined = found(
        case.file.joined.get(str(of)),
        _("This report was not joined to the case."),
        _("Look at the case: it may have a case of its own already."),
    )
    refuse_unless(case.file.state != CLOSED, _("This case is closed."), _("Reopen it first."))
    said = [e for e in case.file.entries if getattr(e, "conversation", "") == joined.conversation and e != joined]
    going = [*said, *(entry for entry in case.file.entries if entry.id in joined.came)]
    new = CaseFile.of([*going, *(from_bytes(text.encode()) for text in joined.before)])
    parted = Parted(code_name=new.code_name, **frame(case, at))
    rest = CaseFile.of([e for e in case.file.entries if e not in going and e != joined]).having(parted)
    joining.part(
        case, joined.conversation, parted, moved=[entry.id for entry in (*going, joined)],
        into=[entry for entry in new.entries if entry.scope == "work"], line=summarise(new), due=clocks_of(new),
        summary=summarise(rest), clocks=clocks_of(rest), seen=seen, at=at,
    )  # fmt: skip


def take_further_report(
    case: OpenCase, *, what_happened: str, who: str, when: str, in_danger: str, retaliation: bool, seen: Revision,
    at: datetime,
) -> None:  # fmt: skip
    """Somebody tells more of the same case, or that somebody gets back at them: a new report, linked to it."""
    report = Report(
        code_name=case.file.code_name, what_happened=what_happened, who=who, when=when, in_danger=in_danger,
        relation=RETALIATION if retaliation else "", taken_down_by=case.member.name, **frame(case, at),
    )  # fmt: skip
    refuse_unless(case.file.state != CLOSED, _("This case is closed."), _("Open it again first."))
    file_entries(case, report, did="took a further report down", seen=seen, at=at)


def kept_apart(case: OpenCase, other: OpenCase) -> list[Member]:
    """Holders of the other case who must not see this report: in conflict with it, or perhaps named in it."""
    new = [member for member in other.holders if member not in case.holders]
    kept = [*holding.kept_from(case), *named_in(case.file, new)]
    return [member for member in other.holders if member in kept]


def also_holding(case: OpenCase, other: OpenCase, at: datetime) -> list[Member]:
    """Who of this report's holders gets a free place with the other case."""
    free = stand_ins(other, at)
    coming = [member for member in case.holders if member not in other.holders and member in free]
    return coming[: HOLDERS - len(other.holders)]


def _sorted_out(file: CaseFile) -> tuple[list[Entry], list[Entry]]:
    """What comes along, and what stays behind; what was said in the conversation moves with it."""
    working = [entry for entry in file.entries if entry.scope == "work"]
    return [entry for entry in working if not isinstance(entry, _STAYS)], [
        entry for entry in working if isinstance(entry, _STAYS)
    ]
