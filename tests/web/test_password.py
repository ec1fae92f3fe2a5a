"""One's own password: what is taken, and that every session ends with it."""

import pytest
from django.http import HttpResponse
from tests.web.reporting import read_on
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.models import Unlock

NEW = "seven unrelated words, one of them odd"
REFUSED = {
    "short": ({"new": "thirteen char", "again": "thirteen char"}, "at least 14 characters"),
    "common": ({"new": "1q2w3e4r5t6y7u8i", "again": "1q2w3e4r5t6y7u8i"}, "at least 14|Many people"),
    "not the same": ({"again": f"{NEW}!"}, "The two are not the same"),
    "one empty": ({"again": ""}, "Please type it in"),
    "all empty": ({"old": "", "new": "", "again": ""}, "Please type it in"),
    "the old one is wrong": ({"old": "wrong"}, "This is not your password"),
    "somebody else's": ({"old": "correct-horse-battery-staple-tomas"}, "This is not your password"),
    "too long": ({"new": "x" * 1_001, "again": "x" * 1_001}, "at most 1000"),
}


def change(visitor: Visitor, cast: Cast, **more: str) -> HttpResponse:
    fields = {"old": cast.password("noor"), "new": NEW, "again": NEW}
    return visitor.sends("/account/password/", fields | more)


@pytest.mark.parametrize(("more", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_said_beside_the_field_and_never_shown(cast: Cast, more: dict, sentence: str) -> None:
    noor = signed_in(cast, "noor")
    with nothing_written():
        answer = change(noor, cast, **more)
    assert answer.status_code == 422
    assert any(part in read_on(answer) for part in sentence.split("|"))
    for typed in (cast.password("noor"), NEW, *more.values()):
        assert not typed or f'"{typed}"' not in read_on(answer)
    assert noor.get("/cases/").status_code == 200
    assert _signs_in(cast.password("noor"))


def test_a_new_password_opens_the_same_cases_and_ends_every_session(cast: Cast) -> None:
    scene = in_state(cast, "received")
    here, there = signed_in(cast, "noor"), signed_in(cast, "noor")
    tomas = signed_in(cast, "tomas")
    assert change(here, cast)["Location"] == "/sign-in/"
    assert Unlock.objects.count() == 1  # that of tomas
    for visitor in (here, there):
        assert visitor.get("/cases/").status_code == 302
    assert tomas.get("/cases/").status_code == 200
    assert not _signs_in(cast.password("noor"))
    noor = _signs_in(NEW)
    assert noor
    assert noor.get(f"/cases/{scene.case.id}/").status_code == 200


@pytest.mark.parametrize("new", ["fourteen chars", "🫂" * 14, " fourteen ones ", "five-words-with-hyphens-between"])
def test_any_fourteen_characters_that_are_not_common_will_do(cast: Cast, new: str) -> None:
    assert change(signed_in(cast, "noor"), cast, new=new, again=new).status_code == 302
    assert _signs_in(new)


def test_everybody_with_an_account_may_change_theirs(cast: Cast) -> None:
    for who in ("jun", "beatrix", "pavel"):
        visitor = signed_in(cast, who)
        fields = {"old": cast.password(who), "new": NEW, "again": NEW}
        assert visitor.sends("/account/password/", fields).status_code == 302


def _signs_in(password: str) -> Visitor | None:
    visitor = Visitor()
    answer = visitor.sends("/sign-in/", {"email": "noor@conf.example", "password": password})
    return visitor if answer.status_code == 302 else None
