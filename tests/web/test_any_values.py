"""Any value in any field of any form: never a failure, and nothing half-written."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.filled import fields
from tests.web.knocking import nothing_stays
from tests.web.matrix import ROWS
from tests.web.scene import Scene
from tests.web.states import STATES, in_state
from tests.web.visitor import Visitor, unlocked

from cast import Cast
from trivet.vault.codes import new_form_secret

STEPS = sorted({row.step for row in ROWS.values() if row.step} - {"told", "review"})
PAGES = [*STEPS, "told/reported", "told/affected", "told/reporter", "review/"]
NAMES = [
    "against", "agrees", "affected_told", "because", "clears", "danger", "decide_by", "done", "given_at", "givers",
    "held_at", "member", "outcome", "phase", "present", "reasons", "role", "safe_to_tell", "seen", "shown", "sides",
    "stand_in", "text", "until", "warn_by", "way", "why", "widely_witnessed", "private_place",
]  # fmt: skip
REPORT = ["secret", "what_happened", "who", "in_danger", "leave_out", "relation", "contact", "attachments", "language"]
DAYS = st.datetimes().map(lambda day: day.strftime("%Y-%m-%dT%H:%M"))
SOME = st.sampled_from(
    ["", "yes", "no", "on", "warning", "heard", "deferred", "names", "account", "0" * 32, "\x00", "🫂"]
)
VALUES = st.one_of(SOME, DAYS, st.uuids().map(str), st.text(st.characters(exclude_categories=["Cs"])))
SLOWLY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def typed(names: list[str]) -> st.SearchStrategy[dict[str, list[str]]]:
    return st.dictionaries(st.sampled_from(names), st.lists(VALUES, min_size=1, max_size=3), max_size=6)


@pytest.mark.parametrize("state", [state for state in STATES if state != "cleared"])
def test_no_value_makes_a_step_fail(cast: Cast, state: str) -> None:
    scene = in_state(cast, state)
    cookies = {who: unlocked(cast, who) for who in ("noor", "tomas", "newcomer")}

    @settings(max_examples=60, deadline=None, suppress_health_check=SLOWLY)
    @given(page=st.sampled_from(PAGES), who=st.sampled_from(sorted(cookies)), change=typed(NAMES))
    def knock(page: str, who: str, change: dict[str, list[str]]) -> None:
        with nothing_stays():
            visitor = Visitor(cookies[who])
            path = (
                f"/cases/{scene.case.id}/{page}/" if page != "review/" else f"/cases/{scene.case.id}/review/{scene.of}/"
            )
            sent = fields(scene, page.split("/")[0]) | change
            assert visitor.sends(path, sent).status_code < 500
            for after in _pages_after(scene):
                assert visitor.get(after).status_code < 500
            assert Visitor(cookies["noor"]).get(f"/cases/{scene.case.id}/").status_code < 500

    knock()


def test_no_value_makes_a_report_or_a_message_fail(cast: Cast) -> None:
    code = _a_case(cast)

    @settings(max_examples=120, deadline=None, suppress_health_check=SLOWLY)
    @given(change=typed(REPORT), message=typed(["message", "once", "return_code"]))
    def knock(change: dict[str, list[str]], message: dict[str, list[str]]) -> None:
        with nothing_stays():
            sent = {"secret": new_form_secret(), "what_happened": "the account"}
            assert Visitor(csrf=False).post("/conf/report/", sent | change).status_code < 500
            assert Visitor(csrf=False).post("/conf/return/", {"return_code": code} | message).status_code < 500
            assert Visitor(unlocked(cast, "noor")).get("/cases/").status_code < 500

    knock()


def test_no_value_makes_signing_in_or_a_new_password_fail(cast: Cast) -> None:
    cookie = unlocked(cast, "noor")
    names = ["email", "password", "code", "old", "new", "again", "unlock_email", "unlock_password"]

    @settings(max_examples=60, deadline=None, suppress_health_check=SLOWLY)
    @given(sent=typed(names), query=VALUES)
    def knock(sent: dict[str, list[str]], query: str) -> None:
        with nothing_stays():
            assert Visitor().sends("/sign-in/", sent, query_params={"next": query}).status_code < 500
            assert Visitor(cookie).sends("/account/password/", sent).status_code < 500
            assert Visitor("\u00e9" + cookie[1:]).get("/cases/").status_code < 500

    knock()


def _pages_after(scene: Scene) -> Iterator[str]:
    yield "/cases/"
    for page in ("", "journal/", "opening/", "message/"):
        yield f"/cases/{scene.case.id}/{page}"


def _a_case(cast: Cast) -> str:
    cast.report()
    return cast.receipts[-1].code
