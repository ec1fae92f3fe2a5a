"""Whatever is typed into a step of the team is kept as it was typed, or comes back with a sentence."""

import pytest
from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.scene import Scene
from tests.web.stored import nothing_written
from tests.web.typed import BLANK, BYTES, CURIOUS, LONGEST
from tests.web.visitor import TOKEN, Visitor, hidden

from trivet.models.response import Note

TEXTS = {
    "danger": ["done"], "interim": ["what", "why"], "approach": ["how"], "permission": ["to", "what"],
    "note": ["text"], "message": ["text"], "words": ["text", "against"], "names": ["names"], "safety-plan": ["steps"],
    "hold": ["because"], "hold-end": ["because"], "hearing": ["statement", "because", "against"],
    "meeting": ["carries_side", "what_happened", "doing", "who_does", "against"], "task": ["what"],
    "decision": ["safety", "reasons", "expected"], "agreement": ["words"], "warning": ["givers", "said", "reaction"],
    "told/reported": ["text", "appeal", "because"], "told/affected": ["text", "because"], "told/reporter": ["text"],
    "committee": ["text"], "second-reading": ["words"], "reopening": ["because"],
    "closing": ["when_and_where", "what_happened", "action", "reporter", "who_knows"],
}  # fmt: skip
EACH = [(step, name) for step, names in TEXTS.items() for name in names]


def form(scene: Scene, step: str) -> dict:
    return fields(scene, step.split("/")[0])


@pytest.mark.parametrize(("step", "name"), EACH)
def test_a_text_that_is_too_long_says_so_and_everything_is_still_there(
    scene: Scene, noor: Visitor, step: str, name: str
) -> None:
    typed = {other: f"kept in {other}" for other in TEXTS[step]} | {name: "z" * (LONGEST + 1)}
    with nothing_written():
        answer = noor.sends(f"/cases/{scene.case.id}/{step}/", form(scene, step) | typed)
    assert answer.status_code == 422
    page = read_on(answer)
    assert "100,001 characters long" in page
    for text in typed.values():
        assert text in page


@pytest.mark.parametrize("blank", BLANK.values(), ids=BLANK)
@pytest.mark.parametrize("step", ["note", "message", "words", "names", "hold", "meeting", "decision", "closing"])
def test_a_step_without_words_asks_for_some(scene: Scene, noor: Visitor, step: str, blank: str) -> None:
    typed = dict.fromkeys(TEXTS[step], blank)
    with nothing_written():
        answer = noor.sends(f"/cases/{scene.case.id}/{step}/", form(scene, step) | typed)
    assert answer.status_code == 422
    assert "Please write something here" in read_on(answer)


@pytest.mark.parametrize("typed", CURIOUS.values(), ids=CURIOUS)
def test_a_note_is_read_as_it_was_typed(scene: Scene, noor: Visitor, typed: str) -> None:
    answer = noor.sends(f"/cases/{scene.case.id}/note/", form(scene, "note") | {"text": typed})
    assert answer.status_code == 302
    assert _last_note(scene) == typed
    page = noor.get(f"/cases/{scene.case.id}/")
    assert page.status_code == 200
    assert typed.replace("\r\n", "\n") in read_on(page).replace("\r\n", "\n")


@pytest.mark.parametrize("sent", BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text_become_a_note_all_the_same(scene: Scene, noor: Visitor, sent: bytes) -> None:
    value = sent.replace(b"&", b"").replace(b"%", b"")
    body = b"csrfmiddlewaretoken=" + TOKEN.encode() + f"&seen={scene.revision}&text=so+".encode() + value
    answer = noor.sends_raw(f"/cases/{scene.case.id}/note/", body, "application/x-www-form-urlencoded")
    assert answer.status_code == 302
    assert _last_note(scene).startswith("so ")


def test_nothing_of_what_is_typed_becomes_part_of_a_page(scene: Scene, noor: Visitor) -> None:
    attack = "<img src=https://elsewhere.example/x onerror=alert(1)>"
    for step in ("note", "message", "words"):
        noor.sends(f"/cases/{scene.case.id}/{step}/", form(scene, step) | {"text": attack})
    noor.sends(f"/cases/{scene.case.id}/names/", form(scene, "names") | {"names": attack})
    for page in ("", "message/", "journal/"):
        assert "<img" not in noor.get(f"/cases/{scene.case.id}/{page}").content.decode()


@pytest.mark.parametrize("seen", [None, "", "x", "\x00", "0" * 32, "5ea15ea1-5ea1-4ea1-8ea1-5ea15ea15ea1", "🫂"])
def test_a_step_that_does_not_know_what_was_shown_keeps_the_text_and_can_be_sent_again(
    scene: Scene, noor: Visitor, seen: str | None
) -> None:
    path = f"/cases/{scene.case.id}/note/"
    with nothing_written():
        answer = noor.sends(path, {"text": "the note"} | ({"seen": seen} if seen is not None else {}))
    assert answer.status_code == 409
    assert "the note" in read_on(answer)
    assert "send it again" in read_on(answer)
    assert noor.sends(path, {"text": "the note", "seen": hidden(answer, "seen")}).status_code == 302
    assert _last_note(scene) == "the note"


FAR = ["0001-01-01T00:00", "9999-12-31T23:59", "1969-07-20T20:17", "2026-02-30T10:00", "soon", "\x00", "1e9", "2026"]


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize(
    ("step", "name"),
    [("meeting", "held_at"), ("meeting", "decide_by"), ("meeting", "task-0-due"), ("task", "due"),
     ("warning", "given_at"), ("decision", "warn_by"),
     ("hearing", "until"), ("interim", "taken_at")],
)  # fmt: skip
def test_a_day_that_is_none_is_asked_again(scene: Scene, noor: Visitor, step: str, name: str, day: str) -> None:
    with nothing_written():
        answer = noor.sends(f"/cases/{scene.case.id}/{step}/", form(scene, step) | {name: day})
    assert answer.status_code == 422
    assert "give a day and a time" in read_on(answer) or "too far away" in read_on(answer)


@pytest.mark.parametrize(
    ("step", "name"),
    [("names", "role"), ("approach", "whether"), ("permission", "given_by"),
     ("safety-plan", "answer"), ("safety-plan", "look"),
     ("hold-end", "why"), ("hearing", "way"), ("decision", "outcome"),
     ("agreement", "agrees"), ("told/reported", "way"), ("second-reading", "clears"), ("meeting", "sides"),
     ("meeting", "present"), ("meeting", "task-0-owner"), ("task", "owner"),
     ("bring-in", "member"), ("step-back", "stand_in")],
)  # fmt: skip
@pytest.mark.parametrize("chosen", ["perhaps", "\x00", "00000000-0000-4000-8000-000000000000"])
def test_a_choice_that_was_not_offered_is_asked_again(
    scene: Scene, noor: Visitor, step: str, name: str, chosen: str
) -> None:
    with nothing_written():
        answer = noor.sends(f"/cases/{scene.case.id}/{step}/", form(scene, step) | {name: chosen})
    assert answer.status_code == 422
    assert 'class="error"' in read_on(answer)


def _last_note(scene: Scene) -> str:
    note = scene.cast.read(scene.case, "noor").file.last(Note)
    assert note
    return note.text
