"""Words that people copy by hand."""

import itertools
import math
import re

from hypothesis import given
from hypothesis import strategies as st

from trivet.vault import words

ALL = words.all_words()
codes = st.lists(st.sampled_from(ALL), min_size=words.RETURN_CODE, max_size=words.RETURN_CODE)
between = st.sampled_from(
    [" ", "  ", "\n", "\r\n", "\t", "-", "–", "—", "‑", ", ", ";", ". ", " / ", "\u00a0", "\u200b", "\u00ad"]
)
shapes = st.sampled_from([str, str.upper, str.title, str.capitalize])


def test_a_return_code_carries_ninety_bits():
    assert len(ALL) > 7_500
    assert len(ALL) ** words.RETURN_CODE >= 2**90
    assert len(set(ALL)) ** words.RETURN_CODE >= 2**90


def test_a_generated_password_carries_sixty_bits():
    assert words.PASSWORD * math.log2(len(set(ALL))) > 64
    made = words.password()
    assert len(re.split("-", made)) == words.PASSWORD
    assert set(made.split("-")) <= set(ALL)
    assert made != words.password()


def test_no_word_begins_another_one():
    ordered = sorted(set(ALL))
    assert not [word for word, following in itertools.pairwise(ordered) if following.startswith(word)]


def test_words_have_plain_letters_only():
    assert all(re.fullmatch("[a-z]+", word) for word in ALL)


@given(codes, st.data())
def test_somebody_may_type_their_code_any_way(code, data):
    typed = data.draw(st.sampled_from(["", "\n", "  "]))
    for number, word in enumerate(code, start=1):
        before = data.draw(st.sampled_from(["", f"{number}. ", f"{number}) "]))
        typed += before + data.draw(shapes)(word) + data.draw(between)
    assert words.tidy(typed) == words.tidy(" ".join(code))


@given(codes, codes)
def test_two_codes_are_never_taken_for_one(one, other):
    assert (words.tidy(" ".join(one)) == words.tidy(" ".join(other))) == (one == other)


@given(st.integers(0, len(ALL) ** words.RETURN_CODE - 1))
def test_a_number_may_be_spelled_and_read_back(number):
    spelled = words.spell(number, words.RETURN_CODE).split(" ")
    assert len(spelled) == words.RETURN_CODE
    places = [ALL.index(word) for word in spelled]
    again = sum(place * len(ALL) ** power for power, place in enumerate(places))
    assert words.spell(again, words.RETURN_CODE).split(" ") == spelled


@given(st.text(max_size=200))
def test_anything_typed_becomes_something_to_look_up(typed):
    assert re.fullmatch("[a-z]*", words.tidy(typed))


def test_nobody_has_to_read_out_a_word_about_bodies_violence_or_blame():
    assert not set(ALL) & {"gonad", "groin", "humiliate", "impeach", "moaner", "obedience", "thong", "violate"}
