"""Pressing words are found where they stand; kind and ordinary ones are left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.handbook.reading import PAGES, name_of, text_of
from tests.proofread.sentences import LEFT_ALONE, PRESSED

from trivet.proofread.pressing import PATTERNS, SPARED, WHY
from trivet.proofread.wording import plain, pressing


@pytest.mark.parametrize(("kind", "sentence"), PRESSED)
def test_words_that_press_are_found(kind: str, sentence: str) -> None:
    assert {finding.kind for finding in pressing(sentence)} == {kind}


@pytest.mark.parametrize("sentence", LEFT_ALONE)
def test_good_words_are_left_alone(sentence: str) -> None:
    assert pressing(sentence) == []


def test_there_are_sixty_sentences_each_way_and_every_pattern_finds_one() -> None:
    assert len(PRESSED) >= 60
    assert len(LEFT_ALONE) >= 60
    patterns = [pattern for kind in PATTERNS.values() for pattern in kind]
    spoken = [plain(sentence) for _, sentence in PRESSED]
    assert [p for p in patterns if not any(re.search(p, sentence, re.IGNORECASE) for sentence in spoken)] == []
    assert PATTERNS.keys() == WHY.keys()


def test_whatever_is_spared_spares_a_sentence() -> None:
    spoken = [plain(sentence) for sentence in LEFT_ALONE]
    assert [p for p in SPARED if not any(re.search(p, sentence, re.IGNORECASE) for sentence in spoken)] == []


@pytest.mark.parametrize("pattern", [*SPARED, *(pattern for kind in PATTERNS.values() for pattern in kind)])
def test_no_pattern_looks_behind_itself(pattern: str) -> None:
    assert "(?<" not in pattern  # older browsers would mark nothing at all


# Where a page says what not to say, and where it asks the team, not the affected person, to be silent.
MARKED_PAGES = {
    "respond/never": {"withdrawal", "advice", "penalty"},
    "respond/messages": {"blame"},
    "respond/index": {"silence"},
    "receive/index": {"silence"},
    "receive/afterwards": {"silence"},
    "receive/take-down-verbal": {"silence"},
}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_handbook_is_left_alone(page) -> None:
    assert {finding.kind for finding in pressing(text_of(page))} == MARKED_PAGES.get(name_of(page), set())


@given(st.lists(st.sampled_from([sentence for _, sentence in PRESSED] + LEFT_ALONE), max_size=6))
def test_in_a_longer_text_each_sentence_is_judged_as_if_alone(sentences: list[str]) -> None:
    alone = [finding.excerpt for sentence in sentences for finding in pressing(sentence)]
    text = "\n".join(sentences)
    found = pressing(text)
    assert [finding.excerpt for finding in found] == alone
    assert all(text[finding.start : finding.end] == finding.excerpt for finding in found)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert all(text[finding.start : finding.end] == finding.excerpt for finding in pressing(text))
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("sentence", [sentence for _, sentence in PRESSED])
def test_capitals_apostrophes_and_line_breaks_make_no_difference(sentence: str) -> None:
    found = len(pressing(sentence))
    assert len(pressing(sentence.upper())) == found
    assert len(pressing(sentence.replace("’", "'"))) == found
    assert len(pressing(sentence.replace(" ", "\n"))) == found
