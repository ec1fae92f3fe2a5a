"""Looking for news keeps what was begun, and sends none of it."""

import re

from tests.web.reporting import Reporting, code_on, read_on
from tests.web.visitor import hidden

from cast import Cast
from trivet.models.response import Message


def test_a_message_that_was_begun_stays_in_its_box(cast: Cast) -> None:
    reporting = Reporting(cast).loads()
    code = code_on(reporting.sends(what_happened="Somebody shouted."))
    once = hidden(reporting.comes_back(code), "once")
    page = reporting.comes_back(code, message="And then he", goes_on="on", once=once, look="yes")
    assert "And then he</textarea>" in read_on(page).replace("\n", "")
    assert re.search(r'<input[^>]*name="goes_on"[^>]*checked', read_on(page))
    assert hidden(page, "once") == once
    assert reporting.file().last(Message) is None
    assert "And then he wrote." in read_on(reporting.comes_back(code, message="And then he wrote.", once=once))
    assert len(reporting.file().all(Message)) == 1
