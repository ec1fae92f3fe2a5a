"""Communicate: the reported person hears what they must do, the affected person hears after action."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models.letter import AFFECTED, REPORTED, Told
from trivet.models.report import Report
from trivet.models.response import Message

from .facts import acted, may_be_told
from .filing import file_entries, frame
from .gates import refuse_unless


def tell_outcome(
    case: OpenCase, *, party: str, way: str, text: str, appeal: str, because: str, against: str,
    of: uuid.UUID | None = None, seen: uuid.UUID | None, at: datetime,
) -> None:  # fmt: skip
    """A party hears the outcome: in words, by message (those who wrote with a code), or not, because.

    ``party``: reported, affected or reporter; of several reporters the one whose report it is ``of``.
    A message goes into their conversation as it stands.
    """
    report = next((one for one in case.file.reports if one.id == str(of)), case.file.report)
    conversation = _conversation(case, party, report)
    past = against and way != "message"  # it has happened; a message would go out now
    refuse_unless(
        case.file.agreed or past,
        _("Nothing is decided yet."),
        _("The decision comes first, agreed by a second holder. If they were told already, say why."),
    )
    refuse_unless(way != "not" or because, _("Why are they not told?"), _("Write a sentence: it stays in the case."))
    refuse_unless(way == "not" or text, _("What were they told?"), _("Write it down, briefly."))
    refuse_unless(
        party != REPORTED or way == "not" or appeal or past,
        _("The reported person is not told where to appeal."),
        _("Say whom they can turn to, or that there is nowhere; the decision stands meanwhile."),
    )
    refuse_unless(
        party == REPORTED or way == "not" or acted(case.file) or past,
        _("They hear the outcome after action was taken, not before."),
        _("Carry out the decision first. If they know already, say why."),
    )
    refuse_unless(
        party != AFFECTED or way == "not" or past or may_be_told(case.file),
        _("Two of you have not settled that the affected person is approached."),
        _("Record that first, both of you. If they know already, say why."),
    )
    refuse_unless(
        way != "message" or conversation,
        _("A message goes to whoever sent the report, and to nobody else."),
        _("Tell this person in words."),
    )
    frame_ = frame(case, at)
    told = case.file.conversation_of(report)
    entries = [
        Told(
            party=party, way=way, text=text, appeal=appeal, because=because, conversation=told, against=against,
            **frame_,
        )
    ]  # fmt: skip
    messages = [Message(text=text, conversation=conversation, **frame_)] if way == "message" else []
    file_entries(case, *entries, *messages, did=f"told the {party} person", seen=seen, at=at)


def _conversation(case: OpenCase, party: str, report: Report) -> str:
    """Where a party reads messages: whoever sent the report, and nobody else."""
    if party == REPORTED or (report is case.file.report and (party == AFFECTED) != report.by_the_affected_person):
        return ""
    return case.conversations.get(report.id, "")
