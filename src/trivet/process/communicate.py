"""Communicate: the reported person hears what they must do, the affected person hears after action."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models.letter import AFFECTED, REPORTED, Told
from trivet.models.response import Message

from .facts import acted, may_be_told
from .filing import file_entries, frame
from .gates import refuse_unless


def tell_outcome(
    case: OpenCase, *, party: str, way: str, text: str, appeal: str, because: str, against: str,
    seen: uuid.UUID | None, at: datetime,
) -> None:  # fmt: skip
    """A party hears the outcome: in words, by message (those who wrote with a code), or not, because.

    ``party``: reported, affected or reporter. A message goes into the conversation as it stands.
    """
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
        way != "message" or _reads_messages(case, party),
        _("A message goes to whoever sent the report, and to nobody else."),
        _("Tell this person in words."),
    )
    frame_ = frame(case, at)
    entries = [Told(party=party, way=way, text=text, appeal=appeal, because=because, against=against, **frame_)]
    messages = [Message(text=text, **frame_)] if way == "message" else []
    file_entries(case, *entries, *messages, did=f"told the {party} person", seen=seen, at=at)


def _reads_messages(case: OpenCase, party: str) -> bool:
    if party == REPORTED or not case.has_conversation:
        return False
    return (party == AFFECTED) == case.file.report.by_the_affected_person
