"""The field that nobody sees: programs fill it in, and even so no report is lost."""

import re

import pytest
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.visitor import signed_in, text_of

from cast import Cast
from trivet.models import Case, Clock, Grant
from trivet.models.report import PerhapsAProgram
from trivet.process import notices
from trivet.web import slowly

LINE = "perhaps sent by a program"


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    return Reporting(cast).loads()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    seconds: list[float] = []
    monkeypatch.setattr(slowly, "_sleep", seconds.append)
    return seconds


def test_neither_eyes_nor_ears_nor_keys_come_upon_it(reporting: Reporting) -> None:
    page = text_of(reporting.visitor.get("/conf/report/"))
    around = re.search(r'<div class="hush" aria-hidden="true">(.*?)</div>', page, re.DOTALL)
    assert around
    assert 'name="homepage"' in around[1]
    assert 'tabindex="-1"' in around[1]
    assert 'autocomplete="off"' in around[1]
    assert "Please leave this empty" in around[1]  # for whoever sees it all the same, without our style sheet
    assert page.count('name="homepage"') == 1


def test_a_report_caught_by_it_is_answered_sealed_and_rung_like_any_other(
    reporting: Reporting, mailoutbox: list
) -> None:
    answer = reporting.sends(what_happened="a shout", homepage="https://zebra.example/")
    code = code_on(answer)
    assert LINE not in read_on(answer)
    assert Grant.objects.count() == 3
    assert notices.ring(reporting.thread(code).entries[0].at) == 2  # on duty
    assert Clock.objects.exists()
    assert reporting.file().report.what_happened == "a shout"
    assert reporting.comes_back(code).status_code == 200


def test_the_team_is_told_that_a_program_may_have_sent_it(reporting: Reporting) -> None:
    reporting.sends(what_happened="a shout", homepage="https://zebra.example/")
    noor = signed_in(reporting.cast, "noor")
    assert LINE in read_on(noor.get("/cases/"))
    case = Case.objects.get()
    reporting.cast.open(case, "noor")
    assert "Perhaps sent by a program" in read_on(noor.get(f"/cases/{case.id}/"))
    assert "zebra" not in read_on(noor.get(f"/cases/{case.id}/"))  # what it typed there is kept nowhere


def test_a_report_that_leaves_it_empty_is_not_doubted(reporting: Reporting, waits: list[float]) -> None:
    reporting.sends(what_happened="a shout", homepage="")
    assert LINE not in read_on(signed_in(reporting.cast, "noor").get("/cases/"))
    assert not reporting.file().all(PerhapsAProgram)
    assert not waits


def test_only_the_answer_to_a_program_is_slow_and_never_for_want_of_a_place(
    reporting: Reporting, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    code_on(reporting.sends(what_happened="a shout", homepage="x"))
    assert waits == [slowly.PAUSE]
    monkeypatch.setattr(slowly._a_few_at_once, "acquire", lambda blocking: False)
    code_on(reporting.loads().sends(what_happened="another", homepage="x"))
    assert waits == [slowly.PAUSE]


@pytest.mark.parametrize("typed", ["\x00", "x" * 200_000, "🫂", "<b>"])
def test_no_value_of_it_makes_a_report_fail(reporting: Reporting, typed: str) -> None:
    assert code_on(reporting.sends(what_happened="a shout", homepage=typed))


def test_sending_again_without_it_counts_once(reporting: Reporting) -> None:
    first = code_on(reporting.sends(what_happened="a shout", homepage="x"))
    assert code_on(reporting.sends(what_happened="a shout", homepage="")) == first
    assert Case.objects.count() == 1
