"""The report form sent late, twice, from elsewhere, or without what makes it count once."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written, rows
from tests.web.visitor import hidden

from cast import Cast
from trivet.models import Case
from trivet.models.response import Message
from trivet.vault.codes import new_form_secret


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    return Reporting(cast).loads()


@pytest.mark.parametrize("hours", [12, 24 * 40])
def test_a_form_that_lay_open_for_long_is_taken(reporting: Reporting, hours: int) -> None:
    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        code_on(reporting.sends(what_happened="it took me a while"))
        assert reporting.file().report.what_happened == "it took me a while"


def test_a_form_sent_twice_is_one_case_with_one_code(reporting: Reporting) -> None:
    first = code_on(reporting.sends(what_happened="once", who="them"))
    with nothing_written():
        assert code_on(reporting.sends(what_happened="once", who="them")) == first
    assert Case.objects.count() == 1


def test_a_form_sent_again_with_other_words_adds_them_to_the_conversation(reporting: Reporting) -> None:
    first = code_on(reporting.sends(what_happened="at first"))
    assert code_on(reporting.sends(what_happened="at second thought", who="them")) == first
    assert Case.objects.count() == 1
    [said] = [entry.text for entry in reporting.file().all(Message)]
    assert "at second thought" in said
    assert "them" in said
    with nothing_written():  # and the same words a third time add nothing
        code_on(reporting.sends(what_happened="at second thought", who="them"))
        code_on(reporting.sends(what_happened="at first"))


def test_going_back_and_leaving_somebody_out_makes_another_case_and_says_who_got_the_first(
    reporting: Reporting,
) -> None:
    first = code_on(reporting.sends(what_happened="once"))
    noor = str(reporting.cast.noor.member.id)
    again = reporting.sends(what_happened="once", leave_out=[noor])
    assert code_on(again) != first
    assert "Noor Haddad" in read_on(again).split("Who has it now")[0]  # who got it the first time
    assert "Noor Haddad" not in read_on(again).split("Who has it now")[1]


MALFORMED = [
    "",
    " ",
    "x",
    "f" * 31,
    "f" * 33,
    "F" * 32,
    "f" * 64,
    "g" * 32,
    "f" * 31 + "\x00",
    "🫂" * 32,
    "f" * 100_000,
]


@pytest.mark.parametrize("secret", MALFORMED, ids=range(len(MALFORMED)))
def test_a_form_with_a_broken_secret_comes_back_with_a_new_one_and_the_text(reporting: Reporting, secret: str) -> None:
    reporting.secret = secret
    with nothing_written():
        answer = reporting.sends(what_happened="the account", who="them", in_danger="yes")
    assert answer.status_code == 403
    assert "send it again from this page" in read_on(answer)
    assert "the account" in read_on(answer)
    assert "them" in read_on(answer)
    reporting.secret = hidden(answer, "secret")
    code_on(reporting.sends(what_happened="the account"))


def test_a_program_may_send_the_fields_alone(reporting: Reporting) -> None:
    answer = reporting.visitor.post("/conf/report/", {"what_happened": "the account"})
    assert answer.status_code == 200
    assert len(code_on(answer).split()) == 7


FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elsewhere.example"},
    {"Origin": "http://testserver.elsewhere.example"}, {"Origin": "http://testserver:81"}, {"Origin": "http://[::1"},
    {"Origin": "testserver"}, {"Origin": ""},
]  # fmt: skip
OURS = [
    {},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "null"},
    {"Origin": "http://testserver"},
]


@pytest.mark.parametrize("headers", OURS, ids=str)
def test_a_form_of_ours_is_taken_whatever_the_browser_says_of_it(reporting: Reporting, headers: dict) -> None:
    code_on(reporting.sends(what_happened="the account", headers=headers))


def test_behind_a_proxy_the_public_address_is_ours(reporting: Reporting, settings: object) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://coc.example"]  # type: ignore[attr-defined]
    code_on(reporting.sends(what_happened="the account", headers={"Origin": "https://coc.example"}))


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_from_another_website_is_asked_again_with_a_secret_of_ours(reporting: Reporting, headers: dict) -> None:
    theirs = reporting.secret = new_form_secret()
    with nothing_written():
        answer = reporting.sends(what_happened="the account", who="them", headers=headers)
    assert answer.status_code == 403
    assert theirs not in read_on(answer)
    assert "send it again from this page" in read_on(answer)
    assert "the account" in read_on(answer)
    reporting.secret = hidden(answer, "secret")
    code_on(reporting.sends(what_happened="the account", headers={"Sec-Fetch-Site": "same-origin"}))


def test_an_unknown_event_has_no_form(reporting: Reporting) -> None:
    before = rows()
    answer = reporting.visitor.post("/elsewhere/report/", {"secret": reporting.secret, "what_happened": "x"})
    assert answer.status_code == 404
    assert rows() == before
