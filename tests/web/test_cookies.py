"""Cookies: none for reporters, and those of members are kept close."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.answers import every_kind
from tests.web.page import Page
from tests.web.reporting import Reporting, code_on
from tests.web.states import in_state
from tests.web.visitor import Visitor, text_of, unlocked

from cast import Cast
from trivet.web.unlocked import COOKIE


def test_reporters_get_no_cookie(cast: Cast) -> None:
    answers = every_kind(in_state(cast, "received"))
    of_reporters = ["event", "event/report", "event/return", "thanks", "an empty report", "thread", "a wrong code"]
    for name in [*of_reporters, "no such event", "too much", "unreadable", "a stranger at /"]:
        assert not answers[name].cookies, name
        assert "csrfmiddlewaretoken" not in text_of(answers[name]), name


def test_cookies_are_kept_from_scripts_and_other_websites(cast: Cast) -> None:
    visitor = Visitor()
    page = Visitor(csrf=False).get("/sign-in/")
    answer = visitor.sends("/sign-in/", {"email": "noor@conf.example", "password": cast.password("noor")})
    for cookie in (page.cookies["csrftoken"], answer.cookies[COOKIE]):
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"
        assert cookie["domain"] == ""
    assert answer.cookies[COOKIE]["max-age"] == 16 * 60 * 60  # the store ends most sessions earlier
    assert len(answer.cookies) <= 2


def test_a_cookie_that_was_planted_before_signing_in_is_not_taken_over(cast: Cast) -> None:
    planted = "p" * 43
    visitor = Visitor(planted)
    answer = visitor.sends("/sign-in/", {"email": "noor@conf.example", "password": cast.password("noor")})
    assert answer.cookies[COOKIE].value not in ("", planted)
    assert Visitor(planted).get("/cases/").status_code == 302


def test_signing_in_again_ends_the_session_before(cast: Cast) -> None:
    before = unlocked(cast, "noor")
    answer = Visitor(before).sends("/sign-in/", {"email": "noor@conf.example", "password": cast.password("noor")})
    assert Visitor(before).get("/cases/").status_code == 302
    assert Visitor(answer.cookies[COOKIE].value).get("/cases/").status_code == 200


def test_signing_out_in_one_tab_ends_every_tab(cast: Cast) -> None:
    cookie = unlocked(cast, "noor")
    one, other = Visitor(cookie), Visitor(cookie)
    assert other.get("/cases/").status_code == 200
    one.sends("/sign-out/")
    assert other.get("/cases/").status_code == 302


def test_a_reporter_s_code_is_in_no_address_and_no_header(cast: Cast) -> None:
    reporting = Reporting(cast).loads()
    answer = reporting.sends(what_happened="the account")
    code = code_on(answer)
    for page in (answer, reporting.comes_back(code)):
        assert code.split()[0] not in str(page.headers)
        assert not [
            value for _, key, value in Page.of(page).attributes if key in ("href", "src", "action") and code in value
        ]


@pytest.mark.parametrize(("url", "secure"), [("https://coc.example", True), ("http://127.0.0.1:8000", False)])
def test_cookies_are_secure_where_the_address_is(tmp_path: Path, url: str, secure: bool) -> None:
    names = ["UNLOCK_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "DEBUG"]
    ask = f"import json, trivet.settings as s; print(json.dumps([getattr(s, name) for name in {names}]))"
    environment = {**os.environ, "TRIVET_URL": url, "TRIVET_DATA": str(tmp_path)}
    told = json.loads(
        subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, check=True).stdout
    )
    assert told == [secure, secure, 31536000 if secure else 0, False]


def test_the_secure_setting_reaches_the_cookie(cast: Cast, settings: object) -> None:
    settings.UNLOCK_COOKIE_SECURE = True  # type: ignore[attr-defined]
    answer = Visitor().sends("/sign-in/", {"email": "noor@conf.example", "password": cast.password("noor")})
    assert answer.cookies[COOKIE]["secure"]
