"""What is refused about deciding and warning, and the way out of it."""

import pytest
from tests.process.refusals import recorded_against, refused

from trivet.models.decision import Agreement, Warned
from trivet.models.outcome import Closing
from trivet.process import decide, respond, retain
from trivet.process.obligations import owed


@pytest.fixture
def met(paper):
    """The team has met."""
    paper.does(0, decide.record_meeting)
    return paper


@pytest.fixture
def warned(met):
    """A warning is decided."""
    met.does(0, decide.propose_decision)
    met.does(1, decide.answer_decision)
    return met


def test_nobody_may_decide_before_the_meeting(paper):
    refused(paper, 0, decide.propose_decision, so="follows the meeting")
    paper.does(0, decide.record_meeting)
    paper.does(0, decide.propose_decision)


def test_nobody_may_decide_without_a_meeting_after_a_hold_was_closed_and_reopened(paper):
    for use_case in (respond.claim, respond.record_safety_call, respond.send_message, respond.agree_safety_plan):
        paper.does(0, use_case)
    paper.does(0, respond.put_on_hold)
    paper.does(0, retain.close_case)
    paper.does(0, retain.reopen_case)
    paper.does(0, respond.end_hold)
    refused(paper, 0, decide.propose_decision, so="follows the meeting")


def test_nobody_may_agree_to_their_own_proposal(met):
    met.does(0, decide.propose_decision)
    refused(met, 0, decide.answer_decision, so="takes a second holder")
    met.does(2, decide.answer_decision)
    assert met.file.state == "decided"


def test_nobody_may_propose_twice_at_once_or_after_the_decision(met):
    met.does(0, decide.propose_decision)
    refused(met, 1, decide.propose_decision, so="waiting for its second holder")
    met.does(1, decide.answer_decision, agrees=False, words="Too much.")
    met.does(1, decide.propose_decision, outcome="no-action")
    met.does(0, decide.answer_decision)
    refused(met, 1, decide.propose_decision, so="once")


def test_nobody_may_answer_where_nothing_waits_or_disagree_without_a_word(met):
    refused(met, 1, decide.answer_decision, so="No decision is waiting")
    met.does(0, decide.propose_decision)
    refused(met, 1, decide.answer_decision, agrees=False, so="why not?")
    met.does(1, decide.answer_decision, agrees=False, words="Too much.")
    assert met.file.last(Agreement).words == "Too much."


def test_a_warning_may_not_be_decided_that_expects_nothing(met):
    refused(met, 0, decide.propose_decision, expected="", so="what is expected")
    met.does(0, decide.propose_decision, outcome="no-action", expected="")


def test_nobody_may_decide_or_agree_on_hold(met):
    met.does(0, decide.propose_decision)
    met.does(0, respond.put_on_hold)
    refused(met, 1, decide.answer_decision, so="on hold")
    refused(met, 1, decide.propose_decision, so="on hold")
    met.does(1, respond.end_hold)
    met.does(1, decide.answer_decision)


@pytest.mark.parametrize("plan", [{"givers": ["one"]}, {"givers": ["one", "one"]}, {"private_place": False}])
def test_a_warning_may_not_be_planned_by_one_or_in_the_open(warned, plan):
    refused(warned, 0, decide.record_warning, **plan, so="by two people, in a private place")
    recorded_against(warned.copy(), 0, decide.record_warning, **plan)
    warned.does(0, decide.record_warning)
    assert warned.file.last(Warned).against == ""


def test_a_warning_that_nobody_decided_is_recorded_with_the_reason(met):
    refused(met, 0, decide.record_warning, so="No warning has been decided")
    recorded_against(met, 0, decide.record_warning, givers=["one"], private_place=False)
    met.does(0, decide.propose_decision)
    met.does(1, decide.answer_decision)
    assert "warning" not in {duty.kind for duty in owed(met.file)}


def test_a_warning_is_recorded_after_closing_by_reopening(warned):
    warned.file = warned.file.having(Closing(by="", at=warned.now, during=True))
    refused(warned, 0, decide.record_warning, against="Late.", so="closed")
    warned.does(0, retain.reopen_case)
    recorded_against(warned, 0, decide.record_warning)
