"""Finding and reading pages."""

import pytest

from trivet.handbook import STEPS, BadPage, NoSuchPage, page, pages, shelf
from trivet.handbook.parse import parse

TEXT = """---
title: Fast und freundlich
summary: Eine Zeile.
show:
  - /handbook/
chapter: Meeting
order: 1
---

Text mit <b>Zeichen</b>.
"""


def read(text):
    return parse(text, step="decide", slug="meeting", language="de")


def test_a_page_is_found_by_step_and_slug():
    found = page("respond", "first-words")
    assert (found.step, found.slug, found.language) == ("respond", "first-words", "en")
    assert "<li>" in found.html


def test_pages_come_in_the_order_of_the_steps():
    steps = [each.step for each in pages()]
    assert steps == sorted(steps, key=STEPS.index)


@pytest.mark.parametrize(
    ("step", "slug"),
    [("respond", "nowhere"), ("nowhere", "index"), ("receive", "../3-respond/claim"), ("", "")],
)
def test_an_unknown_page_is_refused(step, slug):
    with pytest.raises(NoSuchPage):
        page(step, slug)


@pytest.mark.parametrize("language", ["xx", "en-gb", "EN", "", "..", "../..", "/"])
def test_an_unknown_language_reads_english(language):
    assert pages(language) == pages("en")


@pytest.fixture
def one_german_page(tmp_path, monkeypatch):
    (tmp_path / "de" / "4-decide").mkdir(parents=True)
    (tmp_path / "de" / "4-decide" / "meeting.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "en").symlink_to(shelf.SHELF / "en")
    monkeypatch.setattr(shelf, "SHELF", tmp_path)
    shelf._shelf.cache_clear()
    yield
    shelf._shelf.cache_clear()


@pytest.mark.usefixtures("one_german_page")
def test_a_partly_translated_handbook_is_whole():
    assert len(pages("de-at")) == len(pages("en"))
    assert page("decide", "meeting", "de-at").title == "Fast und freundlich"
    assert page("decide", "hearing", "de").language == "en"
    assert page("decide", "meeting").language == "en"


def test_markup_in_a_page_reaches_nobody():
    assert "&lt;b&gt;" in read(TEXT).html


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        ("", "without front matter"),
        ("Only text.\n", "without front matter"),
        ("---\ntitle: x\n", "without front matter"),
        (TEXT.replace("title: Fast und freundlich", "title: ["), "not YAML"),
        ("---\n- a\n---\n", "not a list of fields"),
        (TEXT.replace("order: 1\n", ""), "order"),
        (TEXT.replace("order: 1", "order: yes"), "whole number"),
        (TEXT.replace("order: 1", "order: 1\ncard: 1"), "card must be bool"),
        (TEXT.replace("title: Fast und freundlich", "title: 7"), "title must be str"),
        (TEXT.replace("order: 1", "order: 1\nauthor: x"), "author"),
        (TEXT.replace("  - /handbook/", "  - 1"), "show"),
        (TEXT.replace("order: 1", "order: 1\nring: police"), "ring"),
    ],
)
def test_a_malformed_page_says_where_and_what(text, clue):
    with pytest.raises(BadPage, match=rf"de/decide/meeting: .*{clue}"):
        read(text)
