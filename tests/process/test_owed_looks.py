"""A safety plan is looked at again: before the telling, with the outcome, next morning, two weeks later."""

import pytest
from tests.process.story_of import StoryOf, hours

from trivet.models.decision import Meeting
from trivet.models.response import Approach, Hearing, Hold, HoldEnded, SafetyPlan, Words
from trivet.process.looks import LOOKED_AT, LOOKS
from trivet.process.obligations import obligations, owed_before_closing


def _planned(**more) -> StoryOf:
    story = StoryOf(**more)
    story.add(Words, 0.5)
    story.add(SafetyPlan, 1)
    return story


def _looks(story: StoryOf) -> dict:
    return {duty.kind: (duty.due, duty.met_at) for duty in obligations(story.file) if duty.kind in LOOKED_AT}


def test_a_plan_owes_a_look_on_each_of_its_dates():
    story = _planned()
    assert _looks(story) == {
        "look-telling": (hours(11), None), "look-morning": (hours(13), None), "look-weeks": (hours(1 + 14 * 24), None),
    }  # fmt: skip
    story.add(Hearing, 3)
    story.add(Meeting, 4)
    story.decided(6)
    assert _looks(story)["look-outcome"] == (story.due("told", "affected"), None)


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_meets_its_own_date_and_no_other(look):
    story = _planned()
    story.add(Meeting, 4)
    story.decided(6)
    story.add(SafetyPlan, 7, look="")
    assert {met for _, met in _looks(story).values()} == {None}
    story.add(SafetyPlan, 8, look=look)
    assert [kind for kind, (_, met) in _looks(story).items() if met == hours(8)] == [f"look-{look}"]


def test_nothing_is_looked_at_before_there_is_a_plan():
    assert _looks(StoryOf()) == {}


def test_nobody_is_asked_again_who_does_not_know_of_the_report():
    story = _planned(relation="saw")
    assert _looks(story) == {}
    for by in ("noor", "tomas"):
        story.add(Approach, 2, by=by)
    assert {"look-morning", "look-weeks", "look-telling"} == set(_looks(story))


def test_a_look_with_the_outcome_is_one_after_the_decision():
    story = _planned()
    story.add(SafetyPlan, 2, look="outcome")
    story.add(Meeting, 4)
    story.decided(6)
    assert _looks(story)["look-outcome"][1] is None


@pytest.mark.parametrize("way", ["heard", "unknown", "none"])
def test_nobody_looks_before_a_telling_that_is_over_or_never_comes(way):
    story = _planned()
    story.add(Hearing, 3, way=way)
    assert "look-telling" not in _looks(story)


def test_a_hold_lets_the_look_before_the_telling_wait_and_no_other():
    story = _planned()
    story.add(Hold, 2)
    assert set(_looks(story)) == {"look-morning", "look-weeks"}
    story.add(HoldEnded, 5)
    assert _looks(story)["look-telling"][0] == hours(11 + 3)


def test_a_case_may_be_closed_before_two_weeks_are_over():
    assert not {duty.kind for duty in owed_before_closing(_planned().file)} & set(LOOKED_AT)
