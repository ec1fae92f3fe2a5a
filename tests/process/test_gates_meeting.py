"""What is refused about hearing and meeting, and the way out of it."""

import uuid
from dataclasses import replace

import pytest
from tests.process.refusals import recorded_against, refused

from trivet.models import CaseFile
from trivet.models.decision import Meeting
from trivet.models.report import BroughtIn
from trivet.models.response import Hearing
from trivet.process import decide, respond


@pytest.mark.parametrize("side", ["reporter", "affected", "reported"])
def test_no_side_may_be_planned_into_the_meeting(paper, side):
    refused(paper, 0, decide.record_meeting, sides=[side], so="are not at the meeting")
    paper.does(0, decide.record_meeting, sides=[side], widely_witnessed=True)
    assert paper.file.last(Meeting).sides == [side]


def test_a_side_that_was_at_the_meeting_is_recorded(paper):
    recorded_against(paper, 0, decide.record_meeting, sides=["affected"])


def test_only_holders_may_be_planned_into_the_meeting(paper):
    outsider = paper.free()[0]
    both = [str(outsider.id), str(paper.holders[1].id)]
    refused(paper, 0, decide.record_meeting, present=both, so="does not hold this case")
    recorded_against(paper.copy(), 0, decide.record_meeting, present=both)
    paper.does(0, respond.step_back, stand_in=outsider)
    paper.does(0, decide.record_meeting, present=both)


def test_nobody_may_plan_to_meet_alone(paper):
    alone = [str(paper.holders[0].id)]
    refused(paper, 0, decide.record_meeting, present=alone, so="A meeting takes two")
    recorded_against(paper.copy(), 0, decide.record_meeting, present=alone)
    paper.does(0, decide.record_meeting, present=alone, others="the safeguarding lead")


@pytest.mark.parametrize("way", ["heard", "declined"])
def test_nobody_may_be_told_of_a_complaint_while_it_is_not_safe(paper, way):
    refused(paper, 0, decide.record_hearing, way=way, safe_to_tell=False, so="safe to tell them")
    recorded_against(paper.copy(), 0, decide.record_hearing, way=way, safe_to_tell=False)
    paper.does(0, decide.record_hearing, way=way)


@pytest.mark.parametrize("way", ["deferred", "unknown", "none"])
def test_a_hearing_that_was_none_needs_a_reason(paper, way):
    refused(paper, 0, decide.record_hearing, way=way, until=paper.now, so="Why were they not heard?")
    paper.does(0, decide.record_hearing, way=way, until=paper.now, because="They left.")


def test_a_hearing_that_is_put_off_needs_a_day(paper):
    refused(paper, 0, decide.record_hearing, way="deferred", because="They sleep.", so="Until when")
    paper.does(0, decide.record_hearing, way="deferred", because="They sleep.", until=paper.now)
    assert paper.file.last(Hearing).way == "deferred"


def test_nobody_may_review_what_they_did_themselves(paper):
    entry = recorded_against(paper, 0, decide.record_meeting, sides=["reported"])
    refused(paper, 0, respond.review, of=uuid.UUID(entry.id), so="what you did yourself")
    paper.does(1, respond.review, of=uuid.UUID(entry.id))


def test_nobody_may_review_what_is_not_there(paper):
    refused(paper, 0, respond.review, of=uuid.uuid4(), so="is not there")


def test_nobody_with_a_conflict_may_be_planned_into_the_meeting(paper):
    gone = paper.holders[1]
    respond.step_back(paper.read(gone, paper.now), stand_in=None, at=paper.now)
    for where in ("others", "carries_side"):
        refused(paper, 0, decide.record_meeting, **{where: f"also {gone.name.split()[0]}"}, so="may have a conflict")
    paper.does(0, decide.record_meeting, others="the safeguarding lead")
    recorded_against(paper, 0, decide.record_meeting, others=gone.name)


def test_whoever_was_let_in_again_may_be_planned_into_the_meeting(paper):
    gone = paper.holders[1]
    respond.step_back(paper.read(gone, paper.now), stand_in=None, at=paper.now)
    paper.file = paper.file.having(BroughtIn(member=str(gone.id), by="noor", at=paper.now, during=True))
    paper.does(0, decide.record_meeting, others=gone.name)


@pytest.mark.parametrize("role", ["reported", "affected"])
def test_somebody_of_a_side_may_not_be_named_into_the_meeting(paper, role):
    paper.does(0, respond.add_names, names="Osric Vane", role=role)
    refused(paper, 0, decide.record_meeting, others="Vane", so="are not at the meeting")
    paper.does(0, decide.record_meeting, others="Vane", widely_witnessed=True)


@pytest.mark.parametrize("field", ["who", "contact"])
def test_somebody_whom_an_account_names_may_not_be_named_into_the_meeting(paper, field):
    first, *others = paper.file.entries
    paper.file = CaseFile.of([replace(first, **{field: "Osric Vane, tall, with a blue badge"}), *others])
    refused(paper, 0, decide.record_meeting, others="a translator\nosric vane", so="are not at the meeting")
    paper.does(0, decide.record_meeting, others="a translator")


def test_the_side_of_somebody_who_was_heard_may_not_stay_outside(paper):
    paper.does(0, decide.record_hearing)
    refused(paper, 0, decide.record_meeting, carries_side="", so="nobody brought their side in")
    recorded_against(paper.copy(), 0, decide.record_meeting, carries_side="")
    paper.does(0, decide.record_meeting)


def test_a_meeting_without_anybody_heard_needs_nobody_to_bring_a_side_in(paper):
    paper.does(0, decide.record_hearing, way="unknown", because="Nobody knows them.")
    paper.does(0, decide.record_meeting, carries_side="")
