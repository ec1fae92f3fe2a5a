"""Names are taken out of a text that goes onto paper."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from trivet.proofread.masking import mask

WHO = {"reported person": ["Alex Müller, from Acme"], "Team 1": ["Noor Haddad"]}


def on_paper(text: str, **people: list[str]) -> str:
    return mask(text, people or WHO, address="address")


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Alex Müller shouted.", "[reported person] shouted."),
        ("ALEX shouted, then muller left", "[reported person] shouted, then [reported person] left"),
        ("alex’s badge", "[reported person]’s badge"),
        ("Noor writes to acme", "[Team 1] writes to [reported person]"),
        ("write to alex@acme.example or @alexm", "write to [address] or [address]"),
        ("They came from the hall.", "They came from the hall."),
        ("Alexandra was not there", "Alexandra was not there"),
    ],
)
def test_a_name_is_replaced_by_its_role(text, paper):
    assert on_paper(text) == paper


@pytest.mark.parametrize(
    ("who", "text", "paper"),
    [
        ("Anne-Marie", "anne marie and Marie", "[x] and [x]"),
        ("Anne Marie", "Anne-Marie said", "[x]-[x] said"),
        ("O’Brien", "O'Brien said", "[x] said"),
        ("李明", "李明说了", "[x]说了"),
        ("the tall one with the red cap", "a red cap, and the door", "a [x], and the door"),
        ("Bo", "Bo and the bo", "[x] and the [x]"),
    ],
)
def test_names_as_people_write_them_are_replaced(who, text, paper):
    assert on_paper(text, x=[who]) == paper


@given(name=st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=3, max_size=12))
def test_whatever_the_name_it_is_not_left_standing(name):
    if mask(name, {"x": [name]}, address="") != "[x]":
        assert mask(name, {}, address="") == name  # one of the commonest words, which names nobody
