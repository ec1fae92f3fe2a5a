"""What a helper's telephone says and holds on to around a report that it kept."""

import pytest
from playwright.sync_api import Page, expect
from tests.story.conftest import Story

from people import PHONE, fill, press
from phone import is_ready, keeps

PULLED = "getComputedStyle(document.documentElement).overscrollBehaviorY"


@pytest.fixture
def page(story: Story) -> Page:
    """A helper's page at a day link, ready for the day without a network, and then without one."""
    team = story.member("team").page
    team.goto(f"{story.server.url}/events/practice/day-link/")
    press(team.get_by_role("button", name="Make a link"))
    page = story.browser.new_context(viewport=PHONE).new_page()
    page.goto(team.locator("#link").inner_text().strip())
    is_ready(page)
    page.context.set_offline(True)
    page.goto(page.url)
    return page


def test_a_helper_without_a_network_reads_what_to_do_in_danger_and_finds_no_link_that_fails(page):
    page.get_by_text("Emergency card").click()
    card = page.locator("details:has-text('Emergency card')")
    expect(card).to_contain_text("Stay with the person")
    expect(card.locator("a[href^='tel:']").first).to_be_visible()
    expect(page.locator("summary", has_text="sexual assault")).to_be_visible()
    links = page.locator("body a").evaluate_all("links => links.map((one) => one.getAttribute('href'))")
    assert [link for link in links if not link.startswith(("tel:", "#"))] == []


def test_a_helper_without_a_network_offers_first_that_they_write_it_themselves(page):
    page.locator("summary", has_text="Could they write it themselves?").click()
    expect(page.get_by_text("Please write it down if you can")).to_be_visible()
    expect(page.locator("details .address")).to_contain_text("/practice/report/")
    expect(page.locator("details .qr svg")).to_be_visible()


def test_a_helper_is_asked_before_the_seven_words_are_lost(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    keeps(page, what_happened="He followed her.")
    assert page.evaluate(PULLED) == "auto"
    page.context.set_offline(False)
    words = page.locator("[data-phone-codes] .spelled")
    expect(words).to_be_visible()
    assert page.evaluate(PULLED) == "contain"
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    expect(words).to_be_visible()


def test_sending_can_be_stopped_and_done_again(page):
    page.context.set_offline(False)
    page.goto(page.url)
    is_ready(page)
    page.evaluate("() => { HTMLFormElement.prototype.submit = () => { document.title += '!' } }")
    page.evaluate("document.title = 'sent'")
    fill(page, {"what_happened": "He followed her."})
    button = page.locator("main form button").last
    button.dblclick()
    expect(page).to_have_title("sent!")
    button.click()
    page.wait_for_timeout(3_100)
    button.click()
    expect(page).to_have_title("sent!!")


def test_a_member_who_was_signed_out_reads_on_signing_in_that_a_report_waits(story):
    page = story.browser.new_context(viewport=PHONE).new_page()
    address = f"{story.server.url}/events/practice/take-down/"
    page.goto(address)
    _sign_in(story, page)
    is_ready(page)
    page.context.set_offline(True)
    keeps(page, what_happened="He followed her.")
    page.context.clear_cookies()
    with page.expect_response("**/sealed/"):  # it tries at once, and learns that somebody has to sign in
        page.context.set_offline(False)
    page.goto(address)
    expect(page.locator("[data-waits]")).to_be_visible()
    expect(page.locator("[data-waits]")).to_contain_text("kept on this phone, not sent yet")
    _sign_in(story, page)
    expect(page.locator("[data-phone-codes] .spelled")).to_be_visible()


def test_signing_in_leaves_nothing_on_a_phone_that_kept_nothing(story):
    page = story.browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{story.server.url}/sign-in/", wait_until="networkidle")
    expect(page.locator("[data-waits]")).to_be_hidden()
    assert page.evaluate("indexedDB.databases()") == []


def _sign_in(story: Story, page: Page) -> None:
    [(email, password)] = [line[1:] for line in story.server.accounts if line[0] == "staff"]
    fill(page, {"email": email, "password": password})
    press(page.locator("main form button"))
