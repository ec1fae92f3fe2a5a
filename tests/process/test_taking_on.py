"""One person has a case, and another holder takes it over."""

import pytest

from trivet.models import Clock
from trivet.process import respond
from trivet.process.filing import clocks_of
from trivet.process.gates import Refused
from trivet.process.notices import ring
from trivet.process.obligations import owed
from trivet.process.steps import next_step


@pytest.fixture
def case(cast):
    """Noor has it."""
    case = cast.report()
    cast.open(case, "noor", "tomas")
    cast.do(respond.claim, case, "noor")
    return case


def has(cast, case):
    """Who has it, by name; somebody else looks."""
    held = cast.read(case, "ingrid")
    return next((m.name for m in held.holders if str(m.id) == held.file.claimed_by), "")


def hand_over(cast, case, who, to):
    cast.do(respond.hand_over, case, who, to=cast.people[to].member)


def kinds(cast, case):
    return [duty.kind for duty in owed(cast.read(case, "noor").file)]


def test_a_holder_may_hand_it_over_and_has_it_until_the_other_says_so(cast, case):
    hand_over(cast, case, "noor", "tomas")
    assert has(cast, case) == "Noor Haddad"
    assert "claim" in kinds(cast, case)
    file = cast.read(case, "tomas").file
    assert next_step(file, by=str(cast.tomas.member.id)).kind == "claim"
    assert next_step(file, by=str(cast.noor.member.id)).kind != "claim"
    cast.do(respond.claim, case, "tomas")
    assert has(cast, case) == "Tomás Rivera"
    assert "claim" not in kinds(cast, case)


def test_what_was_handed_over_rings_until_somebody_says_that_they_have_it(cast, case, mailoutbox):
    ring(cast.later(minutes=1))
    hand_over(cast, case, "noor", "tomas")
    assert Clock.objects.filter(case=case, loud=True, met_at=None).count() == 1
    mailoutbox.clear()
    assert ring(cast.later(minutes=10)) == 2  # on duty
    assert ring(cast.later(minutes=10)) == 3


def test_a_holder_may_take_it_over_from_somebody_who_cannot_go_on(cast, case):
    hand_over(cast, case, "tomas", "tomas")
    assert has(cast, case) == "Tomás Rivera"


@pytest.mark.parametrize(
    ("who", "to", "why"),
    [
        ("noor", "noor", "They have it already."),
        ("tomas", "noor", "They have it already."),
        ("tomas", "ingrid", "Only whoever has it"),
        ("noor", "kwame", "They do not hold this case."),
    ],
)
def test_a_holder_may_not_hand_it_to_anybody_or_past_whoever_has_it(cast, case, who, to, why):
    with pytest.raises(Refused, match=why):
        hand_over(cast, case, who, to)
    assert has(cast, case) == "Noor Haddad"


def test_nobody_may_hand_over_what_nobody_has_or_what_is_closed(cast):
    case = cast.report()
    cast.open(case, "noor")
    with pytest.raises(Refused, match="Nobody has it yet"):
        hand_over(cast, case, "noor", "noor")
    cast.walk_to_closed(case)
    with pytest.raises(Refused, match="closed"):
        hand_over(cast, case, "tomas", "tomas")


def test_a_case_with_an_open_handing_over_may_not_be_closed(cast, case):
    cast.do(respond.put_on_hold, case, "noor", because="They asked for it.")
    hand_over(cast, case, "noor", "tomas")
    with pytest.raises(Refused):
        cast.close(case)


def test_whoever_was_asked_and_stepped_back_leaves_it_where_it_was(cast, case):
    hand_over(cast, case, "noor", "tomas")
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.later(seconds=1))
    assert has(cast, case) == "Noor Haddad"
    assert "claim" not in kinds(cast, case)
    assert Clock.objects.filter(case=case).count() == len(clocks_of(cast.read(case, "noor").file))


def test_whoever_took_it_over_and_stepped_back_leaves_it_to_be_taken_on_anew(cast, case):
    hand_over(cast, case, "tomas", "tomas")
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.later(seconds=1))
    assert has(cast, case) == ""
    assert "claim" in kinds(cast, case)
    cast.do(respond.claim, case, "noor")
    assert has(cast, case) == "Noor Haddad"
    assert "claim" not in kinds(cast, case)


def test_whoever_handed_it_over_may_step_back_before_it_was_taken(cast, case):
    hand_over(cast, case, "noor", "tomas")
    respond.step_back(cast.read(case, "noor"), stand_in=None, at=cast.later(seconds=1))
    assert has(cast, case) == ""
    cast.do(respond.claim, case, "tomas")
    assert has(cast, case) == "Tomás Rivera"
