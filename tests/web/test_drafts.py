"""A form offers what had been begun on it, and lets go of it once it is sent."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone
from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.scene import Scene
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor, signed_in

from trivet.models import Draft
from trivet.process import respond

TEXT = "We spoke at the stairs, and <b>then</b>"


def begin(visitor: Visitor, scene: Scene, step: str = "note", **typed: object) -> HttpResponse:
    page = f"/cases/{scene.case.id}/{step}/"
    return visitor.sends(f"/cases/{scene.case.id}/drafts/", {"page": page, "seen": "x", **(typed or {"text": TEXT})})


def offered(visitor: Visitor, scene: Scene, step: str = "note") -> str:
    return read_on(visitor.get(f"/cases/{scene.case.id}/{step}/"))


def test_a_form_offers_what_had_been_begun(scene: Scene, noor: Visitor) -> None:
    assert begin(noor, scene).status_code == 204
    page = offered(noor, scene)
    assert "You had begun to write this" in page
    assert f"{TEXT}</textarea>" in page
    assert "You had begun" not in offered(noor, scene, "message")
    assert "You had begun" not in offered(signed_in(scene.cast, "tomas"), scene)


def test_a_form_with_ticks_tiles_and_times_is_as_it_was_left(scene: Scene, noor: Visitor) -> None:
    both = [str(scene.cast.noor.member.id), str(scene.cast.tomas.member.id)]
    begin(
        noor, scene, "meeting", present=both, held_at="2026-06-04T14:30", what_happened=TEXT, doing="", who_does="",
        carries_side="", **{"task-1-what": "a second room", "task-1-owner": both[1]},
    )  # fmt: skip
    page = noor.get(f"/cases/{scene.case.id}/meeting/").content.decode()
    assert 'value="2026-06-04T14:30"' in page
    ticked = re.findall(r'name="present" value="([\w-]+)"[^>]*checked', page)
    assert ticked == both
    assert f'<option value="{both[1]}" selected>' in page
    assert 'name="widely_witnessed" id="id_widely_witnessed"' in page
    assert "a second room" in page


def test_what_was_sent_is_offered_no_more(scene: Scene, noor: Visitor) -> None:
    begin(noor, scene)
    assert noor.sends(f"/cases/{scene.case.id}/note/", fields(scene, "note") | {"text": TEXT}).status_code == 302
    assert not Draft.objects.exists()
    assert TEXT not in offered(noor, scene)


def test_what_was_refused_is_kept(scene: Scene, noor: Visitor) -> None:
    begin(noor, scene, "meeting", what_happened=TEXT)
    sent = fields(scene, "meeting") | {"sides": "reported"}
    assert noor.sends(f"/cases/{scene.case.id}/meeting/", sent).status_code == 409
    assert Draft.objects.count() == 1


def test_a_member_may_begin_again(scene: Scene, noor: Visitor) -> None:
    begin(noor, scene)
    answer = begin(noor, scene, discard="yes")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{scene.case.id}/note/")
    assert not Draft.objects.exists()
    assert TEXT not in offered(noor, scene)


def test_nothing_is_offered_after_a_day(scene: Scene, noor: Visitor) -> None:
    begin(noor, scene)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert TEXT not in offered(signed_in(scene.cast, "noor"), scene)


@pytest.mark.parametrize(
    "page",
    ["", "https://elsewhere.example/", "//elsewhere.example/", "/cases/", "{case}nowhere/", "{case}note/?next=//x",
     "{case}review/" + "0" * 300 + "/", "{case}../../../sign-out/"],
)  # fmt: skip
def test_a_draft_belongs_to_a_page_of_its_case(scene: Scene, noor: Visitor, page: str) -> None:
    for more in ({"text": TEXT}, {"discard": "yes"}):
        path = page.replace("{case}", f"/cases/{scene.case.id}/")
        with nothing_written():
            answer = noor.sends(f"/cases/{scene.case.id}/drafts/", {"page": path, **more})
        assert answer.status_code == 404


@pytest.mark.parametrize("who", ["ingrid", "kwame", "passerby", "jun"])
def test_nobody_else_may_keep_anything_there(scene: Scene, who: str) -> None:
    with nothing_written():
        assert begin(signed_in(scene.cast, who), scene).status_code == 404


def test_whoever_stepped_back_finds_no_draft(scene: Scene, noor: Visitor) -> None:
    begin(noor, scene)
    respond.step_back(scene.cast.read(scene.case, "noor"), stand_in=None, at=scene.cast.later(seconds=1))
    assert noor.get(f"/cases/{scene.case.id}/note/").status_code == 404
    assert begin(noor, scene).status_code == 404


def test_an_ended_session_keeps_nothing(scene: Scene) -> None:
    with nothing_written():
        assert begin(Visitor(), scene).status_code == 403


def test_only_a_form_with_something_to_write_is_kept(scene: Scene, noor: Visitor) -> None:
    assert "data-draft" in offered(noor, scene, "note")
    assert "data-draft" not in offered(noor, scene, "claim")
