"""Meeting, hearing and decision: by when, what meets them, and what a hold does to them."""

import pytest
from tests.process.story_of import StoryOf, hours

from trivet.models.decision import Agreement, Decision, Meeting
from trivet.models.file import CLOSED, DECIDED, MEETING, RECEIVED
from trivet.models.outcome import Closing, Reopening
from trivet.models.report import Withheld
from trivet.models.response import Hearing, Hold, HoldEnded


def test_the_reported_person_is_heard_by_the_time_of_the_meeting():
    story = StoryOf()
    assert story.due("hearing") == story.due("meeting") == hours(12)
    story.add(Meeting, 5)
    assert story.met("meeting") == hours(5)
    assert story.met("hearing") is None


@pytest.mark.parametrize("way", ["heard", "declined", "unknown", "none"])
def test_a_hearing_is_met_however_it_went(way):
    story = StoryOf()
    story.add(Hearing, 4, way=way)
    story.add(Hearing, 6, way=way)
    assert story.met("hearing") == hours(4)


def test_a_hearing_that_was_put_off_is_due_on_its_day():
    story = StoryOf()
    story.add(Hearing, 4, way="deferred", until=hours(30), because="They sleep.")
    assert (story.due("hearing"), story.met("hearing")) == (hours(30), None)
    story.add(Hearing, 29)
    assert (story.due("hearing"), story.met("hearing")) == (hours(30), hours(29))


def test_a_meeting_sets_the_time_of_its_decision():
    story = StoryOf()
    assert story.owed("decision") is None
    story.add(Meeting, 5, decide_by=hours(9))
    assert (story.due("decision"), story.met("decision")) == (hours(9), None)
    story.add(Meeting, 7, decide_by=hours(11))
    assert story.due("decision") == hours(11)


def test_a_decision_stands_when_a_second_holder_agreed():
    story = StoryOf()
    story.add(Meeting, 5)
    first = story.add(Decision, 6)
    assert story.met("decision") is None
    story.add(Agreement, 6.2, by="tomas", of=first.id, agrees=False, words="No.")
    assert (story.met("decision"), story.file.state) == (None, MEETING)
    story.decided(8)
    assert (story.met("decision"), story.file.state) == (hours(8), DECIDED)


def test_a_proposal_goes_with_whoever_made_it():
    story = StoryOf()
    story.add(Meeting, 5)
    story.add(Decision, 6, by="noor")
    story.add(Withheld, 7, by="noor", member="noor")
    assert story.file.proposed is None


@pytest.mark.parametrize(("during", "later"), [(True, 12), (False, 7 * 24)])
def test_a_reopened_case_is_decided_anew(during, later):
    story = StoryOf()
    story.add(Meeting, 5)
    story.decided(6)
    story.add(Closing, 20)
    story.add(Reopening, 50, during=during)
    assert (story.due("decision"), story.met("decision")) == (hours(50 + later), None)
    assert story.file.state == MEETING
    story.add(Meeting, 52, decide_by=hours(53))
    assert story.due("decision") == hours(53)


def test_a_case_closed_on_hold_reopens_to_the_meeting():
    story = StoryOf()
    story.add(Hold, 1)
    assert story.file.state == RECEIVED
    story.add(Closing, 2)
    assert story.file.state == CLOSED
    story.add(Reopening, 3)
    assert story.file.state == MEETING
    assert story.file.on_hold


def test_a_hold_stops_the_clocks_and_moves_them():
    story = StoryOf()
    story.add(Meeting, 5, decide_by=hours(9))
    story.add(Hearing, 5.5, way="deferred", until=hours(30))
    story.add(Hold, 6)
    assert [story.owed(kind) for kind in ("meeting", "hearing", "decision")] == [None, None, None]
    assert story.owed("claim")
    assert story.owed("acknowledge")
    story.add(HoldEnded, 26)
    assert story.due("decision") == hours(9 + 20)
    assert story.due("hearing") == hours(30 + 20)
    assert story.due("meeting") == hours(12)  # it was held before
    story.add(Hold, 27)
    story.add(HoldEnded, 28)
    assert story.due("decision") == hours(9 + 21)
