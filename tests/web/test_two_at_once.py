"""Two members at the same case: the later one is told and loses nothing."""

import pytest
from tests.web.filled import fields
from tests.web.reporting import Reporting, read_on
from tests.web.scene import Scene
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import hidden, signed_in

from cast import Cast
from trivet.models.report import NoConflict, SafetyCall
from trivet.models.response import Note

STEPS = {
    "note": "received", "message": "received", "words": "received", "names": "received", "safety-plan": "received",
    "hold": "received", "hearing": "received", "meeting": "received", "agreement": "proposed", "warning": "decided",
    "told/reported": "decided", "committee": "closed", "second-reading": "closed", "reopening": "closed",
}  # fmt: skip


@pytest.mark.parametrize(("step", "state"), STEPS.items())
def test_the_later_one_is_told_and_saves_by_sending_again(cast: Cast, step: str, state: str) -> None:
    scene, kind = in_state(cast, state), step.split("/")[0]
    noor, path, sent = signed_in(cast, "noor"), f"/cases/{scene.case.id}/{step}/", fields(scene, kind)
    assert noor.get(path).status_code == 200
    _tomas_writes(scene)
    with nothing_written():
        answer = noor.sends(path, sent)
    assert answer.status_code == 409
    page = read_on(answer)
    assert "Somebody changed this case while you were writing" in page
    for name, value in sent.items():
        if name != "seen":
            assert _still_there(page, name, value), name
    assert noor.sends(path, sent | {"seen": hidden(answer, "seen")}).status_code == 302


def test_a_second_change_is_told_again(scene: Scene) -> None:
    noor, path = signed_in(scene.cast, "noor"), f"/cases/{scene.case.id}/note/"
    sent = fields(scene, "note")
    for _ in range(3):
        _tomas_writes(scene)
        answer = noor.sends(path, sent)
        assert answer.status_code == 409
        sent["seen"] = hidden(answer, "seen")
    assert noor.sends(path, sent).status_code == 302


def test_a_word_of_the_reporter_in_between_counts_as_a_change(scene: Scene) -> None:
    noor, path, sent = signed_in(scene.cast, "noor"), f"/cases/{scene.case.id}/note/", fields(scene, "note")
    Reporting(scene.cast).comes_back(scene.code, message="one more thing")
    assert noor.sends(path, sent).status_code == 409


def test_both_notes_are_there_afterwards(scene: Scene) -> None:
    noor, path, sent = signed_in(scene.cast, "noor"), f"/cases/{scene.case.id}/note/", fields(scene, "note")
    _tomas_writes(scene)
    noor.sends(path, sent | {"seen": hidden(noor.sends(path, sent), "seen")})
    notes = [note.text for note in scene.cast.read(scene.case, "noor").file.all(Note)]
    assert notes[-2:] == ["from somebody else", "a new note"]


def test_danger_is_recorded_whatever_else_happened(scene: Scene) -> None:
    newcomer, path = signed_in(scene.cast, "newcomer"), f"/cases/{scene.case.id}/opening/"
    seen = hidden(newcomer.get(path), "seen")
    _tomas_writes(scene)
    sent = {"phase": "danger", "seen": seen, "danger": "yes", "done": "rang the police"}
    assert newcomer.sends(path, sent).status_code == 302
    call = scene.cast.read(scene.case, "newcomer").file.last(SafetyCall)
    assert call
    assert call.done == "rang the police"


def test_nobody_clears_a_name_that_they_were_not_shown(scene: Scene) -> None:
    newcomer, path = signed_in(scene.cast, "newcomer"), f"/cases/{scene.case.id}/opening/"
    newcomer.sends(path, {"phase": "danger", "danger": "no"})
    shown = hidden(newcomer.get(path), "shown")
    signed_in(scene.cast, "tomas").sends(f"/cases/{scene.case.id}/names/", fields(scene, "names"))
    with nothing_written():
        answer = newcomer.sends(path, {"phase": "names", "shown": shown})
    assert answer.status_code == 409
    assert "the tall one" in read_on(answer)
    assert newcomer.sends(path, {"phase": "names", "shown": hidden(answer, "shown")}).status_code == 302
    mine = [n for n in scene.cast.read(scene.case, "newcomer").file.all(NoConflict) if n.by == _id(scene, "newcomer")]
    assert len(mine) == 1


def test_a_name_added_later_asks_every_holder_again_and_loses_nothing_typed(scene: Scene) -> None:
    noor, path = signed_in(scene.cast, "noor"), f"/cases/{scene.case.id}/note/"
    sent = fields(scene, "note")
    signed_in(scene.cast, "tomas").sends(f"/cases/{scene.case.id}/names/", fields(scene, "names"))
    answer = noor.sends(path, sent)  # the page was open before the name was added
    assert answer.status_code == 409
    assert "a new note" in read_on(answer)
    assert noor.get(f"/cases/{scene.case.id}/")["Location"].endswith("/opening/")


def _tomas_writes(scene: Scene) -> None:
    sent = fields(scene, "note") | {"text": "from somebody else"}
    assert signed_in(scene.cast, "tomas").sends(f"/cases/{scene.case.id}/note/", sent).status_code == 302


def _still_there(page: str, name: str, value: object) -> bool:
    """As text, or chosen among the choices."""
    values = value if isinstance(value, list) else [value]
    return all(str(one) in page for one in values) or f'name="{name}"' not in page


def _id(scene: Scene, who: str) -> str:
    return str(scene.cast.people[who].member.id)
