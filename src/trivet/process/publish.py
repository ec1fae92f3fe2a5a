"""Publish: one report a case to the foundation's committee, read by a second holder before it leaves."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from trivet import post
from trivet.access.cases import OpenCase
from trivet.models.file import CLOSED
from trivet.models.letter import Acknowledged, CommitteeReport, SecondReading, Sent

from .filing import file_entries, frame
from .gates import refuse_unless

Revision = uuid.UUID | None


def write_committee_report(case: OpenCase, *, text: str, seen: Revision, at: datetime) -> None:
    """Draft the report to the committee: when, where, what happened, what was decided."""
    refuse_unless(
        case.file.state == CLOSED,
        _("The committee hears of cases that are closed."),
        _("Close the case first."),
    )
    refuse_unless(not sent_report(case), _("This report has been sent."), _("There is one report a case."))
    entry = CommitteeReport(text=text, **frame(case, at))
    file_entries(case, entry, did="wrote to the committee", seen=seen, at=at)


def read_second(case: OpenCase, *, clears: bool, words: str, seen: Revision, at: datetime) -> None:
    """A second holder reads the text as its reader will, and clears it or says what to change."""
    report = case.file.last(CommitteeReport)
    refuse_unless(
        report and report.by != case.by,
        _("A second holder reads this text; you wrote it."),
        _("Ask somebody else who holds the case."),
    )
    assert report is not None
    refuse_unless(clears or words, _("What should change?"), _("Write a sentence for the author."))
    entry = SecondReading(of=report.id, clears=clears, words=words, **frame(case, at))
    file_entries(case, entry, did="second reading", seen=seen, at=at)


def send_committee_report(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """Send the cleared text to the committee, knowingly in clear: it is addressed to them."""
    report = case.file.last(CommitteeReport)
    cleared = {reading.of for reading in case.file.all(SecondReading) if reading.clears}
    refuse_unless(
        report and report.id in cleared,
        _("No second holder has read this text."),
        _("Somebody else who holds the case reads and clears it first."),
    )
    assert report is not None
    refuse_unless(not sent_report(case), _("This report has been sent."), _("There is one report a case."))
    refuse_unless(
        case.case.event.committee_email,
        _("This event has no committee to write to."),
        _("Whoever runs the server enters its address."),
    )
    file_entries(case, Sent(of=report.id, **frame(case, at)), did="sent to the committee", seen=seen, at=at)
    post.send_letter(case.case.event.committee_email, report.text)


def note_acknowledgement(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """The committee answered that the report arrived."""
    sent = sent_report(case)
    refuse_unless(sent, _("No report has been sent."), _("Send it first."))
    assert sent is not None
    file_entries(case, Acknowledged(of=sent.of, **frame(case, at)), did="acknowledged", seen=seen, at=at)


def draft(case: OpenCase) -> str:
    """The text as it was last written, or nothing."""
    report = case.file.last(CommitteeReport)
    return report.text if report else ""


def sent_report(case: OpenCase) -> Sent | None:
    """The sending of the committee's report, if it was sent."""
    return case.file.last(Sent)
