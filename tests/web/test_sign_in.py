"""Signing in and out: where people land, what they are told, what an old cookie still opens."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone
from tests.web.reporting import read_on
from tests.web.scene import Scene
from tests.web.stored import nothing_written
from tests.web.typed import LONGEST
from tests.web.visitor import Visitor, signed_in, unlocked

from cast import Cast
from trivet.models import Unlock
from trivet.vault import passwords
from trivet.web.unlocked import COOKIE

LANDS = {
    "noor": "/cases/", "ingrid": "/cases/", "kwame": "/cases/",
    "jun": "/handbook/", "beatrix": "/handbook/", "pavel": "/handbook/",
}  # fmt: skip


def sign_in(cast: Cast, who: str, *, query: str = "", **more: str) -> HttpResponse:
    fields = {"email": f"{who}@conf.example", "password": cast.password(who), **more}
    return Visitor().sends(f"/sign-in/{query}", fields)


@pytest.mark.parametrize(("who", "place"), LANDS.items())
def test_the_team_lands_on_its_cases_and_everybody_else_on_the_handbook(cast: Cast, who: str, place: str) -> None:
    visitor = Visitor()
    fields = {"email": f"{who}@conf.example", "password": cast.password(who)}
    answer = visitor.sends("/sign-in/", fields, follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == place
    assert cast.people[who].member.name in read_on(answer)


def test_a_former_member_sees_the_handbook_and_no_case(scene: Scene) -> None:
    pavel = signed_in(scene.cast, "pavel")
    assert pavel.get("/handbook/").status_code == 200
    assert pavel.get(f"/cases/{scene.case.id}/").status_code == 404
    assert pavel.get("/cases/")["Location"] == "/handbook/"


def test_the_address_may_be_written_anyhow(cast: Cast) -> None:
    assert sign_in(cast, "noor", email="  NOOR@conf.EXAMPLE ").status_code == 302


WRONG = {
    "wrong password": {"password": "wrong"},
    "somebody else's password": {"password": "correct-horse-battery-staple-tomas"},
    "a space behind it": {"password": "correct-horse-battery-staple-noor "},
    "capitals": {"password": "Correct-horse-battery-staple-noor"},
    "unknown address": {"email": "nobody@conf.example"},
    "no address": {"email": "noor"},
    "a list": {"email": "noor@conf.example, tomas@conf.example"},
    "wildcard": {"email": "%"},
    "curious": {"email": "🫂@conf.example", "password": "🫂"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_whatever_does_not_fit_has_one_answer_which_tells_nothing(cast: Cast, wrong: dict) -> None:
    answer = sign_in(cast, "noor", **wrong)
    assert answer.status_code == 422
    page = read_on(answer)
    assert "This address and this password do not belong together" in page
    assert wrong.get("email", "noor@conf.example") in page
    assert f'value="{wrong.get("password", cast.password("noor"))}"' not in page
    assert COOKIE not in answer.cookies
    assert not Unlock.objects.exists()


def test_an_unknown_address_takes_as_long_as_a_wrong_password(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stretch, stretched = passwords.stretch, []

    def count(password: str, salt: bytes) -> bytes:
        stretched.append(password)
        return stretch(password, salt)

    monkeypatch.setattr(passwords, "stretch", count)
    sign_in(cast, "noor", password="wrong")
    sign_in(cast, "noor", email="nobody@conf.example", password="wrong")
    assert stretched == ["wrong", "wrong"]


@pytest.mark.parametrize("field", ["email", "password"])
@pytest.mark.parametrize("value", ["", "\x00", "x" * LONGEST])
def test_what_cannot_be_an_address_or_a_password_is_asked_again(cast: Cast, field: str, value: str) -> None:
    with nothing_written():
        answer = sign_in(cast, "noor", **{field: value})
    assert answer.status_code == 422
    assert 'class="error"' in read_on(answer)
    assert COOKIE not in answer.cookies


def test_signing_out_ends_what_the_cookie_opened(scene: Scene) -> None:
    cookie = unlocked(scene.cast, "noor")
    visitor = Visitor(cookie)
    answer = visitor.sends("/sign-out/")
    assert answer["Location"] == "/sign-in/"
    assert answer.cookies[COOKIE]["max-age"] == 0
    assert not Unlock.objects.exists()
    again = Visitor(cookie).get(f"/cases/{scene.case.id}/")
    assert again["Location"].startswith("/sign-in/?next=")


def test_signing_out_leaves_other_sessions_alone(cast: Cast) -> None:
    phone, laptop = signed_in(cast, "noor"), signed_in(cast, "noor")
    phone.sends("/sign-out/")
    assert laptop.get("/cases/").status_code == 200


@pytest.mark.parametrize(("minutes", "open_"), [(14, True), (16, False)])
def test_a_session_ends_after_a_quarter_of_an_hour_without_use(cast: Cast, minutes: int, open_: bool) -> None:
    noor = signed_in(cast, "noor")
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        assert noor.get("/cases/").status_code == (200 if open_ else 302)


def test_a_session_ends_after_eight_hours_however_much_it_is_used(cast: Cast) -> None:
    noor, start = signed_in(cast, "noor"), timezone.now()
    for minutes in range(10, 8 * 60, 10):
        with time_machine.travel(start + timedelta(minutes=minutes)):
            assert noor.get("/cases/").status_code == 200
    with time_machine.travel(start + timedelta(hours=8, minutes=1)):
        assert noor.get("/cases/").status_code == 302


@pytest.mark.parametrize("cookie", ["", "x", "x" * 43, "é" * 43, "\x01", "a=b", "0" * 10_000])
def test_a_cookie_of_nobody_opens_nothing(cast: Cast, cookie: str) -> None:
    assert Visitor(cookie).get("/cases/").status_code == 302


def test_the_stores_do_not_have_what_the_browser_has(cast: Cast) -> None:
    cookie = unlocked(cast, "noor")
    row = Unlock.objects.get()
    assert cookie.encode() not in bytes(row.tag) + bytes(row.blob)
    assert cast.noor.keys.seed not in bytes(row.blob)


GOOD = ["/handbook/", "/account/password/", "/cases/0/?x=1"]
BAD = [
    "https://elsewhere.example/", "//elsewhere.example/", "///elsewhere.example", "/\\elsewhere.example",
    "\\\\elsewhere.example", "http:elsewhere.example", "javascript:alert(1)", "data:text/html,x", "//", " //x.example",
    "/\t/elsewhere.example", "https:///elsewhere.example", "/%09/elsewhere.example\x00", "\x01//elsewhere.example",
    "ftp://127.0.0.1/", "http://testserver/", "", "relative/",
]  # fmt: skip


@pytest.mark.parametrize("place", GOOD)
def test_people_come_back_to_where_they_wanted_to_go(cast: Cast, place: str) -> None:
    visitor = Visitor()
    fields = {"email": "noor@conf.example", "password": cast.password("noor")}
    assert visitor.sends("/sign-in/", fields, query_params={"next": place})["Location"] == place


@pytest.mark.parametrize("place", BAD, ids=range(len(BAD)))
def test_nobody_is_sent_to_another_website(cast: Cast, place: str) -> None:
    visitor = Visitor()
    fields = {"email": "noor@conf.example", "password": cast.password("noor")}
    answer = visitor.sends("/sign-in/", fields, query_params={"next": place})
    assert answer["Location"].startswith("/")
    assert "elsewhere" not in answer["Location"] or answer["Location"].startswith("/%09")
    assert not answer["Location"].startswith(("//", "/\\"))
