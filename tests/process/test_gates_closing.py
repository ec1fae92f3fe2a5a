"""Closing, reopening and the committee's report: what is refused, and the way out."""

import pytest
from tests.process.paper import EVENT
from tests.process.promises import reaches_closed
from tests.process.refusals import refused

from trivet.models import CaseFile
from trivet.models.letter import Acknowledged, CommitteeReport, Sent
from trivet.models.outcome import Reopening
from trivet.process import decide, publish, respond, retain
from trivet.process.obligations import owed
from trivet.process.publish import read_second, send_committee_report, write_committee_report


@pytest.fixture
def closed(paper):
    """Closed, and the committee heard nothing yet."""
    reaches_closed(paper, paper.now)
    entries = [entry for entry in paper.file.entries if not isinstance(entry, CommitteeReport | Sent)]
    paper.file, paper.now = CaseFile.of(entries), entries[-1].at
    return paper


def test_a_case_may_not_be_closed_undecided(paper):
    refused(paper, 0, retain.close_case, so="Nothing is decided")


def test_a_case_may_not_be_closed_while_something_is_owed(paper):
    paper.does(0, respond.put_on_hold)
    refused(paper, 0, retain.close_case, so="still owed")
    for use_case in (respond.claim, respond.record_safety_call, respond.send_message, respond.agree_safety_plan):
        paper.does(0, use_case)
    paper.does(0, retain.close_case)


def test_a_case_may_not_be_closed_twice_or_reopened_open(closed):
    refused(closed, 0, retain.close_case, so="closed already")
    closed.does(0, retain.reopen_case)
    refused(closed, 0, retain.reopen_case, so="open")


def test_the_committee_may_not_hear_of_an_open_case(paper):
    refused(paper, 0, write_committee_report, so="cases that are closed")
    refused(paper, 0, read_second, so="Nothing is written")
    refused(paper, 0, send_committee_report, so="Nothing is written")
    refused(paper, 0, publish.note_acknowledgement, so="No report has been sent")


def test_the_committees_report_may_not_leave_unread(closed):
    closed.does(0, write_committee_report)
    refused(closed, 0, send_committee_report, so="No second holder")
    refused(closed, 0, read_second, so="you wrote it")
    refused(closed, 1, read_second, clears=False, so="What should change?")
    closed.does(1, read_second)
    closed.does(0, send_committee_report)
    closed.does(0, publish.note_acknowledgement)
    assert closed.file.last(Acknowledged).of == closed.file.last(CommitteeReport).id
    refused(closed, 0, send_committee_report, so="has been sent")
    refused(closed, 0, write_committee_report, so="has been sent")


def test_the_last_reading_is_the_one_that_counts(closed):
    closed.does(0, write_committee_report)
    closed.does(1, read_second)
    closed.does(2, read_second, clears=False, words="Too much detail.")
    refused(closed, 0, send_committee_report, so="No second holder")
    closed.does(0, write_committee_report, text="Less.")
    closed.does(2, read_second)
    closed.does(0, send_committee_report)


def test_a_text_from_before_a_reopening_may_not_be_sent(closed):
    closed.does(0, write_committee_report)
    closed.does(1, read_second)
    stale = closed.copy()
    stale.file = CaseFile.of([*stale.file.entries, Reopening(by="", at=stale.now, during=True, because="More.")])
    refused(stale, 0, send_committee_report, so="Nothing is written")


def test_a_report_that_the_mail_server_did_not_take_is_not_sent(closed, monkeypatch):
    closed.does(0, write_committee_report)
    closed.does(1, read_second)
    with monkeypatch.context() as broken:
        broken.setattr("trivet.post.send_letter", lambda address, text: False)
        refused(closed, 0, send_committee_report, so="did not take")
    closed.does(0, send_committee_report)


def test_without_a_committee_nothing_is_sent_or_owed(paper, monkeypatch):
    monkeypatch.setattr(EVENT, "committee_email", "")
    reaches_closed(paper, paper.now)
    assert not owed(paper.file)
    paper.now = paper.file.entries[-1].at
    paper.does(0, write_committee_report)
    paper.does(1, read_second)
    refused(paper, 0, send_committee_report, so="no committee")


def test_nothing_is_proposed_once_it_is_closed(closed):
    refused(closed, 0, decide.propose_decision, so="once")
