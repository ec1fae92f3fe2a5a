"""Who has the case, a hold and its end, a safety plan: what is refused, and the way out."""

import pytest
from tests.process.refusals import refused

from trivet.models import Member
from trivet.models.response import HoldEnded
from trivet.process import decide, respond, retain


def test_a_second_claim_is_refused_kindly(paper):
    paper.does(0, respond.claim)
    refused(paper, 1, respond.claim, so="has it already")
    paper.does(0, respond.step_back, stand_in=None)
    paper.does(0, respond.claim)


def test_a_plan_may_not_be_agreed_without_a_step(paper):
    refused(paper, 0, respond.agree_safety_plan, steps="  ", so="none is written down")
    paper.does(0, respond.agree_safety_plan, steps="", answer="declined")


def test_a_case_may_not_be_put_on_hold_twice_or_once_it_is_decided(paper):
    paper.does(0, respond.put_on_hold)
    refused(paper, 1, respond.put_on_hold, so="on hold already")
    paper.does(1, respond.end_hold)
    paper.does(0, decide.record_meeting)
    paper.does(0, decide.propose_decision)
    paper.does(1, decide.answer_decision)
    refused(paper, 1, respond.put_on_hold, so="or decided")


@pytest.mark.parametrize("why", ["danger", "child", "law", "risk"])
def test_a_hold_may_not_be_overridden_before_the_affected_person_knows(paper, why):
    refused(paper, 0, respond.end_hold, why=why, so="not on hold")
    paper.does(0, respond.put_on_hold)
    refused(paper, 0, respond.end_hold, why=why, so="does not know yet")
    paper.does(0, respond.end_hold, why=why, affected_told=True)
    assert paper.file.last(HoldEnded).affected_told


def test_a_hold_may_not_end_while_the_case_is_closed(paper):
    for use_case in (respond.claim, respond.record_safety_call, respond.send_message, respond.agree_safety_plan):
        paper.does(0, use_case)
    paper.does(0, respond.put_on_hold)
    paper.does(0, retain.close_case)
    refused(paper, 0, respond.end_hold, so="closed")
    paper.does(0, retain.reopen_case)
    paper.does(0, respond.end_hold)


def test_a_fourth_person_may_not_be_let_in(paper):
    newcomer = paper.free()[0]
    refused(paper, 0, respond.let_in, member=newcomer, so="Three people hold this case")
    paper.does(0, respond.step_back, stand_in=None)
    paper.does(0, respond.let_in, member=newcomer)
    assert newcomer in paper.holders


def test_whoever_stepped_back_may_not_come_back(paper):
    gone = paper.holders[0]
    paper.does(0, respond.step_back, stand_in=None)
    refused(paper, 0, respond.let_in, member=gone, so="cannot be given the case")
    refused(paper, 0, respond.step_back, stand_in=gone, so="cannot stand in")


def test_nobody_from_elsewhere_may_stand_in(paper):
    refused(paper, 0, respond.step_back, stand_in=Member(name="Somebody"), so="cannot stand in")


def test_the_last_holder_may_not_leave_without_a_stand_in(paper):
    stand_in = paper.free()[0]
    paper.does(0, respond.step_back, stand_in=None)
    paper.does(0, respond.step_back, stand_in=None)
    refused(paper, 0, respond.step_back, stand_in=None, so="only one who holds")
    paper.does(0, respond.step_back, stand_in=stand_in)
    assert paper.holders == [stand_in]
