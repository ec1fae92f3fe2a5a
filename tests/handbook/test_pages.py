"""What must hold of every page, whoever edits it."""

import re
from collections import Counter

import pytest
from tests.handbook.reading import PAGES, body_of, name_of

from trivet.handbook import STEPS

CARDS = [page for page in PAGES if page.card]
NAMES = {(page.step, page.slug) for page in PAGES}

# The headings of the process document, in its order. Each has at least one page here.
HEADINGS = {
    "About",
    "Be prepared",
    "Training",
    "Receiving harassment reports",
    "Initial response to harassment reports",
    "In case of threats to physical well-being",
    "All other reports",
    "Things not to do",
    "Staff action in response to harassment reports",
    "Meeting",
    "Communicate with the alleged harasser about the complaint",
    "Communicate with the harasser about the response",
    "Communicate with the victim about the complaint",
    "Possible sanctions",
    "Employer reports",
    "Don't require or encourage apologies",
    "Guidance on giving warnings to harassers",
    "Communication with the public",
    "Level of detail",
    "During the event",
    "After the event",
    "Post-event reporting tasks",
    "Report the incidents to the DSF Code of Conduct committee",
    "Make an internal report",
    "Data retention",
    "Known harasser registered to the event",
}


def test_every_step_begins_with_its_chapter():
    first = {step: next(page.slug for page in PAGES if page.step == step) for step in STEPS}
    assert first == dict.fromkeys(STEPS, "index")


def test_no_two_pages_of_a_step_share_a_place():
    places = Counter((page.step, page.order) for page in PAGES)
    assert [place for place, count in places.items() if count > 1] == []


def test_every_heading_of_the_process_document_has_a_page():
    assert {page.chapter for page in PAGES} == HEADINGS


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_has_title_summary_text_and_a_place_where_it_is_shown(page):
    assert page.title.strip()
    assert page.summary.strip()
    assert "\n" not in page.title + page.summary
    assert page.html.strip()
    assert page.show
    assert [shape for shape in page.show if not re.fullmatch(r"/([\w<>-]+/)*", shape)] == []


@pytest.mark.parametrize("page", CARDS, ids=name_of)
def test_a_card_fits_beside_a_form(page):
    assert len(body_of(page).split()) <= 90
    assert "<h" not in page.html


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_headings_begin_below_the_title(page):
    assert "<h1" not in page.html


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_to_pages_that_exist(page):
    links = re.findall(r'href="([^"]*)"', page.html)
    inside = [re.fullmatch(r"/handbook/(\w+)/([\w-]+)/", link) for link in links]
    assert None not in inside
    assert {link.groups() for link in inside if link} <= NAMES


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_nothing_is_marked_up_by_hand_and_nothing_is_loaded(page):
    assert "&lt;" not in page.html
    assert "<img" not in page.html
    assert not re.search(r"https?://", page.html)


FOR_REPORTERS = [page for page in PAGES if any(shape.startswith("/<event>/") for shape in page.show)]


@pytest.mark.parametrize("page", FOR_REPORTERS, ids=name_of)
def test_what_a_reporter_reads_is_short_and_leads_nowhere(page):
    assert page.card
    assert "<a " not in page.html
