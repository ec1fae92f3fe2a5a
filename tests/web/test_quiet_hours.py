"""Quiet hours are each member's own."""

import pytest
from tests.web.visitor import signed_in, text_of

from cast import Cast
from trivet.models import Member

PAGE = "/account/quiet-hours/"


def test_a_member_may_choose_quiet_hours_and_give_them_up(cast: Cast) -> None:
    visitor = signed_in(cast, "noor")
    assert visitor.sends(PAGE, {"begin": "22:30", "end": "07:00"}).status_code == 302
    assert 'value="22:30"' in text_of(visitor.get(PAGE))
    assert Member.objects.exclude(quiet_from=None).get() == cast.noor.member
    assert visitor.sends(PAGE, {"begin": "", "end": ""}).status_code == 302
    assert not Member.objects.exclude(quiet_from=None).exists()


@pytest.mark.parametrize("hours", [("22:30", ""), ("", "07:00"), ("07:00", "07:00"), ("late", "07:00"), ("7", "25:00")])
def test_half_of_them_or_none_that_a_clock_shows_is_answered_with_a_sentence(
    cast: Cast, hours: tuple[str, str]
) -> None:
    answer = signed_in(cast, "noor").sends(PAGE, dict(zip(("begin", "end"), hours, strict=True)))
    assert answer.status_code == 422
    assert "Please give" in text_of(answer) or "Choose another hour" in text_of(answer)
    assert not Member.objects.exclude(quiet_from=None).exists()
