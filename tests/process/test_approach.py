"""Reported by somebody else: two holders settle whether and how the affected person is approached, before anything."""

import pytest
from tests.process.paper import Paper
from tests.process.refusals import recorded_against, refused
from tests.process.story_of import StoryOf, hours

from cast import NOW
from trivet.models.decision import Meeting
from trivet.models.report import Withheld
from trivet.models.response import Approach, Message
from trivet.process import communicate, decide, respond
from trivet.process.facts import may_be_told
from trivet.process.obligations import obligations
from trivet.process.steps import next_step

TO_THE_AFFECTED = {("safety-plan", ""), ("told", "affected"), ("hearing", "")}


def _owed(story: StoryOf) -> set[tuple[str, str]]:
    return {(duty.kind, duty.party) for duty in obligations(story.file)}


def _decided(*answers: str) -> StoryOf:
    story = StoryOf(relation="saw")
    story.add(Message, 0.2)
    for by, whether in zip(("noor", "tomas"), answers, strict=False):
        story.add(Approach, 0.5, by=by, whether=whether)
    story.add(Meeting, 4)
    story.decided(6)
    return story


@pytest.mark.parametrize("answers", [(), ("yes",), ("yes", "no"), ("no", "yes")])
def test_nothing_is_owed_to_an_affected_person_before_two_said_the_same(answers):
    story = _decided(*answers)
    assert story.due("approach") == hours(1)
    assert story.met("approach") is None
    assert not TO_THE_AFFECTED & _owed(story)


def test_once_two_want_to_approach_them_they_are_owed_what_everybody_is():
    story = _decided("yes", "yes")
    assert story.met("approach") == hours(0.5)
    assert _owed(story) >= TO_THE_AFFECTED
    assert story.due("safety-plan") == hours(1.5)


def test_whoever_is_left_in_peace_is_owed_nothing():
    story = _decided("no", "no")
    assert story.met("approach") == hours(0.5)
    assert TO_THE_AFFECTED & _owed(story) == {("hearing", "")}
    assert not may_be_told(story.file)


def test_the_affected_person_who_reported_needs_no_approach():
    assert StoryOf(relation="me").owed("approach") is None


def test_one_holder_may_not_settle_it_alone_by_saying_it_twice():
    story = _decided("yes")
    story.add(Approach, 7, by="noor")
    assert story.met("approach") is None


def test_what_somebody_said_who_stepped_back_for_a_conflict_does_not_count():
    story = StoryOf(relation="saw")
    story.add(Approach, 0.5, by="noor")
    story.add(Withheld, 0.6, by="noor", member="noor")
    story.add(Approach, 0.7, by="tomas")
    assert story.met("approach") is None
    story.add(Approach, 0.8, by="ingrid")
    assert story.met("approach") == hours(0.8)


@pytest.fixture
def paper(on_paper) -> Paper:
    return Paper.of("saw", NOW)


def test_the_reported_person_may_not_hear_before(paper):
    refused(paper, 0, decide.record_hearing, so="have not settled")
    recorded_against(paper.copy(), 0, decide.record_hearing)
    paper.does(0, respond.settle_approach)
    refused(paper, 1, decide.record_hearing, so="have not settled")
    paper.does(1, respond.settle_approach, whether="no")
    refused(paper, 1, decide.record_hearing, so="have not settled")
    paper.does(0, respond.settle_approach, whether="no")
    paper.does(1, decide.record_hearing)


def test_an_affected_person_who_is_left_in_peace_may_not_be_told_the_outcome(paper):
    for n in (0, 1):
        paper.does(n, respond.settle_approach, whether="no")
    paper.does(0, decide.record_meeting)
    paper.does(0, decide.propose_decision, outcome="no-action")
    paper.does(1, decide.answer_decision)
    refused(paper, 0, communicate.tell_outcome, party="affected", so="is approached")
    recorded_against(paper, 0, communicate.tell_outcome, party="affected")


def test_whoever_said_it_waits_for_another(paper):
    paper.does(0, respond.settle_approach)
    first, second = (str(holder.id) for holder in paper.holders[:2])
    steps = {who: next(s for s in _steps(paper, who) if s.kind == "approach") for who in (first, second)}
    assert steps[first].waiting
    assert not steps[second].waiting


def test_there_is_nothing_to_settle_where_the_affected_person_reported(on_paper):
    refused(Paper.of("me", NOW), 0, respond.settle_approach, so="reported it themselves")


def _steps(paper, who):
    from trivet.process.obligations import owed
    from trivet.process.steps import step_for

    assert next_step(paper.file, by=who)
    return [step_for(duty, paper.file, by=who) for duty in owed(paper.file)]
