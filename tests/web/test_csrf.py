"""Forms of the team need a token; those of reporters do not, and never expire."""

import pytest
from tests.web.filled import fields
from tests.web.matrix import ROWS
from tests.web.reporting import read_on
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import TOKEN, Visitor, unlocked

from cast import Cast

STEPS = [row.step for row in ROWS.values() if row.step not in ("", "review", "told", "settle-task")]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_without_a_token_is_asked_again(cast: Cast, step: str) -> None:
    scene = in_state(cast, "received")
    who = "newcomer" if step == "opening" else "noor"
    noor = Visitor(unlocked(cast, who))
    with nothing_written():
        answer = noor.post(f"/cases/{scene.case.id}/{step}/", fields(scene, step))
    assert answer.status_code == 403
    assert "Go back: what you typed should still be there" in read_on(answer)


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-out/", "/account/password/"])
@pytest.mark.parametrize("token", ["", "x", TOKEN[::-1], TOKEN * 2])
def test_a_wrong_token_is_asked_again(cast: Cast, path: str, token: str) -> None:
    noor = Visitor(unlocked(cast, "noor"))
    with nothing_written():
        answer = noor.post(path, {"csrfmiddlewaretoken": token})
    assert answer.status_code == 403
    assert "Please send this again" in read_on(answer)
    assert noor.get("/cases/").status_code == 200  # still signed in


def test_a_browser_that_keeps_no_cookies_is_told(cast: Cast) -> None:
    answer = Visitor(csrf=False).sends("/sign-in/", {"email": "noor@conf.example", "password": cast.password("noor")})
    assert answer.status_code == 403
    assert "Please send this again" in read_on(answer)
