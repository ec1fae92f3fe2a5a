"""Respond: danger first, then who was named, then the account; somebody has it; people are kept safe."""

import uuid
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from trivet.access import ChangedMeanwhile, holding, rotation
from trivet.access.cases import OpenCase
from trivet.access.rotation import NobodyLeft
from trivet.models import HOLDERS, Member
from trivet.models.file import CLOSED, MEETING, RECEIVED
from trivet.models.report import (
    EXCLUDED,
    STEPPED_BACK,
    BroughtIn,
    Cleared,
    Names,
    NoConflict,
    Opened,
    SafetyCall,
    Seen,
    Withheld,
)
from trivet.models.response import (
    Approach,
    Claim,
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

from .filing import clocks_of, file_entries, frame, summarise
from .gates import Refused, found, refuse_unless
from .standing_in import excludable, perhaps_named, stand_ins

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
    told = [] if case.file.last(Opened) else [Seen(**when)]
    file_entries(case, Opened(**when), *told, did="opened the account", seen=None, at=at)


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
    file = case.file.having(leaving)
    try:
        rotation.turn(
            case, leaving, kept_from=[case.member], joining=[stand_in] if stand_in else [], summary=summarise(file),
            clocks=clocks_of(file), did="stepped back", at=at,
        )  # fmt: skip
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
    file = case.file.having(leaving)
    try:
        rotation.turn(
            case, leaving, kept_from=[member], joining=[stand_in] if stand_in else [], summary=summarise(file),
            clocks=clocks_of(file), did="excluded somebody", seen=seen, at=at,
        )  # fmt: skip
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


def claim(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """ "I have it." The first one counts; a second is told kindly who has it."""
    refuse_unless(
        case.file.claimed_by is None,
        _("Somebody of you has it already."),
        _("Nothing is lost: you both hold the case and can work on it together."),
    )
    file_entries(case, Claim(**frame(case, at)), did="claimed", seen=seen, at=at)


def add_note(case: OpenCase, *, text: str, seen: Revision, at: datetime) -> None:
    """For the holders only."""
    file_entries(case, Note(text=text, **frame(case, at)), did="wrote a note", seen=seen, at=at)


def add_names(case: OpenCase, *, names: str, role: str, seen: Revision, at: datetime) -> None:
    """Somebody was identified: every other holder is asked about conflict again."""
    file_entries(case, Names(names=names, role=role, **frame(case, at)), did="added a name", seen=seen, at=at)


def send_message(case: OpenCase, *, text: str, seen: Revision, at: datetime) -> None:
    """Write to the reporter; they read it with their code."""
    file_entries(case, Message(text=text, **frame(case, at)), did="wrote to the reporter", seen=seen, at=at)


def record_words(case: OpenCase, *, text: str, against: str, seen: Revision, at: datetime) -> None:
    """Something was said, face to face or on the telephone."""
    file_entries(case, Words(text=text, against=against, **frame(case, at)), did="spoke", seen=seen, at=at)


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
