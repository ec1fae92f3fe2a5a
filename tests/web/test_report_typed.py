"""Whatever is typed into the report form is kept as it was typed, or comes back with a sentence."""

import re
from urllib.parse import quote_from_bytes

import pytest
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written
from tests.web.typed import BLANK, BYTES, CURIOUS, LONGEST

from cast import Cast
from trivet.models import Case


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    return Reporting(cast).loads()


@pytest.mark.parametrize("blank", BLANK.values(), ids=BLANK)
def test_a_report_without_words_is_asked_for_some_and_keeps_the_rest(reporting: Reporting, blank: str) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened=blank, who="the tall one", in_danger="unsure", relation="saw")
    assert answer.status_code == 422
    page = read_on(answer)
    assert "a few words are enough" in page
    assert "the tall one" in page
    assert re.search(r'value="unsure"[^>]* checked', page)
    assert reporting.secret in page
    code_on(reporting.sends(what_happened="now with words", who="the tall one"))


def test_a_report_that_is_too_long_says_so_and_is_still_there(reporting: Reporting) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened="x" * (LONGEST + 1))
    assert answer.status_code == 422
    assert "100,001 characters long" in read_on(answer)
    assert "x" * (LONGEST + 1) in read_on(answer)


@pytest.mark.parametrize("field", ["who", "when", "where", "others", "contact", "safe_contact", "language"])
def test_a_short_answer_that_is_too_long_says_so_and_all_is_still_there(reporting: Reporting, field: str) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened="the account", **{field: "y" * 2_001})
    assert answer.status_code == 422
    assert "2,001 characters long" in read_on(answer)
    assert "y" * 2_001 in read_on(answer)
    assert "the account" in read_on(answer)


@pytest.mark.parametrize("typed", CURIOUS.values(), ids=CURIOUS)
def test_a_report_is_read_as_it_was_typed(reporting: Reporting, typed: str) -> None:
    code_on(reporting.sends(what_happened=typed, circumstances=typed))
    report = reporting.file().report
    assert report.what_happened == typed
    assert report.circumstances == typed


def test_invisible_control_characters_go_and_the_words_stay(reporting: Reporting) -> None:
    code_on(reporting.sends(what_happened="he\x00 sa\x1bid\x08 it\x7f\tloud\nly"))
    assert reporting.file().report.what_happened == "he said it\tloud\nly"


@pytest.mark.parametrize("sent", BYTES.values(), ids=BYTES)
@pytest.mark.parametrize("quoted", [True, False], ids=["quoted", "raw"])
def test_bytes_that_are_no_text_become_a_report_all_the_same(reporting: Reporting, sent: bytes, quoted: bool) -> None:
    value = quote_from_bytes(sent).encode() if quoted else sent.replace(b"&", b"").replace(b"%", b"")
    body = b"secret=" + reporting.secret.encode() + b"&what_happened=it+was+so+" + value
    answer = reporting.visitor.sends_raw("/conf/report/", body, "application/x-www-form-urlencoded")
    code_on(answer)
    assert reporting.file().report.what_happened.startswith("it was so")


@pytest.mark.parametrize("sent", BYTES.values(), ids=BYTES)
def test_bytes_in_a_form_with_parts_become_a_report_all_the_same(reporting: Reporting, sent: bytes) -> None:
    head = b'--part\r\nContent-Disposition: form-data; name="'
    parts = {b"secret": reporting.secret.encode(), b"what_happened": b"it was so " + sent}
    body = b"".join(head + name + b'"\r\n\r\n' + value + b"\r\n" for name, value in parts.items()) + b"--part--\r\n"
    code_on(reporting.visitor.sends_raw("/conf/report/", body, "multipart/form-data; boundary=part"))
    assert reporting.file().report.what_happened.startswith("it was so")


@pytest.mark.parametrize("field", ["in_danger", "still_happening", "relation", "affected_knows", "team_may_meet"])
def test_an_answer_that_was_not_offered_is_asked_again(reporting: Reporting, field: str) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened="the account", **{field: "perhaps\x00"})
    assert answer.status_code == 422
    assert "Please choose one of these" in read_on(answer)
    assert "the account" in read_on(answer)


@pytest.mark.parametrize("who", ["not an id", "00000000-0000-4000-8000-000000000000", "", "\x00", "1' OR '1'='1"])
def test_leaving_out_somebody_unknown_is_asked_again(reporting: Reporting, who: str) -> None:
    with nothing_written():
        answer = reporting.sends(what_happened="the account", leave_out=[who])
    assert answer.status_code == 422
    assert "Somebody you ticked is not in the list any more" in read_on(answer)
    assert "the account" in read_on(answer)


def test_leaving_out_the_whole_team_keeps_the_text_and_says_whom_to_ring(reporting: Reporting) -> None:
    team = [str(reporting.cast.people[name].member.id) for name in ("ingrid", "noor", "tomas", "kwame")]
    with nothing_written():
        answer = reporting.sends(what_happened="the account", leave_out=team)
    assert answer.status_code == 409
    assert "the account" in read_on(answer)
    assert "020 7946 0999" in read_on(answer)
    assert not Case.objects.exists()
