"""What leaves with every page: nothing is cached, nothing is framed, nothing foreign is loaded."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.utils import timezone
from tests.web.answers import every_kind
from tests.web.page import Page
from tests.web.scene import Scene
from tests.web.states import in_state
from tests.web.visitor import Visitor, signed_in, text_of

import trivet
from cast import Cast
from trivet.access import day_links
from trivet.models import Event

POLICY = {
    "default-src": "'none'", "style-src": "'self'", "script-src": "'self'", "img-src": "'self'",
    "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'",
    "require-trusted-types-for": "'script'", "trusted-types": "'none'",
}  # fmt: skip
KEPT = POLICY | {"worker-src": "'self'", "connect-src": "'self'", "trusted-types": "worker"}
# The policy of their pages lets them ask nobody but this server.
ASKING = {"phone.js", "worker.js", "drafts.js", "reporter.js"}
ASKS_FIRST = {"event/report", "event/return", "thanks", "an empty report", "thread", "a wrong code"}
FIXED = {
    "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
}  # fmt: skip
DEVICES = {"camera", "geolocation", "microphone", "display-capture", "usb", "payment", "clipboard-read", "fullscreen"}


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return in_state(cast, "proposed")


@pytest.fixture
def answers(scene: Scene) -> dict[str, HttpResponse]:
    return every_kind(scene)


def test_no_page_is_kept_or_framed_and_none_loads_anything_foreign(answers: dict[str, HttpResponse]) -> None:
    for name, answer in answers.items():
        assert answer.status_code < 500, name
        assert {header: answer.headers[header] for header in FIXED} == FIXED, name
        may = dict(rule.split("=") for rule in answer.headers["Permissions-Policy"].split(", "))
        assert set(may) >= DEVICES, name
        assert set(may.values()) == {"()"}, name
        policy = dict(rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";"))
        asks = "drafts.js" in text_of(answer) or name in ASKS_FIRST
        assert policy == POLICY | ({"connect-src": "'self'"} if asks else {}), name


def test_no_page_runs_or_styles_anything_inline(answers: dict[str, HttpResponse]) -> None:
    for name, answer in answers.items():
        page = Page.of(answer)
        assert not page.inline, name
        assert not [key for _tag, key, _value in page.attributes if key.startswith("on") or key == "style"], name


def test_no_page_names_another_website_but_the_way_out(answers: dict[str, HttpResponse], scene: Scene) -> None:
    for name, answer in answers.items():
        page = Page.of(answer)
        foreign = [(tag, key, value) for tag, key, value in page.attributes if "//" in value]
        assert set(foreign) <= {("a", "href", scene.cast.event.leave_url)}, name
        assert all(page.classes_of(value) == "leave" for _, _, value in foreign), name
        assert foreign or not name.startswith("event"), name


def test_the_way_out_is_the_event_s_own(cast: Cast) -> None:
    Event.objects.update(leave_url="https://weather.example/")
    assert 'href="https://weather.example/"' in text_of(Visitor().get("/conf/report/"))


def test_nothing_static_loads_anything_foreign() -> None:
    loads = re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//|fetch\(|XMLHttpRequest|sendBeacon|import\(")
    for file in Path(trivet.__file__).parent.glob("static/**/*"):
        if file.suffix in (".css", ".js"):
            assert not loads.search(file.read_text()) or file.name in ASKING, file
            assert "//" not in re.sub(r"(^|[\s;])//.*", "", file.read_text(), flags=re.MULTILINE), file


def test_only_pages_that_a_phone_keeps_may_ask_the_server_by_script(cast: Cast) -> None:
    _, token = day_links.make(cast.event, by=cast.noor, at=timezone.now())
    paths = [f"/day/{token}/", f"/day/{token}/shell/", "/day/worker.js"]
    paths += [f"/events/conf/take-down/{name}" for name in ("", "shell/", "worker.js")]
    for path in paths:
        answer = signed_in(cast, "jun").get(path)
        policy = dict(rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";"))
        assert policy == KEPT, path
        assert "Service-Worker-Allowed" not in answer.headers  # so it answers below its own address alone
