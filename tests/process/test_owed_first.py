"""What is owed in the first hour, by when, and what meets it."""

import pytest
from tests.process.story_of import StoryOf, hours

from trivet.models import REPORTER
from trivet.models.report import SafetyCall, Withheld
from trivet.models.response import Claim, Interim, Message, Review, SafetyPlan, Words

MINUTES = 1 / 60


@pytest.mark.parametrize(
    ("kind", "during", "after"),
    [("safety-call", 10 * MINUTES, 24), ("claim", 10 * MINUTES, 24), ("acknowledge", 1, 24), ("meeting", 12, 7 * 24)],
)
def test_a_report_owes(kind, during, after):
    assert StoryOf(during=True).due(kind) == hours(during)
    assert StoryOf(during=False).due(kind) == hours(after)


@pytest.mark.parametrize(
    ("kind", "entry"),
    [("safety-call", SafetyCall), ("claim", Claim), ("acknowledge", Message), ("acknowledge", Words)],
)
def test_somebody_meets(kind, entry):
    story = StoryOf()
    assert story.met(kind) is None
    story.add(entry, 0.5)
    story.add(entry, 0.7)
    assert story.met(kind) == hours(0.5)


def test_the_clocks_of_a_duty_stay_those_of_the_moment_it_arose():
    story = StoryOf(during=True)
    story.add(Message, 40, by=REPORTER, during=False)
    dues = {duty.due for duty in _acknowledgements(story)}
    assert dues == {hours(1), hours(40 + 24)}
    assert story.due("claim") == hours(10 * MINUTES)


def test_every_message_of_the_reporter_is_owed_an_answer():
    story = StoryOf()
    story.add(Message, 0.5)
    story.add(Message, 2, by=REPORTER)
    story.add(Message, 3, by=REPORTER)
    assert [(duty.due, duty.met_at) for duty in _acknowledgements(story)] == [
        (hours(1), hours(0.5)), (hours(3), None), (hours(4), None),
    ]  # fmt: skip
    story.add(Words, 5)
    assert [duty.met_at for duty in _acknowledgements(story)] == [hours(0.5), hours(5), hours(5)]


@pytest.mark.parametrize("to", ["reported", "affected", "somebody"])
def test_words_with_somebody_else_answer_nobody(to):
    story = StoryOf()
    story.add(Words, 0.5, to=to)
    assert [duty.met_at for duty in _acknowledgements(story)] == [None]
    story.add(Words, 0.7, to="reporter")
    assert [duty.met_at for duty in _acknowledgements(story)] == [hours(0.7)]


@pytest.mark.parametrize(("during", "later"), [(True, 1), (False, 24)])
def test_a_safety_plan_is_owed_from_the_first_contact_on(during, later):
    story = StoryOf(during=during)
    story.add(SafetyCall, 0.1)
    assert story.owed("safety-plan") is None
    story.add(Words, 0.5)
    story.add(Message, 0.7)
    assert story.due("safety-plan") == hours(0.5 + later)
    story.add(SafetyPlan, 0.8, answer="unreachable")
    assert story.met("safety-plan") == hours(0.8)


@pytest.mark.parametrize("during", [True, False])
def test_what_one_did_alone_is_owed_a_look_within_a_day(during):
    story = StoryOf(during=during)
    done = story.add(Interim, 2)
    assert (story.due("review"), story.met("review")) == (hours(26), None)
    story.add(Review, 5, by="tomas", of=done.id)
    assert story.met("review") == hours(5)


def test_a_case_is_claimed_again_when_whoever_had_it_steps_back():
    story = StoryOf()
    story.add(Claim, 0.1, by="noor")
    story.add(Withheld, 3, by="noor", member="noor")
    assert (story.due("claim"), story.met("claim")) == (hours(3 + 10 * MINUTES), None)
    story.add(Claim, 3.1, by="tomas")
    assert story.met("claim") == hours(3.1)


def test_a_claim_stays_when_somebody_else_steps_back():
    story = StoryOf()
    story.add(Claim, 0.1, by="noor")
    story.add(Withheld, 3, by="tomas", member="tomas")
    assert (story.due("claim"), story.met("claim")) == (hours(10 * MINUTES), hours(0.1))


def _acknowledgements(story):
    from trivet.process.obligations import obligations

    return [duty for duty in obligations(story.file) if duty.kind == "acknowledge"]
