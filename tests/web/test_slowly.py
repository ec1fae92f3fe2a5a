"""Whoever tries again and again gets slower; a report never does, and nobody locks anybody else out."""

import logging

import pyotp
import pytest
from django.http import HttpResponse
from django.utils import timezone
from tests.web.filled import fields
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.access import second_factor
from trivet.web import slowly
from trivet.web.tries import MOST, REST
from trivet.web.unlocked import COOKIE

SENTENCE = "Please wait a little and try again"
HERE, ELSEWHERE = "198.51.100.1", "203.0.113.9"


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long each answer took in vain."""
    seconds: list[float] = []
    monkeypatch.setattr(slowly, "_sleep", seconds.append)
    return seconds


def sign_in(cast: Cast, who: str, password: str = "wrong", *, address: str = HERE) -> HttpResponse:
    typed = {"email": f"{who}@conf.example", "password": password}
    return Visitor().sends("/sign-in/", typed, REMOTE_ADDR=address)


def exhaust(cast: Cast, who: str = "noor", *, address: str = HERE) -> None:
    for _ in range(MOST):
        sign_in(cast, who, address=address)


def test_a_few_wrong_passwords_cost_nothing_and_then_each_waits_longer(cast: Cast, waits: list[float]) -> None:
    for _ in range(MOST):
        assert sign_in(cast, "noor").status_code == 422
    assert waits[:4] == pytest.approx([0.5, 1, 2, 4])
    assert len(waits) == MOST - slowly.FREE
    assert max(waits) <= slowly.LONGEST


def test_too_many_are_asked_to_wait_and_nothing_is_tried(cast: Cast) -> None:
    exhaust(cast)
    with nothing_written():
        answer = sign_in(cast, "noor", cast.password("noor"))
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == str(REST)
    assert SENTENCE in read_on(answer)
    assert "noor@conf.example" in read_on(answer)
    assert COOKIE not in answer.cookies


def test_an_address_may_not_lock_an_account_out_elsewhere(cast: Cast, waits: list[float]) -> None:
    for number in range(3 * MOST):
        sign_in(cast, "noor", address=f"198.51.100.{number}")
    waits.clear()
    assert sign_in(cast, "noor", cast.password("noor"), address=ELSEWHERE).status_code == 302
    assert sum(waits) <= slowly.LONGEST


def test_wrong_passwords_for_one_account_are_slow_from_everywhere(cast: Cast, waits: list[float]) -> None:
    for number in range(slowly.FREE + 1):
        sign_in(cast, "noor", address=f"198.51.100.{number}")
    assert waits
    waits.clear()
    sign_in(cast, "tomas", address=ELSEWHERE)
    assert not waits


def test_an_unknown_address_is_slowed_like_a_known_one(cast: Cast, waits: list[float]) -> None:
    for number in range(slowly.FREE + 3):
        sign_in(cast, "noor", address=f"198.51.100.{number}")
    known = waits[:]
    waits.clear()
    for number in range(slowly.FREE + 3):
        sign_in(cast, "nobody", address=f"198.51.100.1{number}")
    assert waits == pytest.approx(known)


def test_right_passwords_are_never_slow(cast: Cast, waits: list[float]) -> None:
    for _ in range(2 * MOST):
        assert sign_in(cast, "noor", cast.password("noor")).status_code == 302
    assert not waits


def test_whoever_waits_for_a_place_in_vain_is_asked_back_and_others_pass(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(slowly.FREE):
        sign_in(cast, "noor")
    monkeypatch.setattr(slowly._a_few_at_once, "acquire", lambda blocking: False)
    assert sign_in(cast, "noor", cast.password("noor")).status_code == 429
    assert sign_in(cast, "noor", cast.password("noor"), address=ELSEWHERE).status_code == 302


def test_at_most_four_wait_at_once() -> None:
    held = [slowly._a_few_at_once.acquire(blocking=False) for _ in range(4)]
    try:
        assert all(held)
        assert not slowly._wait(1)
    finally:
        for _ in held:
            slowly._a_few_at_once.release()
    assert slowly._wait(1)


def test_reports_are_never_refused_and_never_wait(cast: Cast, waits: list[float]) -> None:
    exhaust(cast)
    reporting = Reporting(cast)
    for _ in range(2 * MOST):
        reporting.visitor.post("/conf/return/", {"return_code": "no such words"}, REMOTE_ADDR=HERE)
    waits.clear()
    for _ in range(2 * MOST):
        answer = reporting.loads().visitor.post(
            "/conf/report/", {"secret": reporting.secret, "what_happened": "a shout"}, REMOTE_ADDR=HERE
        )
        assert code_on(answer)
    assert not waits


def test_the_right_words_open_a_report_whatever_others_typed_at_the_same_address(
    cast: Cast, waits: list[float]
) -> None:
    reporting = Reporting(cast).loads()
    code = code_on(reporting.sends(what_happened="a shout"))
    statuses = [reporting.comes_back("no such words").status_code for _ in range(2 * MOST)]
    assert statuses[:MOST] == [404] * MOST
    assert set(statuses[MOST:]) == {429}
    answer = reporting.comes_back("no such words", message="one more thing")
    assert "the right words always open your report" in read_on(answer)
    assert "one more thing" in read_on(answer)
    waits.clear()
    assert reporting.comes_back(code).status_code == 200
    assert not waits


def test_wrong_words_do_not_slow_those_who_sign_in(cast: Cast, waits: list[float]) -> None:
    reporting = Reporting(cast)
    for _ in range(2 * MOST):
        reporting.comes_back("no such words")
    waits.clear()
    assert Visitor().sends("/sign-in/", {"email": "noor@conf.example", "password": "wrong"}).status_code == 422
    assert not waits


def test_a_note_is_kept_when_its_author_is_asked_to_wait(cast: Cast) -> None:
    scene = in_state(cast, "received")
    exhaust(cast, address="127.0.0.1")
    sent = fields(scene, "note") | {"text": "a long and careful note"}
    password = {"unlock_email": "noor@conf.example", "unlock_password": cast.password("noor")}
    answer = Visitor().sends(f"/cases/{scene.case.id}/note/", sent | password)
    assert answer.status_code == 429
    assert SENTENCE in read_on(answer)
    assert "a long and careful note" in read_on(answer)


def test_guessing_the_old_password_in_an_open_session_is_slowed(cast: Cast, waits: list[float]) -> None:
    noor = signed_in(cast, "noor")
    typed = {"old": "wrong", "new": "seven unrelated words here", "again": "seven unrelated words here"}
    statuses = [noor.sends("/account/password/", typed).status_code for _ in range(MOST + 1)]
    assert statuses == [422] * MOST + [429]
    assert waits


@pytest.fixture
def with_factor(cast: Cast) -> Cast:
    """``noor`` needs a code from her telephone."""
    at, secret = timezone.now(), second_factor.new_secret()
    code = pyotp.TOTP(secret).at(at)
    second_factor.switch_on(cast.noor, secret=secret, code=code, password=cast.password("noor"), at=at)
    return cast


def test_six_digits_may_not_be_guessed_by_whoever_has_the_password(with_factor: Cast) -> None:
    cast, statuses = with_factor, []
    for number in range(MOST + 5):
        fields = {"email": "noor@conf.example", "password": cast.password("noor"), "code": f"{number:06}"}
        statuses.append(Visitor().sends("/sign-in/", fields, REMOTE_ADDR=f"198.51.100.{number}").status_code)
    assert statuses == [422] * MOST + [429] * 5


@pytest.mark.parametrize(
    "typed", ["noor@conf.example", "noor@conf{}.example", "{}noor@conf.example", " NOOR@{}conf.example"]
)
def test_six_digits_may_not_be_guessed_where_a_form_is_sent_again(with_factor: Cast, typed: str) -> None:
    cast, statuses = with_factor, []
    for number in range(MOST + 3):
        again = {
            "unlock_email": typed.format("\0" * (number + 1)), "unlock_password": cast.password("noor"),
            "unlock_code": f"{number:06}",
        }  # fmt: skip
        statuses.append(Visitor().sends("/account/names/", again, REMOTE_ADDR=f"198.51.100.{number}").status_code)
    assert statuses == [403] * MOST + [429] * 3


def test_without_the_password_nobody_uses_up_the_tries_for_the_digits(with_factor: Cast) -> None:
    for number in range(2 * MOST):
        sign_in(with_factor, "noor", address=f"198.51.100.{number}")
    fields = {"email": "noor@conf.example", "password": with_factor.password("noor"), "code": "000000"}
    assert Visitor().sends("/sign-in/", fields, REMOTE_ADDR=ELSEWHERE).status_code == 422


def test_links_and_recovery_codes_may_not_be_guessed(cast: Cast) -> None:
    new = {"new": "seven unrelated words here", "again": "seven unrelated words here"}
    recovery = {"email": "noor@conf.example", "recovery_code": "no such words", **new}
    tries = {
        "joining": lambda: Visitor().get("/join/no-such-link/"),
        "recovery": lambda: Visitor().sends("/recover/", recovery),
    }
    for tried in tries.values():
        statuses = [tried().status_code for _ in range(MOST + 1)]
        assert statuses[-1] == 429
        assert len(set(statuses[:-1])) == 1
    for _ in range(MOST):
        assert Visitor().get("/set-up/no-such-link/").status_code == 429


def test_a_view_that_leaves_it_at_that_is_answered_with_a_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise slowly.WaitALittle

    monkeypatch.setattr("trivet.web.account.access.sign_in", refuse)
    monkeypatch.setattr("trivet.web.account.WaitALittle", KeyError)
    answer = sign_in(cast, "noor")
    assert answer.status_code == 429
    assert "Nothing is locked" in read_on(answer)


def test_the_log_says_once_that_many_try_and_not_who(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    monkeypatch.setattr(slowly.log, "handle", lambda record: lines.append(logging.Formatter().format(record)))
    exhaust(cast)
    for _ in range(5):
        sign_in(cast, "noor")
    assert lines == ["many-tries sign-in"]
