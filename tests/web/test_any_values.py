"""Any value in any field of any form: never a failure, and the case can still be read."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.filled import FACTS, fields
from tests.web.knocking import nothing_stays
from tests.web.states import in_state
from tests.web.visitor import Visitor, text_of, unlocked

from cast import Cast
from trivet.vault.codes import new_form_secret

# where each form is accepted, so that values get as far as they can
FORMS = {
    "opening": "received", "note": "received", "message": "received", "words": "received", "names": "received",
    "safety-plan": "received", "hold": "received", "hold-end": "on hold", "hearing": "received", "meeting": "received",
    "bring-in": "received", "step-back": "received", "claim": "received", "decision": "on hold",
    "review": "proposed", "agreement": "proposed", "warning": "decided", "told/reported": "decided",
    "told/affected": "decided", "told/reporter": "decided", "closing": "decided", "committee": "closed",
    "second-reading": "closed", "sending": "cleared", "acknowledgement": "sent", "reopening": "sent",
}  # fmt: skip
KNOWN = ["", "yes", "no", "on", "warning", "heard", "deferred", "names", "account", "agreed", "risk", "0" * 32]
ODD = ["\x00", "🫂", "\u202e", "-1", "1e999", "0001-01-01T00:00", "9999-12-31T23:59", "2026-10-25T02:30", "[]", "{}"]
DAYS = st.datetimes().map(lambda day: day.strftime("%Y-%m-%dT%H:%M"))
VALUES = st.one_of(st.sampled_from(KNOWN), st.sampled_from(ODD), DAYS, st.uuids().map(str), st.text(max_size=200))
UNTYPED = {"csrfmiddlewaretoken", "seen", "phase"}  # tried elsewhere; here they would only stop a form early
SLOWLY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def typed(names: list[str]) -> st.SearchStrategy[dict[str, list[str]]]:
    """A few of the fields, so that the others stay right and the form gets far; each once or twice."""
    return st.dictionaries(st.sampled_from(names), st.lists(VALUES, min_size=1, max_size=2), max_size=2)


@pytest.mark.parametrize(("step", "state"), FORMS.items())
def test_no_value_makes_a_step_fail(cast: Cast, step: str, state: str) -> None:
    scene = in_state(cast, state)
    noor, newcomer = unlocked(cast, "noor"), unlocked(cast, "newcomer")
    case, visitor = f"/cases/{scene.case.id}/", Visitor(newcomer if step == "opening" else noor)
    path = f"{case}{step}/{scene.of}/" if step == "review" else f"{case}{step}/"
    main = visitor.get(path).content.decode().split("<main")[1]
    names = sorted(set(re.findall(r'name="(\w+)"', main)) - UNTYPED) or ["text"]

    @settings(max_examples=40, deadline=None, suppress_health_check=SLOWLY)
    @given(change=typed(names))
    def knock(change: dict[str, list[str]]) -> None:
        with nothing_stays():
            assert visitor.sends(path, fields(scene, step.split("/")[0]) | change).status_code < 500
            for page in (case, path, "/cases/"):
                assert visitor.get(page).status_code < 500

    knock()


def test_no_value_makes_a_report_fail(cast: Cast) -> None:
    noor = Visitor(unlocked(cast, "noor"))
    names = re.findall(r'name="(\w+)"', noor.get("/conf/report/").content.decode())

    @settings(max_examples=80, deadline=None, suppress_health_check=SLOWLY)
    @given(change=typed(sorted({*names, "attachments"})))
    def knock(change: dict[str, list[str]]) -> None:
        with nothing_stays():
            sent = {"secret": new_form_secret(), "what_happened": "the account"} | change
            assert Visitor(csrf=False).post("/conf/report/", sent).status_code < 500
            assert noor.get("/cases/").status_code < 500

    knock()


def test_no_value_makes_coming_back_fail(cast: Cast) -> None:
    cast.report()
    code = cast.receipts[-1].code

    @settings(max_examples=60, deadline=None, suppress_health_check=SLOWLY)
    @given(change=typed(["message", "once", "return_code"]))
    def knock(change: dict[str, list[str]]) -> None:
        with nothing_stays():
            assert Visitor(csrf=False).post("/conf/return/", {"return_code": code} | change).status_code < 500

    knock()


def test_no_value_makes_signing_in_or_a_new_password_fail(cast: Cast) -> None:
    noor = unlocked(cast, "noor")
    names = ["email", "password", "code", "old", "new", "again", "unlock_email", "unlock_password"]

    @settings(max_examples=60, deadline=None, suppress_health_check=SLOWLY)
    @given(sent=typed(names), value=VALUES)
    def knock(sent: dict[str, list[str]], value: str) -> None:
        with nothing_stays():
            assert Visitor().sends("/sign-in/", sent, query_params={"next": value}).status_code < 500
            assert Visitor(noor).sends("/account/password/", sent).status_code < 500
            assert Visitor(value.encode().decode("latin-1")).get("/cases/").status_code < 500

    knock()


@pytest.mark.parametrize("path", ["/events/new/", "/events/conf/settings/"])
def test_no_value_makes_an_event_fail(cast: Cast, path: str) -> None:
    chair = Visitor(unlocked(cast, "ingrid"))
    names = sorted(set(re.findall(r'name="([\w-]+)"', text_of(chair.get(path)).split("<main")[1])) - UNTYPED)

    @settings(max_examples=60, deadline=None, suppress_health_check=SLOWLY)
    @given(change=typed(names))
    def knock(change: dict[str, list[str]]) -> None:
        with nothing_stays():
            answer = chair.sends(path, FACTS | change)
            assert answer.status_code < 500
            for page in (answer.headers.get("Location", path), "/events/", "/conf/", "/conf/report/"):
                assert chair.get(page).status_code == 200

    knock()
