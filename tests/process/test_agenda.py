"""What a meeting needs before it begins, from the case as it stands."""

from tests.process.test_tasks import taken_on

from trivet.process import decide, respond
from trivet.process.agenda import agenda


def looked_at(paper):
    return agenda(paper.read(paper.holders[0], paper.now))


def test_whoever_heard_the_reported_person_brings_their_side_in(paper):
    assert looked_at(paper).carrier is None
    paper.does(1, decide.record_hearing)
    assert looked_at(paper).carrier == paper.holders[1]
    paper.does(1, decide.record_hearing, carried_by=str(paper.holders[2].id))
    assert looked_at(paper).carrier == paper.holders[2]


def test_whoever_left_the_case_brings_nothing_in(paper):
    paper.does(1, decide.record_hearing)
    respond.step_back(paper.read(paper.holders[1], paper.now), stand_in=None, at=paper.now)
    found = looked_at(paper)
    assert (found.carrier, found.hearing.way) == (None, "heard")


def test_an_agenda_says_who_has_still_to_say_that_they_are_not_involved(paper):
    one = paper.holders[0]
    assert looked_at(paper).not_clear == paper.holders
    paper.does(0, respond.record_safety_call)
    paper.does(0, respond.declare_no_conflict)
    assert one not in looked_at(paper).not_clear
    paper.does(1, respond.add_names, names="Osric Vane", role="reported")
    assert one in looked_at(paper).not_clear


def test_an_agenda_says_who_is_kept_from_the_case(paper):
    gone = paper.holders[1]
    respond.step_back(paper.read(gone, paper.now), stand_in=None, at=paper.now)
    assert looked_at(paper).kept == {str(gone.id): "stepped-back"}


def test_an_agenda_has_the_tasks_that_are_not_settled(paper):
    task = taken_on(paper)
    taken_on(paper)
    paper.does(0, decide.settle_task, of=task)
    assert len(looked_at(paper).tasks) == 1
