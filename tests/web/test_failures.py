"""A page that fails: a calm sentence, and no trace of what was typed anywhere."""

import io
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.http import HttpResponse
from tests.web.filled import fields
from tests.web.reporting import Reporting
from tests.web.scene import Scene
from tests.web.visitor import Visitor, signed_in, text_of

from trivet.process import receive

PLANTED = "ZEBRA-IN-THE-POST"


class Boom(Exception):
    """Something that nobody thought of."""


@pytest.fixture
def log(capsys: pytest.CaptureFixture) -> io.StringIO:
    """What the product's own handlers write, whatever logger it goes to."""
    written = io.StringIO()
    handlers = {handler for name in (None, "trivet", "django.request") for handler in logging.getLogger(name).handlers}
    ours = [handler for handler in handlers if type(handler) is logging.StreamHandler]
    assert ours
    streams = [handler.setStream(written) for handler in ours]
    yield written
    for handler, stream in zip(ours, streams, strict=True):
        handler.setStream(stream)


def fails(*_: Any, **arguments: Any) -> None:
    """Fail as the worst code would: with everything in hand, and in the message."""
    typed = dict(arguments)
    raise Boom(f"{typed} {_}") from ValueError(PLANTED)


def _report(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    monkeypatch.setattr(receive, "submit_report", fails)
    return Reporting(scene.cast).loads().sends(what_happened=PLANTED, who=PLANTED, contact=PLANTED)


def _message(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    monkeypatch.setattr(receive, "write_message", fails)
    return Reporting(scene.cast).comes_back(scene.code, message=PLANTED)


def _step(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    monkeypatch.setattr("trivet.process.filing.clocks_of", fails)
    sent = fields(scene, "note") | {"text": PLANTED}
    return signed_in(scene.cast, "noor").sends(f"/cases/{scene.case.id}/note/", sent)


def _sign_in(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    monkeypatch.setattr("trivet.access.sign_in.sign_in", fails)
    return Visitor().sends("/sign-in/", {"email": f"{PLANTED}@conf.example", "password": PLANTED})


def _middleware(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    monkeypatch.setattr("trivet.access.sign_in.recall", fails)
    return Visitor(PLANTED).sends(f"/cases/{scene.case.id}/note/", {"text": PLANTED})


def _template(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> HttpResponse:
    monkeypatch.setattr(type(scene.cast.read(scene.case, "noor").file), "code_name", property(fails))
    return signed_in(scene.cast, "noor").sends(f"/cases/{scene.case.id}/note/", {"text": PLANTED})


FAILING = [_report, _message, _step, _sign_in, _middleware, _template]


@pytest.mark.parametrize("failing", FAILING)
def test_a_failure_shows_and_logs_nothing_that_was_typed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, log: io.StringIO, data_folder: Path, failing: Any
) -> None:
    answer = failing(scene, monkeypatch)
    assert answer.status_code == 500
    assert "Something broke on our side" in text_of(answer)
    assert "sending twice does no harm" in text_of(answer)
    for secret in (PLANTED, "Boom", "Traceback", "ValueError", *scene.sealed):
        assert secret not in text_of(answer) + str(answer.headers)
    assert mail.outbox == []
    for secret in (PLANTED, *scene.sealed, "conf.example", scene.code):
        assert secret not in log.getvalue()
    for file in data_folder.rglob("*"):
        assert not file.is_file() or PLANTED.encode() not in file.read_bytes(), file


@pytest.mark.parametrize("failing", FAILING)
def test_a_failure_is_logged_by_its_kind_and_place(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, log: io.StringIO, failing: Any
) -> None:
    failing(scene, monkeypatch)
    first, second = log.getvalue().splitlines()
    assert first.endswith("ERROR page-failed")
    assert re.fullmatch(r"Boom at tests\.web\.test_failures:\d+", second)


def test_what_is_only_not_found_or_refused_is_not_logged(scene: Scene, log: io.StringIO) -> None:
    noor = signed_in(scene.cast, "noor")
    for path in ("/nowhere/", f"/cases/{PLANTED}/", f"/handbook/{PLANTED}/x/", f"/cases/{scene.case.id}/told/x/"):
        assert noor.get(path).status_code == 404
    Visitor().sends_raw("/conf/report/", b"x=1&" * 1_001, "application/x-www-form-urlencoded")
    Visitor(csrf=False).sends("/sign-in/", {"email": PLANTED})
    Visitor().get("/", SERVER_NAME="elsewhere.example")
    assert log.getvalue() == ""


def test_a_step_that_fails_leaves_nothing_half_written(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(scene.cast.read(scene.case, "noor").file.entries)
    monkeypatch.setattr("trivet.access.cases.set_clocks", fails)
    sent = fields(scene, "note") | {"text": PLANTED}
    assert signed_in(scene.cast, "noor").sends(f"/cases/{scene.case.id}/note/", sent).status_code == 500
    monkeypatch.undo()
    assert len(scene.cast.read(scene.case, "noor").file.entries) == before


def test_a_failure_of_the_control_would_be_seen(log: io.StringIO) -> None:
    logging.getLogger("trivet.web").error("%s", PLANTED)
    assert PLANTED in log.getvalue()
