"""Tasks: one of the holders, a time, and that it was done; each is a duty until it is settled."""

import uuid
from datetime import timedelta

from tests.process.paper import Paper
from tests.process.refusals import refused
from tests.process.story_of import StoryOf, hours

from trivet.models.response import Hold
from trivet.models.task import Task, TaskDone
from trivet.process import decide, respond
from trivet.process.filing import summarise
from trivet.process.obligations import obligations, owed, owed_before_closing
from trivet.process.steps import next_step, step_for
from trivet.process.tasks import NewTask


def taken_on(paper: Paper, owner: int = 0) -> uuid.UUID:
    paper.does(0, decide.add_task, owner=str(paper.holders[owner].id))
    return uuid.UUID(paper.file.all(Task)[-1].id)


def test_a_task_is_owed_at_its_time_until_it_is_settled():
    story = StoryOf()
    task = story.add(Task, 1, due=hours(9))
    assert (story.due("task"), story.met("task")) == (hours(9), None)
    story.add(Hold, 2)
    assert story.owed("task")  # a hold does not stop it
    assert "task" in {duty.kind for duty in owed_before_closing(story.file)}
    story.add(TaskDone, 5, of=task.id, by="tomas")
    assert story.met("task") == hours(5)


def test_each_task_is_a_duty_of_its_own():
    story = StoryOf()
    first = story.add(Task, 1, due=hours(9))
    story.add(Task, 1, due=hours(3))
    story.add(TaskDone, 2, of=first.id)
    assert [(duty.due, duty.open) for duty in obligations(story.file) if duty.kind == "task"] == [
        (hours(3), True), (hours(9), False),
    ]  # fmt: skip


def test_a_meeting_may_leave_tasks(paper):
    mine, soon = str(paper.holders[0].id), paper.now + timedelta(hours=1)
    paper.does(1, decide.record_meeting, tasks=[NewTask("Move the talk.", mine, soon), NewTask("Ring.", mine, soon)])
    assert [task.what for task in paper.file.all(Task)] == ["Move the talk.", "Ring."]


def test_a_task_may_not_be_given_to_somebody_who_does_not_hold_the_case(paper):
    outsider = str(paper.free()[0].id)
    refused(paper, 0, decide.add_task, owner=outsider, so="does not hold the case")
    refused(
        paper, 0, decide.record_meeting, tasks=[NewTask("So.", outsider, paper.now)], so="does not hold the case"
    )  # fmt: skip


def test_any_holder_may_say_that_a_task_is_done_once(paper):
    task = taken_on(paper)
    paper.does(2, decide.settle_task, of=task)
    assert "task" not in {duty.kind for duty in owed(paper.file)}
    refused(paper, 0, decide.settle_task, of=task, so="settled already")


def test_a_task_may_not_be_dropped_without_a_reason(paper):
    task = taken_on(paper)
    refused(paper, 0, decide.settle_task, of=task, dropped=True, so="not needed any more")
    paper.does(0, decide.settle_task, of=task, dropped=True, words="They left by themselves.")
    assert paper.file.last(TaskDone).dropped


def test_what_is_no_task_may_not_be_settled(paper):
    refused(paper, 0, decide.settle_task, of=uuid.UUID(paper.file.report.id), so="not there")


def test_a_task_waits_for_whoever_took_it_on_and_falls_to_all_when_they_go(paper):
    taken_on(paper, owner=1)
    duty = next(duty for duty in owed(paper.file) if duty.kind == "task")
    one, two, three = (str(member.id) for member in paper.holders)
    assert [step_for(duty, paper.file, by=who).waiting for who in (one, two, three)] == [True, False, True]
    respond.step_back(paper.read(paper.holders[1], paper.now), stand_in=None, at=paper.now)
    assert [step_for(duty, paper.file, by=who).waiting for who in (one, three)] == [False, False]


def test_the_list_line_says_whose_task_is_next():
    story = StoryOf()
    story.add(Task, 0.01, due=hours(0.02), owner="tomas")
    assert next_step(story.file, by=None).kind == "task"
    assert summarise(story.file).next_by == "tomas"
