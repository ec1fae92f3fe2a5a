"""The reporter says that it goes on, or that somebody gets back at them: the team sees it first, and answers soon."""

from tests.web.filled import fields
from tests.web.reporting import Reporting, read_on
from tests.web.states import in_state
from tests.web.visitor import hidden, signed_in

from cast import Cast
from trivet.models.response import Message
from trivet.process.obligations import owed


def test_a_reporter_may_say_that_it_goes_on_and_danger_is_asked_about_again(cast: Cast) -> None:
    scene = in_state(cast, "closed")
    reporting, case = Reporting(cast), f"/cases/{scene.case.id}"
    thread = reporting.comes_back(scene.code)
    assert "It goes on" in read_on(thread)
    more = {"message": "They wait outside.", "goes_on": "on", "once": hidden(thread, "once")}
    assert reporting.visitor.post("/conf/return/", {"return_code": scene.code, **more}).status_code == 200
    message = cast.read(scene.case, "noor").file.last(Message)
    assert message
    assert message.goes_on
    [answer] = [duty for duty in owed(cast.read(scene.case, "noor").file) if duty.kind == "acknowledge"]
    assert (answer.due - message.at).total_seconds() <= 600
    noor = signed_in(cast, "noor")
    assert "The reporter says that it goes on" in read_on(noor.get(f"{case}/"))
    assert noor.sends(f"{case}/danger/", fields(scene, "danger")).status_code == 302
    assert "The reporter says that it goes on" not in read_on(noor.get(f"{case}/"))


def test_danger_stands_above_the_case_until_everybody_is_safe(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor, case = signed_in(cast, "noor"), f"/cases/{scene.case.id}"
    for danger, stands in (("unsure", True), ("no", False), ("yes", True)):
        sent = fields(scene, "danger") | {"danger": danger, "done": "security, 23:05"}
        assert noor.sends(f"{case}/danger/", sent).status_code == 302
        assert ("Not safe, when last asked" in read_on(noor.get(f"{case}/"))) is stands
