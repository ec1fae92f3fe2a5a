"""Publish: one report a case to the foundation's committee, read by a second holder before it leaves."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from trivet import post
from trivet.access.cases import OpenCase
from trivet.models.file import CLOSED
from trivet.models.letter import Acknowledged, CommitteeReport, SecondReading, Sent

from .facts import last_reading, report_to_committee
from .filing import file_entries, frame
from .gates import found, refuse_unless

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
    report = _written(case)
    refuse_unless(
        report.by != case.by,
        _("A second holder reads this text; you wrote it."),
        _("Ask somebody else who holds the case."),
    )
    refuse_unless(clears or words, _("What should change?"), _("Write a sentence for the author."))
    entry = SecondReading(of=report.id, clears=clears, words=words, **frame(case, at))
    file_entries(case, entry, did="second reading", seen=seen, at=at)


def send_committee_report(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """Send the cleared text to the committee, knowingly in clear: it is addressed to them.

    It is recorded once the mail server has taken it. Raises ``ChangedMeanwhile`` before anything leaves.
    """
    report, address = _written(case), case.case.event.committee_email
    reading = last_reading(case.file, report)
    refuse_unless(
        reading and reading.clears,
        _("No second holder has cleared this text."),
        _("Somebody else who holds the case reads and clears it first."),
    )
    refuse_unless(not sent_report(case), _("This report has been sent."), _("There is one report a case."))
    refuse_unless(
        address,
        _("This event has no committee to write to."),
        _("Whoever runs the server enters its address."),
    )
    turn = case.take_turn(seen)
    refuse_unless(
        post.send_letter(address, report.text),
        _("The mail server did not take the report."),
        _("Nothing was recorded. Try again in a while."),
    )
    file_entries(case, Sent(of=report.id, **frame(case, at)), did="sent to the committee", seen=turn, at=at)


def note_acknowledgement(case: OpenCase, *, seen: Revision, at: datetime) -> None:
    """The committee answered that the report arrived."""
    sent = found(sent_report(case), _("No report has been sent."), _("Send it first."))
    file_entries(case, Acknowledged(of=sent.of, **frame(case, at)), did="acknowledged", seen=seen, at=at)


def draft(case: OpenCase) -> str:
    """The text as it was last written, or nothing."""
    report = report_to_committee(case.file)
    return report.text if report else ""


def sent_report(case: OpenCase) -> Sent | None:
    """The sending of the committee's report, if it was sent."""
    return case.file.last(Sent)


def _written(case: OpenCase) -> CommitteeReport:
    return found(
        report_to_committee(case.file),
        _("Nothing is written to the committee yet."),
        _("Somebody of you writes it, once the case is closed."),
    )
