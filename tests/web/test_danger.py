"""Danger first: what is asked, what stands ready, and who may read it when."""

import pytest
from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.states import in_state
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.handbook import pages
from trivet.models import Kind
from trivet.models.report import SafetyCall

CANNOT_WAIT = ["After a sexual assault", "Stalking", "A weapon", "Somebody may harm themselves", "A child"]


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """The event knows whom to ring."""
    cast.event.contacts += [
        {"kind": "assault", "number": "0800 11", "note": "day and night"},
        {"kind": "safeguarding", "number": "0800 22", "note": ""},
    ]
    cast.event.save()
    return cast


def test_whoever_opens_a_report_may_ring_and_read_the_cards_first(cast: Cast) -> None:
    case = cast.report(in_danger="yes")
    page = read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/opening/"))
    assert page.index('name="danger"') < page.index('href="tel:112"') < page.index('name="done"')
    assert page.index("Everybody is safe") < page.index('name="police"')
    assert all(card in page for card in CANNOT_WAIT)
    assert 'href="tel:080011"' in page
    assert 'href="tel:080022"' in page


def test_a_holder_may_say_that_police_were_asked_for(cast: Cast) -> None:
    case = cast.report()
    noor, path = signed_in(cast, "noor"), f"/cases/{case.id}/opening/"
    seen = str(cast.read(case, "noor").case.revision)
    noor.sends(path, {"phase": "danger", "seen": seen, "danger": "no", "police": "asked"})
    call = cast.read(case, "noor").file.last(SafetyCall)
    assert call
    assert (call.danger, call.police) == ("no", "asked")


def test_a_holder_may_say_at_any_time_that_somebody_is_in_danger(cast: Cast) -> None:
    scene = in_state(cast, "closed")
    noor, path = signed_in(cast, "noor"), f"/cases/{scene.case.id}/danger/"
    assert all(card in read_on(noor.get(path)) for card in CANNOT_WAIT)
    assert noor.sends(path, fields(scene, "danger") | {"done": "Security, at ten"}).status_code == 302
    page = read_on(noor.get(f"/cases/{scene.case.id}/"))
    assert "Somebody is in danger" in page
    assert "Security, at ten" in page


@pytest.mark.parametrize(("who", "sees"), [("jun", True), ("beatrix", True), ("pavel", False)])
def test_staff_may_ring_from_the_cards_at_their_own_events(cast: Cast, who: str, sees: bool) -> None:
    card = read_on(signed_in(cast, who).get("/handbook/respond/child/"))
    assert "safeguarding lead" in card
    assert ('href="tel:080022"' in card) == sees


def test_a_stranger_may_not_read_the_cards() -> None:
    assert Visitor(csrf=False).get("/handbook/respond/child/").status_code == 302


def test_every_page_rings_numbers_that_an_event_can_have() -> None:
    assert {kind for page in pages() for kind in page.ring} <= set(Kind.values)
    assert all(page.ring for page in pages() if page.title in CANNOT_WAIT)
