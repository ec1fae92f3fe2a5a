"""Another website may not put somebody into a conversation of its own choosing."""

import pytest
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written

from cast import Cast

FROM_ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
]


@pytest.mark.parametrize("headers", FROM_ELSEWHERE)
def test_another_website_may_not_open_its_own_conversation_before_somebody(cast: Cast, headers: dict[str, str]) -> None:
    theirs = Reporting(cast).loads()
    code = code_on(theirs.sends(what_happened="ZEBRA"))
    somebody = Reporting(cast)
    with nothing_written():
        sent = {"return_code": code, "message": "what somebody typed"}
        answer = somebody.visitor.post("/conf/return/", sent, headers=headers)
    assert answer.status_code == 403
    page = read_on(answer)
    assert code not in page
    assert "ZEBRA" not in page
    assert "what somebody typed" in page
    assert "from another website" in page


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}])
def test_somebody_may_come_back_with_any_browser(cast: Cast, headers: dict[str, str]) -> None:
    reporting = Reporting(cast).loads()
    code = code_on(reporting.sends(what_happened="a shout"))
    answer = reporting.visitor.post("/conf/return/", {"return_code": code}, headers=headers)
    assert answer.status_code == 200
