"""Decide: hear the reported person, meet without either side, and agree between two."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models.decision import WARNING, Agreement, Decision, Meeting, Warned
from trivet.models.file import CLOSED, MEETING
from trivet.models.response import Hearing

from .facts import waits_for_approach
from .filing import file_entries, frame
from .gates import found, refuse_unless
from .presence import refuse_wrong_people
from .tasks import NewTask, tasks_for
from .tasks import add_task as add_task
from .tasks import settle_task as settle_task

Revision = uuid.UUID | None


def record_hearing(
    case: OpenCase, *, way: str, safe_to_tell: bool, statement: str, because: str, until: datetime | None,
    against: str, carried_by: str = "", seen: Revision, at: datetime,
) -> None:  # fmt: skip
    """The reported person knows of the complaint, and their side goes into the meeting.

    ``way``: heard, declined, deferred, unknown (nobody could be identified) or out of scope. ``carried_by`` is the
    holder who brings it in; nobody named, whoever records it.
    """
    refuse_unless(
        way not in ("heard", "declined") or safe_to_tell or against,
        _("It is not recorded that it was safe to tell them."),
        _("Forewarn the affected person first. If it has happened already, say why it went differently."),
    )
    refuse_unless(
        way not in ("heard", "declined") or against or not waits_for_approach(case.file),
        _("Two of you have not settled yet whether and how to approach the affected person."),
        _("Record that first, both of you. If the reported person knows already, say why."),
    )
    refuse_unless(
        way in ("heard", "declined") or because,
        _("Why were they not heard?"),
        _("Write a sentence: who reads this later needs it."),
    )
    refuse_unless(way != "deferred" or until, _("Until when is this put off?"), _("Choose a day and a time."))
    entry = Hearing(
        way=way, safe_to_tell=safe_to_tell, statement=statement, because=because, until=until, against=against,
        carried_by=carried_by, **frame(case, at),
    )  # fmt: skip
    file_entries(case, entry, did="heard the reported person", seen=seen, at=at)


def record_meeting(
    case: OpenCase, *, held_at: datetime, present: list[str], sides: list[str], widely_witnessed: bool,
    carries_side: str, what_happened: str, doing: str, who_does: str, decide_by: datetime,
    against: str, others: str = "", tasks: Sequence[NewTask] = (), seen: Revision, at: datetime,
) -> None:  # fmt: skip
    """Those who hold the case met: who was there, and what they answered to the four questions."""
    refuse_wrong_people(
        case, present=present, sides=sides, widely_witnessed=widely_witnessed, others=others,
        carries_side=carries_side, against=against,
    )  # fmt: skip
    entry = Meeting(
        held_at=held_at, present=present, sides=sides, widely_witnessed=widely_witnessed, carries_side=carries_side,
        what_happened=what_happened, doing=doing, who_does=who_does, decide_by=decide_by, others=others,
        against=against, **frame(case, at),
    )  # fmt: skip
    file_entries(case, entry, *tasks_for(case, tasks, at), did="recorded a meeting", seen=seen, at=at)


def propose_decision(
    case: OpenCase, *, outcome: str, reasons: str, safety: str, expected: str, warn_by: datetime | None,
    seen: Revision, at: datetime,
) -> None:  # fmt: skip
    """Propose what is decided; it stands when a second holder agrees."""
    refuse_unless(
        case.file.state == MEETING and case.file.last(Meeting),
        _("A decision follows the meeting, once."),
        _("Record the meeting first; or, when it is decided, reopen the case to decide anew."),
    )
    _refuse_on_hold(case)
    refuse_unless(
        not case.file.proposed,
        _("A decision is waiting for its second holder already."),
        _("Somebody else agrees with it or not; then you can propose another."),
    )
    refuse_unless(
        outcome != WARNING or expected,
        _("A warning says what is expected of the person from now on."),
        _("Write it down as it will be said."),
    )
    entry = Decision(
        outcome=outcome, reasons=reasons, safety=safety, expected=expected, warn_by=warn_by, **frame(case, at)
    )
    file_entries(case, entry, did="proposed a decision", seen=seen, at=at)


def answer_decision(case: OpenCase, *, agrees: bool, words: str, seen: Revision, at: datetime) -> None:
    """A second holder agrees, and it is decided; or does not, and the team talks again."""
    proposed = found(
        case.file.proposed, _("No decision is waiting."), _("Look at the timeline to see where the case stands.")
    )
    _refuse_on_hold(case)
    refuse_unless(
        proposed.by != case.by,
        _("You proposed this decision; it takes a second holder to agree."),
        _("Ask somebody else who holds the case. If you are alone, bring somebody in."),
    )
    refuse_unless(agrees or words, _("You do not agree: why not?"), _("A sentence helps the others to think again."))
    entry = Agreement(of=proposed.id, agrees=agrees, words=words, **frame(case, at))
    file_entries(case, entry, did="agreed" if agrees else "did not agree", seen=seen, at=at)


def record_warning(
    case: OpenCase, *, given_at: datetime, givers: list[str], private_place: bool, said: str, reaction: str,
    against: str, seen: Revision, at: datetime,
) -> None:  # fmt: skip
    """A warning was given: by two, in private. One given otherwise is recorded with the reason."""
    decided = case.file.agreed is not None and case.file.agreed.outcome == WARNING
    refuse_unless(case.file.state != CLOSED, _("This case is closed."), _("Reopen it first."))
    refuse_unless(
        decided or against,
        _("No warning has been decided."),
        _("Decide first. If one was given already, say why: it counts, and somebody else looks at it."),
    )
    refuse_unless(
        (len(set(givers)) >= 2 and private_place) or against,
        _("A warning is given by two people, in a private place."),
        _("Take somebody with you. If it was given already, say why it went differently."),
    )
    entry = Warned(
        given_at=given_at, givers=givers, private_place=private_place, said=said, reaction=reaction, against=against,
        **frame(case, at),
    )  # fmt: skip
    file_entries(case, entry, did="recorded a warning", seen=seen, at=at)


def _refuse_on_hold(case: OpenCase) -> None:
    refuse_unless(
        not case.file.on_hold,
        _("This case is on hold: the affected person wants no further step."),
        _("End the hold first, with the reason."),
    )
