"""Words that press come back once before they go out; what was said is recorded all the same."""

import pytest
from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.scene import Scene
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import signed_in

from cast import Cast
from trivet.models.response import Message, Words

PRESSING = "Thank you. What punishment would be fair? You can always withdraw it."
MARKS = ["“What punishment”", "“can always withdraw”"]


def test_a_message_that_presses_comes_back_once_and_may_go_as_it_is(scene: Scene) -> None:
    noor, path = signed_in(scene.cast, "noor"), f"/cases/{scene.case.id}/message/"
    sent = fields(scene, "message") | {"text": PRESSING}
    with nothing_written():
        answer = noor.sends(path, sent)
    page = read_on(answer)
    assert answer.status_code == 422
    assert all(mark in page for mark in MARKS)
    assert PRESSING in page
    assert noor.sends(path, sent | {"as_it_is": "yes"}).status_code == 302
    assert _last(scene, Message) == PRESSING


@pytest.mark.parametrize("good", ["How can I help?", "What would help you feel safe here?"])
def test_a_good_question_goes_out_at_once(scene: Scene, good: str) -> None:
    answer = signed_in(scene.cast, "noor").sends(
        f"/cases/{scene.case.id}/message/", fields(scene, "message") | {"text": good}
    )
    assert answer.status_code == 302
    assert _last(scene, Message) == good


def test_what_was_said_is_recorded_at_once_and_marked_afterwards(scene: Scene) -> None:
    noor = signed_in(scene.cast, "noor")
    answer = noor.sends(f"/cases/{scene.case.id}/words/", fields(scene, "words") | {"text": PRESSING})
    assert answer.status_code == 302
    assert _last(scene, Words) == PRESSING
    page = read_on(noor.get(f"/cases/{scene.case.id}/"))
    assert all(mark in page for mark in MARKS)


@pytest.mark.parametrize(("way", "status"), [("message", 422), ("words", 302)])
def test_an_outcome_is_looked_at_again_only_where_it_goes_out_now(cast: Cast, way: str, status: int) -> None:
    scene = in_state(cast, "closed")
    answer = signed_in(cast, "noor").sends(
        f"/cases/{scene.case.id}/told/reporter/", fields(scene, "told") | {"way": way, "text": PRESSING}
    )
    assert answer.status_code == status
    if status == 422:
        assert all(mark in read_on(answer) for mark in MARKS)


@pytest.mark.parametrize(("party", "marked"), [("reported", False), ("reporter", True)])
def test_what_the_reported_person_was_told_is_not_read_as_if_they_had_been_hurt(
    cast: Cast, party: str, marked: bool
) -> None:
    scene, noor = in_state(cast, "closed"), signed_in(cast, "noor")
    told = {"way": "words", "text": "You must not tell anyone.", "appeal": "Nowhere.", "against": "They asked."}
    assert noor.sends(f"/cases/{scene.case.id}/told/{party}/", fields(scene, "told") | told).status_code == 302
    page = read_on(noor.get(f"/cases/{scene.case.id}/"))
    assert ("“You must not tell anyone”" in page) is marked


def _last(scene: Scene, kind: type) -> str:
    entry = scene.cast.read(scene.case, "noor").file.last(kind)
    assert entry
    return entry.text
