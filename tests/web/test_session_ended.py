"""A session that ends in the middle of a long note: nothing is lost, and nothing is learnt."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils import timezone
from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.scene import NOTE, Scene
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.access.sign_in import Busy
from trivet.models.decision import Meeting
from trivet.models.response import Note
from trivet.web.unlocked import COOKIE

LONG = 'A long note, "quoted" & <marked>,\r\nover two lines; 🫂 ' + "and on and on " * 3_000


@pytest.fixture
def noor(scene: Scene) -> Visitor:
    """Signed in, with the page of a note open."""
    visitor = signed_in(scene.cast, "noor")
    assert visitor.get(_note(scene)).status_code == 200
    return visitor


@pytest.mark.parametrize("minutes", [16, 8 * 60 + 1, 3 * 24 * 60])
def test_a_note_is_saved_by_signing_in_on_the_spot(scene: Scene, noor: Visitor, minutes: int) -> None:
    sent = fields(scene, "note") | {"text": LONG}
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        with nothing_written():
            asked = noor.sends(_note(scene), sent)
        assert asked.status_code == 403
        assert LONG in read_on(asked)
        again = noor.post(_note(scene), _form_on(asked) | _password(scene))
        assert again.status_code == 302
        assert again.cookies[COOKIE].value
        assert _last_note(scene) == LONG.strip()
        assert noor.get(f"/cases/{scene.case.id}/").status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"unlock_password": "wrong"}, {"unlock_email": "nobody@conf.example"}, {"unlock_password": ""}]
)
def test_a_wrong_password_keeps_the_note(scene: Scene, noor: Visitor, wrong: dict) -> None:
    asked = _expired(scene, noor, {"text": LONG})
    with nothing_written():
        again = noor.post(_note(scene), _form_on(asked) | _password(scene) | wrong)
    assert again.status_code == 403
    assert LONG in read_on(again)
    assert ("do not belong together" in read_on(again)) is bool(wrong.get("unlock_password", "x"))
    assert scene.cast.password("noor") not in read_on(again)
    assert noor.post(_note(scene), _form_on(again) | _password(scene)).status_code == 302
    assert _last_note(scene) == LONG.strip()


def test_a_crowd_that_signs_in_is_no_wrong_password(
    scene: Scene, noor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: object) -> None:
        raise Busy

    asked = _expired(scene, noor, {"text": LONG})
    monkeypatch.setattr("trivet.access.sign_in.sign_in", busy)
    for answer in (
        noor.post(_note(scene), _form_on(asked) | _password(scene)),
        Visitor().sends("/sign-in/", {"email": "noor@conf.example", "password": "x"}),
    ):
        assert "Please wait a little and try again" in read_on(answer)
        assert "do not belong together" not in read_on(answer)
    assert LONG in read_on(noor.post(_note(scene), _form_on(asked) | _password(scene)))


def test_whoever_has_the_page_but_not_the_password_learns_nothing_of_the_case(scene: Scene, noor: Visitor) -> None:
    page = read_on(_expired(scene, noor, {"text": "x"}))
    for sealed in (*scene.sealed, NOTE, "Tomás", "Noor Haddad"):
        assert sealed not in page


def test_ticks_and_lists_are_carried_along(scene: Scene) -> None:
    noor, path, sent = signed_in(scene.cast, "noor"), f"/cases/{scene.case.id}/meeting/", fields(scene, "meeting")
    sent["present"] = [str(scene.cast.people[who].member.id) for who in ("noor", "tomas")]
    noor.cookies.pop(COOKIE)
    asked = noor.sends(path, sent)
    assert noor.post(path, _form_on(asked) | _password(scene)).status_code == 302
    meeting = scene.cast.read(scene.case, "noor").file.last(Meeting)
    assert meeting
    assert set(meeting.present) == set(sent["present"])


def test_the_case_that_moved_on_meanwhile_is_said_after_signing_in(scene: Scene, noor: Visitor) -> None:
    asked = _expired(scene, noor, {"text": LONG})
    signed_in(scene.cast, "tomas").sends(_note(scene), fields(scene, "note"))
    moved = noor.post(_note(scene), _form_on(asked) | _password(scene))
    assert moved.status_code == 409
    assert LONG.strip().replace("\r\n", "\n") in read_on(moved).replace("\r\n", "\n")
    assert moved.cookies[COOKIE].value  # and this time the session is there
    again = noor.sends(_note(scene), {"text": LONG, "seen": hidden(moved, "seen")})
    assert again.status_code == 302


def test_somebody_else_who_signs_in_there_sees_no_case(scene: Scene, noor: Visitor) -> None:
    asked = _expired(scene, noor, {"text": LONG})
    theirs = {"unlock_email": "passerby@conf.example", "unlock_password": scene.cast.password("passerby")}
    with nothing_written():
        answer = noor.post(_note(scene), _form_on(asked) | theirs)
    assert answer.status_code == 404
    assert not any(sealed in read_on(answer) for sealed in scene.sealed)


def test_passwords_typed_into_an_ended_session_are_not_shown(cast: Cast) -> None:
    typed = {"old": "one two three four five", "new": "six seven eight nine ten", "again": "six seven eight nine ten"}
    answer = Visitor().sends("/account/password/", typed)
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=%2Faccount%2Fpassword%2F"
    assert not any(word in read_on(answer) for word in typed.values())


def test_the_page_says_nothing_that_is_not_so(scene: Scene, noor: Visitor) -> None:
    asked = _expired(scene, noor, {"text": LONG, "attachments": SimpleUploadedFile("a.txt", b"words")})
    assert "What you wrote is still here" in read_on(asked)
    assert "Your file was not kept" in read_on(asked)
    for said in ("Nothing is lost", "fifteen minutes"):  # the file is; and it may have been another device
        assert said not in read_on(asked)


def _note(scene: Scene) -> str:
    return f"/cases/{scene.case.id}/note/"


def _expired(scene: Scene, visitor: Visitor, typed: dict) -> HttpResponse:
    visitor.cookies.pop(COOKIE)
    answer = visitor.sends(_note(scene), fields(scene, "note") | typed)
    assert answer.status_code == 403
    return answer


def _form_on(page: HttpResponse) -> dict[str, list[str]]:
    """What a browser sends of the page's hidden fields, the CSRF token too."""
    form: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page.content.decode()):
        form.setdefault(name, []).append(unescape(value))
    assert "csrfmiddlewaretoken" in form
    return form


def _password(scene: Scene) -> dict[str, str]:
    return {"unlock_email": "noor@conf.example", "unlock_password": scene.cast.password("noor")}


def _last_note(scene: Scene) -> str:
    note = scene.cast.read(scene.case, "noor").file.last(Note)
    assert note
    return note.text
