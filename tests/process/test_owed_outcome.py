"""After the decision: the warning, who hears, what was done against the procedure, the committee."""

import pytest
from tests.process.story_of import StoryOf, hours

from trivet.models.decision import Meeting, Warned
from trivet.models.letter import CommitteeReport, Sent, Told
from trivet.models.outcome import Closing, Reopening
from trivet.models.response import Approach, Hearing, Review, Words


def _decided(*, during=True, relation="me", way="heard", **more):
    story = StoryOf(during=during, relation=relation)
    for by in ("noor", "tomas"):
        story.add(Approach, 0.5, by=by)
    story.add(Hearing, 3, way=way)
    story.add(Meeting, 4)
    story.decided(6, **more)
    return story


@pytest.mark.parametrize(("during", "later"), [(True, 12), (False, 24)])
def test_the_parties_hear_the_outcome(during, later):
    story = _decided(during=during)
    for party in ("reported", "affected"):
        assert story.due("told", party) == hours(6 + later)
        story.add(Told, 7, party=party)
        assert story.met("told", party) == hours(7)


@pytest.mark.parametrize(("relation", "owed"), [("", False), ("me", False), ("saw", True), ("told", True)])
def test_a_reporter_who_is_not_affected_hears_too(relation, owed):
    assert (_decided(relation=relation).due("told", "reporter") == hours(18)) == owed


@pytest.mark.parametrize(("way", "owed"), [("heard", True), ("declined", True), ("unknown", False), ("none", False)])
def test_a_reported_person_whom_nobody_can_talk_to_is_not_told(way, owed):
    assert bool(_decided(way=way).owed("told", "reported")) == owed
    assert _decided(way=way, outcome="warning").owed("told", "reported")  # whoever is warned is known


def test_a_warning_is_due_when_it_was_decided_to_be():
    assert _decided(outcome="warning", warn_by=hours(8)).due("warning") == hours(8)
    assert _decided(outcome="warning").due("warning") == hours(6 + 12)
    assert _decided(outcome="no-violation").owed("warning") is None


def test_the_affected_person_hears_after_action():
    story = _decided(outcome="warning", relation="saw")
    assert story.owed("told", "affected") is None
    assert story.owed("told", "reporter") is None
    story.add(Warned, 10, during=False)  # the event ended in between
    assert story.met("warning") == hours(10)
    assert story.due("told", "affected") == story.due("told", "reporter") == hours(10 + 24)
    assert story.due("told", "reported") == hours(6 + 12)


def test_a_warning_given_before_the_decision_counts():
    story = StoryOf()
    story.add(Warned, 2, against="It could not wait.")
    story.add(Meeting, 4)
    story.decided(6, outcome="warning")
    assert story.met("warning") == hours(2)
    assert story.due("told", "affected") == hours(6 + 12)


def test_what_was_told_and_given_before_a_reopening_is_told_and_given_again():
    story = _decided(outcome="warning")
    story.add(Warned, 7)
    story.add(Told, 8, party="reported")
    story.add(Closing, 20)
    story.add(Reopening, 30)
    story.decided(32, outcome="warning")
    assert story.met("warning") is None
    assert story.met("told", "reported") is None


@pytest.mark.parametrize("during", [True, False])
def test_what_was_done_against_the_procedure_is_looked_at_within_a_day(during):
    story = StoryOf(during=during)
    done = story.add(Words, 2, against="In a hurry.")
    assert (story.due("review"), story.met("review")) == (hours(26), None)
    story.add(Review, 3, by="tomas", of="something else")
    assert story.met("review") is None
    story.add(Review, 5, by="tomas", of=done.id)
    story.add(Review, 9, by="ingrid", of=done.id)
    assert story.met("review") == hours(5)


def test_the_committee_hears_within_two_weeks_of_closing():
    story = _decided()
    assert story.owed("committee") is None
    story.add(Closing, 20)
    assert story.due("committee") == hours(20 + 14 * 24)
    text = story.add(CommitteeReport, 21)
    assert story.met("committee") is None
    story.add(Sent, 22, of=text.id)
    assert story.met("committee") == hours(22)


def test_without_a_committee_no_report_to_it_is_owed():
    story = _decided()
    story.add(Closing, 20, committee=False)
    assert story.owed("committee") is None
