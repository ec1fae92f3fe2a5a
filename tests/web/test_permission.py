"""Who may be told what: recorded before anything is shared, and asked for wherever something is told."""

import pytest
from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.states import in_state
from tests.web.visitor import signed_in

from cast import Cast

SHARING = ["hearing", "warning", "told/reported"]


@pytest.mark.parametrize("page", SHARING)
def test_whoever_is_about_to_tell_somebody_is_asked_what_was_allowed(cast: Cast, page: str) -> None:
    scene = in_state(cast, "received")
    tomas, case = signed_in(cast, "tomas"), f"/cases/{scene.case.id}"
    assert "Nobody has allowed anything yet" in read_on(tomas.get(f"{case}/{page}/"))
    assert tomas.sends(f"{case}/permission/", fields(scene, "permission")).status_code == 302
    shown = read_on(tomas.get(f"{case}/{page}/"))
    assert "Nobody has allowed anything yet" not in shown
    assert "that they need another room" in shown


def test_holders_may_see_on_the_case_who_may_be_told(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor, case = signed_in(cast, "noor"), f"/cases/{scene.case.id}"
    assert "Nobody has allowed anything yet" in read_on(noor.get(f"{case}/"))
    noor.sends(f"{case}/permission/", fields(scene, "permission"))
    page = read_on(signed_in(cast, "tomas").get(f"{case}/"))
    assert "the hotel desk" in page
    assert "Allowed by the affected person" in page


def test_a_talk_leads_to_the_hold_and_to_the_permission(cast: Cast) -> None:
    scene = in_state(cast, "received")
    page = read_on(signed_in(cast, "noor").get(f"/cases/{scene.case.id}/words/"))
    assert f'href="/cases/{scene.case.id}/hold/"' in page
    assert f'href="/cases/{scene.case.id}/permission/"' in page
