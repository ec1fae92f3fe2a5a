"""Respond: danger first, then who was named, then the account; somebody has it; people are kept safe."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from trivet.access.attachments import store
from trivet.access.cases import OpenCase
from trivet.models.file import CLOSED, MEETING, RECEIVED
from trivet.models.letter import AFFECTED, REPORTED, REPORTER_TOLD, SOMEBODY
from trivet.models.report import Names, NoConflict, Opened, SafetyCall, Seen
from trivet.models.response import (
    Approach,
    Hold,
    HoldEnded,
    Interim,
    Message,
    Note,
    Permission,
    Review,
    SafetyPlan,
    Words,
)
from trivet.remake import Remade

from .attaching import attach
from .conflicts import exclude as exclude
from .conflicts import let_in as let_in
from .conflicts import step_back as step_back
from .filing import file_entries, frame
from .gates import found, refuse_unless
from .joining import join_report as join_report
from .joining import part_report as part_report
from .joining import take_further_report as take_further_report
from .taking_on import claim as claim
from .taking_on import hand_over as hand_over

Revision = uuid.UUID | None


def record_safety_call(
    case: OpenCase, *, danger: str, done: str, police: str = "", seen: Revision, at: datetime
) -> None:
    """Somebody asked whether anyone is in danger, or in doubt, and did what was needed."""
    entry = SafetyCall(danger=danger, done=done, police=police, **frame(case, at))
    file_entries(case, entry, did="safety call", seen=seen, at=at)


def declare_no_conflict(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """The reader has seen the names and is not involved."""
    file_entries(case, NoConflict(**frame(case, at)), did="no conflict", seen=seen, at=at)


def open_account(case: OpenCase, *, at: datetime) -> None:
    """The reader opens the account for the first time; the reporter will see that somebody did."""
    when = frame(case, at)
    told = [] if case.file.last(Opened) else [Seen(conversation=_first(case), **when)]
    file_entries(case, Opened(**when), *told, did="opened the account", seen=None, at=at)


def add_note(case: OpenCase, *, text: str, attachments: Sequence[Remade] = (), seen: Revision, at: datetime) -> None:
    """For the holders only."""
    named, contents = attach(attachments)
    note = Note(text=text, attachments=named, **frame(case, at))
    file_entries(case, note, did="wrote a note", seen=seen, at=at, also=partial(store, case, note, contents))


def add_names(case: OpenCase, *, names: str, role: str, seen: Revision, at: datetime) -> None:
    """Somebody was identified: every other holder is asked about conflict again."""
    file_entries(case, Names(names=names, role=role, **frame(case, at)), did="added a name", seen=seen, at=at)


def send_message(case: OpenCase, *, text: str, to: str = "", seen: Revision, at: datetime) -> None:
    """Write to the reporter; they read it with their code. Of several, ``to`` is the conversation of one."""
    entry = Message(text=text, conversation=to or _first(case), **frame(case, at))
    file_entries(case, entry, did="wrote to the reporter", seen=seen, at=at)


def record_words(case: OpenCase, *, text: str, against: str, to: str = "", seen: Revision, at: datetime) -> None:
    """Something was said, face to face or on the telephone; ``to`` one of the parties, or as for a message."""
    party = to if to in (AFFECTED, REPORTED, SOMEBODY) else REPORTER_TOLD
    conversation = to if party == REPORTER_TOLD else ""
    entry = Words(text=text, to=party, conversation=conversation, against=against, **frame(case, at))
    file_entries(case, entry, did="spoke", seen=seen, at=at)


def settle_approach(case: OpenCase, *, whether: str, how: str, seen: Revision, at: datetime) -> None:
    """One holder's view of whether and how to approach the affected person; two that agree settle it."""
    refuse_unless(
        not case.file.report.by_the_affected_person,
        _("The affected person reported it themselves."),
        _("Write to them, or talk with them."),
    )
    file_entries(case, Approach(whether=whether, how=how, **frame(case, at)), did="approach", seen=seen, at=at)


def record_permission(case: OpenCase, *, to: str, what: str, given_by: str, seen: Revision, at: datetime) -> None:
    """Somebody may be told something, and exactly that."""
    entry = Permission(to=to, what=what, given_by=given_by, **frame(case, at))
    file_entries(case, entry, did="permission", seen=seen, at=at)


def agree_safety_plan(case: OpenCase, *, answer: str, steps: str, look: str = "", seen: Revision, at: datetime) -> None:
    """Steps agreed with the affected person; or they declined, or could not be reached. ``look``: at which date."""
    refuse_unless(
        answer != "agreed" or steps.strip(),
        _("Steps were agreed, but none is written down."),
        _("Write down who does what, in a line or two."),
    )
    entry = SafetyPlan(answer=answer, steps=steps, look=look, **frame(case, at))
    file_entries(case, entry, did="safety plan", seen=seen, at=at)


def record_interim(
    case: OpenCase, *, what: str, who: str, taken_at: datetime, why: str, seen: Revision, at: datetime
) -> None:
    """One member acted alone because it could not wait; it stands until another holder has looked at it."""
    entry = Interim(what=what, who=who, taken_at=taken_at, why=why, **frame(case, at))
    file_entries(case, entry, did="acted at once", seen=seen, at=at)


def put_on_hold(case: OpenCase, *, because: str, seen: Revision, at: datetime) -> None:
    """The affected person wants no further step: meeting, telling and deciding stand still."""
    refuse_unless(
        not case.file.on_hold and case.file.state in (RECEIVED, MEETING),
        _("This case is on hold already, or decided."),
        _("Look at the timeline to see where it stands."),
    )
    file_entries(case, Hold(because=because, **frame(case, at)), did="on hold", seen=seen, at=at)


def end_hold(case: OpenCase, *, why: str, because: str, affected_told: bool, seen: Revision, at: datetime) -> None:
    """Go on: because they asked for it, or because danger, a child, the law or others' safety demand it."""
    refuse_unless(case.file.on_hold, _("This case is not on hold."), _("There is nothing to end."))
    refuse_unless(case.file.state != CLOSED, _("This case is closed."), _("Reopen it first."))
    refuse_unless(
        why == "asked" or affected_told,
        _("The affected person does not know yet that you will go on."),
        _("Tell them first, and why; then end the hold."),
    )
    entry = HoldEnded(why=why, because=because, affected_told=affected_told, **frame(case, at))
    file_entries(case, entry, did="hold ended", seen=seen, at=at)


def review(case: OpenCase, *, of: uuid.UUID, text: str, seen: Revision, at: datetime) -> None:
    """A second holder looks at something done alone, or against the procedure."""
    entry = found(
        case.file.named(str(of)),
        _("What you want to look at is not there."),
        _("Take it from the list on the case page."),
    )
    refuse_unless(
        entry.by != case.by,
        _("You cannot review what you did yourself."),
        _("Somebody else who holds the case looks at it."),
    )
    file_entries(case, Review(of=str(of), text=text, **frame(case, at)), did="reviewed", seen=seen, at=at)


def _first(case: OpenCase) -> str:
    """The conversation of the first report's author."""
    return case.conversations.get(case.file.report.id, "")
