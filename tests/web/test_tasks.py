"""Tasks on the pages: given at the meeting or afterwards, shown where they are owed, settled by any holder."""

from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.scene import TASK
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import signed_in

from cast import Cast
from trivet.models.task import Task, TaskDone


def row(n: int, what: str, who: str, due: str) -> dict[str, str]:
    return {f"task-{n}-what": what, f"task-{n}-owner": who, f"task-{n}-due": due}


def test_a_meeting_may_leave_tasks_and_each_stands_on_the_case_page(cast: Cast) -> None:
    scene = in_state(cast, "received")
    tomas, noor = str(cast.tomas.member.id), signed_in(cast, "noor")
    later = fields(scene, "task")["due"]
    sent = fields(scene, "meeting") | row(0, "move the talk", tomas, later) | row(2, "", "", later)
    assert noor.sends(f"/cases/{scene.case.id}/meeting/", sent).status_code == 302
    task = cast.read(scene.case, "noor").file.all(Task)[-1]
    assert (task.what, task.owner) == ("move the talk", tomas)
    page = read_on(noor.get(f"/cases/{scene.case.id}/"))
    assert f"{cast.tomas.member.name} · move the talk" in page
    assert f"/cases/{scene.case.id}/task/{task.id}/" in page


def test_a_task_that_is_half_said_is_asked_for_and_everything_is_still_there(cast: Cast) -> None:
    scene = in_state(cast, "received")
    sent = fields(scene, "meeting") | row(1, "move the talk", "", "")
    with nothing_written():
        answer = signed_in(cast, "noor").sends(f"/cases/{scene.case.id}/meeting/", sent)
    assert answer.status_code == 422
    page = read_on(answer)
    assert "Who of you sees to it?" in page
    assert "By when?" in page
    assert "move the talk" in page
    assert "both of us" in page


def test_a_holder_may_record_that_a_task_of_another_is_done(cast: Cast) -> None:
    scene = in_state(cast, "received")
    tomas, path = signed_in(cast, "tomas"), f"/cases/{scene.case.id}/task/{scene.task}/"
    assert TASK in read_on(tomas.get(path))
    assert tomas.sends(path, fields(scene, "settle-task")).status_code == 302
    done = cast.read(scene.case, "noor").file.last(TaskDone)
    assert done
    assert (done.of, done.by) == (scene.task, str(cast.tomas.member.id))
    assert "Task done" in read_on(tomas.get(f"/cases/{scene.case.id}/"))


def test_nobody_may_settle_what_is_no_task(cast: Cast) -> None:
    scene = in_state(cast, "received")
    assert signed_in(cast, "noor").get(f"/cases/{scene.case.id}/task/{scene.of}/").status_code == 404
