"""Pages without a case: they tell nobody that there is one, nor how many."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from tests.web.reporting import read_on
from tests.web.scene import set_scene
from tests.web.states import in_state
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet import handbook
from trivet.access.threads import open_thread
from trivet.models import Event
from trivet.process import decide, receive, respond

OUTSIDERS = ["jun", "beatrix", "pavel", "passerby", "kwame", "ingrid"]


def pages(visitor: Visitor) -> dict[str, HttpResponse]:
    """Every page that has no case in its address."""
    leaves = [f"/handbook/{page.step}/{page.slug}/" for page in handbook.pages()]
    own = ["/", "/cases/", "/handbook/", "/account/password/", "/sign-in/", "/healthz", "/conf/", "/conf/report/"]
    return {path: visitor.get(path) for path in own + leaves}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_pages_look_the_same_with_cases_and_without(cast: Cast, who: str) -> None:
    scene = set_scene(cast)
    for_them = signed_in(cast, who)
    before = {path: _bare(page) for path, page in pages(for_them).items()}
    for number in range(3):
        case = cast.report(leave_out=("kwame",), what_happened=f"another {number}")
        respond.step_back(cast.read(case, "ingrid"), stand_in=None, at=cast.later(seconds=1))
    after = {path: _bare(page) for path, page in pages(for_them).items()}
    assert after == before
    for path, page in after.items():
        assert not [sealed for sealed in scene.sealed if sealed in page], path


def test_a_holder_sees_the_code_name_and_nothing_of_the_account_in_the_list(cast: Cast) -> None:
    scene = in_state(cast, "proposed")
    page = read_on(signed_in(cast, "noor").get("/cases/"))
    assert scene.code_name in page
    assert not [sealed for sealed in scene.sealed if sealed in page and sealed != scene.code_name]


def test_a_case_that_somebody_left_is_gone_from_their_list_at_once(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor = signed_in(cast, "noor")
    assert scene.code_name in read_on(noor.get("/cases/"))
    noor.sends(f"/cases/{scene.case.id}/step-back/", {"stand_in": ""})
    assert scene.code_name not in read_on(noor.get("/cases/"))
    assert noor.get(f"/cases/{scene.case.id}/").status_code == 404
    assert noor.get(f"/cases/{scene.case.id}/journal/").status_code == 404


def test_the_journal_is_of_one_case_and_counts_nothing(cast: Cast) -> None:
    scene, other = in_state(cast, "received"), cast.report(what_happened="another")
    cast.open(other, "tomas")
    page = read_on(signed_in(cast, "noor").get(f"/cases/{scene.case.id}/journal/"))
    assert str(other.id) not in page
    assert "Tomás Rivera" in page


def test_a_list_says_when_something_is_due_in_the_time_of_the_event(cast: Cast) -> None:
    """As the page of the case does; the server's own time is UTC."""
    Event.objects.update(timezone="Asia/Kathmandu")
    case = cast.report()
    cast.open(case, "noor")
    for path in ("/cases/", f"/cases/{case.id}/"):
        clock = re.search(r'class="clock.*?datetime="([^"]+)"', read_on(signed_in(cast, "noor").get(path)), re.DOTALL)
        assert clock
        assert clock[1].endswith("+05:45")


def test_the_list_begins_with_what_is_due_first_in_whatever_time_zone_it_was_said(cast: Cast) -> None:
    """In New York it is earlier by the clock on the wall."""
    names = {}
    for zone, minutes in (("America/New_York", 40), ("Europe/Berlin", 20)):
        case = cast.report()
        cast.open(case, "noor")
        cast.do(respond.claim, case, "noor")
        cast.do(respond.send_message, case, "noor", text="We take care of it.")
        cast.do(respond.agree_safety_plan, case, "noor", answer="declined", steps="")
        cast.do(decide.record_hearing, case, "noor", way="none", safe_to_tell=False, statement="", because="They left.",
                until=None, against="")  # fmt: skip
        cast.meet(case, decide_by=(cast.now + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone)))
        names[minutes] = cast.read(case, "noor").file.code_name
    page = read_on(signed_in(cast, "noor").get("/cases/"))
    assert re.findall(r'class="code-name"[^>]*>([^<]+)<', page) == [names[20], names[40]]


def test_the_list_shows_when_an_answer_to_the_reporter_is_due_although_nobody_has_read_it(cast: Cast) -> None:
    case = cast.report()
    cast.walk_to_closed(case)
    thread = open_thread(cast.receipts[-1].code, event=cast.event)
    receive.write_message(thread, text="It has not stopped.", once=str(case.id), goes_on=True, at=cast.later(seconds=1))
    due = cast.now + timedelta(minutes=10)
    page = read_on(signed_in(cast, "noor").get("/cases/"))
    assert due.astimezone(cast.event.zone).strftime("%H:%M") in page
    assert "closed case" not in page


def _bare(page: HttpResponse) -> str:
    return re.sub(r'name="(?:csrfmiddlewaretoken|secret)" value="\w+"', "", read_on(page))
