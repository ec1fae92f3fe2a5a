"""Who hears the outcome when, what is refused about it, and the way out."""

import pytest
from tests.process.paper import Paper
from tests.process.refusals import recorded_against, refused

from cast import NOW
from trivet.models.letter import Told
from trivet.models.response import Message
from trivet.process import communicate, decide, respond
from trivet.process.communicate import tell_outcome


@pytest.fixture
def decided(paper):
    """A warning is decided, and not given yet."""
    return _decide(paper)


def _decide(paper, outcome="warning"):
    if not paper.file.report.by_the_affected_person:
        paper.does(0, respond.settle_approach)
        paper.does(1, respond.settle_approach)
    paper.does(0, decide.record_hearing)
    paper.does(0, decide.record_meeting)
    paper.does(0, decide.propose_decision, outcome=outcome)
    paper.does(1, decide.answer_decision)
    return paper


@pytest.mark.parametrize("party", ["affected", "reporter"])
def test_the_affected_side_may_not_hear_before_action(decided, party):
    refused(decided, 0, tell_outcome, party=party, so="after action")
    recorded_against(decided.copy(), 0, tell_outcome, party=party)
    decided.does(0, decide.record_warning)
    decided.does(0, tell_outcome, party=party)


@pytest.mark.parametrize("outcome", ["no-action", "no-violation"])
def test_the_affected_person_may_hear_at_once_that_nothing_is_done(paper, outcome):
    _decide(paper, outcome).does(0, tell_outcome, party="affected")


def test_the_reported_person_may_hear_before_the_warning_is_given(decided):
    decided.does(0, tell_outcome, party="reported", appeal="The board.")


def test_the_reported_person_may_not_hear_without_a_place_to_appeal(decided):
    refused(decided, 0, tell_outcome, party="reported", so="where to appeal")
    recorded_against(decided.copy(), 0, tell_outcome, party="reported")
    decided.does(0, tell_outcome, party="reported", appeal="There is nowhere.")


def test_nobody_may_hear_an_outcome_before_there_is_one(paper):
    refused(paper, 0, tell_outcome, party="reported", appeal="The board.", so="Nothing is decided")
    recorded_against(paper, 0, tell_outcome, party="reported")


def test_a_message_may_not_go_out_against_the_procedure(decided):
    """It has not happened yet."""
    refused(decided, 0, tell_outcome, party="affected", way="message", against="They insist.", so="after action")
    assert not decided.file.all(Message)


@pytest.mark.parametrize(
    ("relation", "reads", "other"), [("me", "affected", "reporter"), ("saw", "reporter", "affected")]
)
def test_a_message_may_go_to_whoever_reported_alone(on_paper, relation, reads, other):
    paper = _decide(Paper.of(relation, NOW), "no-action")
    for party in (other, "reported"):
        refused(
            paper, 0, tell_outcome, party=party, way="message", appeal="The board.", so="to whoever sent the report"
        )
    paper.does(0, tell_outcome, party=reads, way="message")
    assert paper.file.last(Message).text == paper.file.last(Told).text == "It is decided."


def test_somebody_may_be_told_twice(decided):
    for _ in range(2):
        decided.does(0, tell_outcome, party="reported", appeal="The board.")
    assert len(decided.file.all(Told)) == 2


def test_somebody_may_not_be_told_without_a_reason(decided):
    refused(decided, 0, communicate.tell_outcome, party="reported", way="not", so="Why are they not told?")
    decided.does(0, communicate.tell_outcome, party="reported", way="not", because="They left and gave no address.")


def test_what_was_told_may_not_stay_empty(decided):
    refused(decided, 0, tell_outcome, party="reported", text="", appeal="The board.", so="What were they told?")
