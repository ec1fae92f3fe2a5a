"""Coming back: one answer for whatever is not a code, and nothing typed gets lost."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written
from tests.web.typed import BLANK, CURIOUS, LONGEST
from tests.web.visitor import hidden

from cast import Cast
from trivet.models import Event, Membership
from trivet.models.response import Message
from trivet.web import slowly


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    return Reporting(cast).loads()


@pytest.fixture
def code(reporting: Reporting) -> str:
    return code_on(reporting.sends(what_happened="the account", who="the tall one"))


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one for each answer that was slowed down."""
    counted: list[int] = []
    monkeypatch.setattr(slowly, "_sleep", lambda seconds: counted.append(1))
    return counted


WRONG: dict[str, Callable[[str], str]] = {
    "unknown": lambda code: "abacus abdomen abdominal abide abiding ability ablaze",
    "one word off": lambda code: " ".join([*code.split()[:-1], "zoology"]),
    "one word short": lambda code: " ".join(code.split()[:-1]),
    "one word more": lambda code: f"{code} zoology",
    "turned round": lambda code: " ".join(reversed(code.split())),
    "not words": lambda code: "?!",
    "a digit": lambda code: "7",
    "NUL": lambda code: "\x00a",
    "emoji": lambda code: "🫂",
    "markup": lambda code: "<b>",
    "very long": lambda code: "x" * LONGEST,
    "longer": lambda code: "x y" * LONGEST,
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_whatever_is_not_a_code_has_one_slow_answer(
    reporting: Reporting, code: str, waits: list[int], wrong: Callable[[str], str]
) -> None:
    typed, other = wrong(code), "altogether another thing"
    with nothing_written():
        answer, reference = reporting.comes_back(typed), reporting.comes_back(other)
    assert answer.status_code == reference.status_code == 404
    assert _bare(read_on(answer), typed[:500]) == _bare(read_on(reference), other)
    assert "We found nothing for these words" in read_on(answer)
    assert len(waits) == 2


def test_a_code_of_another_event_has_the_same_slow_answer(reporting: Reporting, code: str, waits: list[int]) -> None:
    Event.objects.create(
        organiser=reporting.cast.event.organiser, slug="other", name="The Conference",
        contacts=reporting.cast.event.contacts, starts=reporting.cast.event.starts, ends=reporting.cast.event.ends,
    )  # fmt: skip
    theirs = reporting.visitor.post("/other/return/", {"return_code": code})
    ours = reporting.comes_back("altogether another thing")
    assert theirs.status_code == 404
    assert _bare(read_on(theirs), code).replace("/other/", "/conf/") == _bare(read_on(ours), "altogether another thing")
    assert len(waits) == 2


def test_no_code_at_all_is_asked_for(reporting: Reporting, code: str) -> None:
    answer = reporting.comes_back("  ", message="typed before", once=str(uuid.uuid4()))
    assert answer.status_code == 422
    assert "type the seven words" in read_on(answer)
    assert "typed before" in read_on(answer)


def test_a_right_code_never_waits(reporting: Reporting, code: str, waits: list[int]) -> None:
    for written in (code, code.upper(), code.replace(" ", "-"), f"  {code}\n", code.replace(" ", "   ")):
        assert reporting.comes_back(written).status_code == 200
    assert waits == []


def test_the_conversation_shows_neither_the_account_nor_a_code_name(reporting: Reporting, code: str) -> None:
    page = read_on(reporting.comes_back(code))
    assert "the account" not in page
    assert "the tall one" not in page
    assert reporting.file().code_name not in page


def test_a_message_typed_with_a_wrong_code_is_kept_and_goes_out_with_the_right_one(
    reporting: Reporting, code: str
) -> None:
    once = hidden(reporting.comes_back(code), "once")
    answer = reporting.comes_back("a wrong one", message="one more thing", once=once)
    assert answer.status_code == 404
    assert "one more thing" in read_on(answer)
    assert hidden(answer, "once") == once
    assert reporting.comes_back(code, message="one more thing", once=once).status_code == 200
    assert _messages(reporting) == ["one more thing"]


@pytest.mark.parametrize("typed", CURIOUS.values(), ids=CURIOUS)
def test_a_message_is_read_as_it_was_typed(reporting: Reporting, code: str, typed: str) -> None:
    once = hidden(reporting.comes_back(code), "once")
    answer = reporting.comes_back(code, message=typed, once=once)
    assert answer.status_code == 200
    assert typed.replace("\r\n", "\n") in read_on(answer).replace("\r\n", "\n")
    assert _messages(reporting) == [typed]


@pytest.mark.parametrize("typed", [*BLANK.values(), "z" * (LONGEST + 1)], ids=[*BLANK, "too long"])
def test_a_message_of_nothing_or_too_much_comes_back(reporting: Reporting, code: str, typed: str) -> None:
    once = hidden(reporting.comes_back(code), "once")
    with nothing_written():
        answer = reporting.comes_back(code, message=typed, once=once)
    assert answer.status_code == 422
    assert "write something first" in read_on(answer) or "100,001 characters long" in read_on(answer)
    assert typed.strip("\x00\x01\x1b\x7f \t\r\n") in read_on(answer)
    assert code in read_on(answer)


def test_a_message_sent_twice_counts_once(reporting: Reporting, code: str) -> None:
    once = hidden(reporting.comes_back(code), "once")
    assert reporting.comes_back(code, message="one more thing", once=once).status_code == 200
    with nothing_written():
        assert reporting.comes_back(code, message="one more thing", once=once).status_code == 200
    assert _messages(reporting) == ["one more thing"]


@pytest.mark.parametrize("once", ["", "x", "\x00", "0" * 36, "🫂" * 40])
def test_a_message_whose_mark_is_broken_is_taken_all_the_same(reporting: Reporting, code: str, once: str) -> None:
    assert reporting.comes_back(code, message="one more thing", once=once).status_code == 200
    assert reporting.comes_back(code, message="and another").status_code == 200
    assert _messages(reporting) == ["one more thing", "and another"]


def test_a_conversation_that_nobody_can_open_says_so_and_takes_no_message(reporting: Reporting, code: str) -> None:
    assert "Write to the team" in read_on(reporting.comes_back(code))
    Membership.objects.update(until=timezone.now() - timedelta(minutes=1))
    page = read_on(reporting.comes_back(code))
    assert "Nobody can open your report at this moment" in page
    assert 'href="/conf/report/"' in page
    assert "Write to the team" not in page
    assert "is with the team" not in read_on(reporting.comes_back(code, message="typed before it was so"))


def _messages(reporting: Reporting) -> list[str]:
    return [message.text for message in reporting.file().all(Message)]


def _bare(page: str, typed: str) -> str:
    """A page without what was typed into it."""
    return page.replace(f'value="{typed}"', 'value=""').replace(f'value="{typed.replace(chr(0), "")}"', 'value=""')
