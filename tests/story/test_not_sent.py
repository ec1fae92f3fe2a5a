"""The network goes at the moment of Send: the page stays, with all that was written, and sends it later, once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.story.conftest import Story

from people import PHONE, Reporter, fill, press

BOX = "[data-unsent]"


@pytest.fixture
def page(story: Story) -> Page:
    """A reporter's telephone, with script."""
    return story.browser.new_context(viewport=PHONE).new_page()


@pytest.fixture
def posted(page: Page) -> Iterator[list[str]]:
    """What was sent to the server, page by page."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    return sent


def press_without_a_network(page: Page, text: str) -> None:
    address, button = page.url, page.locator("form[data-sends] button").last
    page.context.set_offline(True)
    button.click()
    expect(page.locator(BOX)).to_contain_text("What you wrote is still here")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(f"{BOX} a[href^='tel:']").first).to_be_visible()
    expect(page.locator("form[data-sends] textarea").first).to_have_value(text)
    assert page.url == address
    page.context.set_offline(False)


def test_a_reporter_loses_nothing_when_the_network_goes_and_sends_it_later(story, page, posted):
    page.goto(f"{story.server.url}/practice/report/")
    fill(page, {"what_happened": "He followed me.", "in_danger": "no"})
    press_without_a_network(page, "He followed me.")
    assert posted == []
    with page.expect_navigation():
        page.get_by_role("button", name="Send the report").dblclick()
    assert len(page.locator("#return-code").inner_text().split()) == 7
    assert len(posted) == 1


def test_a_reporter_loses_no_message_when_the_network_goes(story, page, posted):
    reporter = Reporter(page, f"{story.server.url}/practice")
    reporter.reports(what_happened="He followed me.")
    reporter.comes_back()
    fill(page, {"message": "There is more."})
    posted.clear()
    press_without_a_network(page, "There is more.")
    assert posted == []
    press(page.get_by_role("button", name="Send to the team"))
    reporter.reads("Sent. Your message is with the team.")
    reporter.reads("There is more.")


def test_the_button_that_was_pressed_goes_along(story, page):
    page.goto(f"{story.server.url}/practice/report/")
    page.locator("form[data-sends] button").last.evaluate(
        "button => Object.assign(button, {name: 'pressed', value: 'it'})"
    )
    page.locator("[name=what_happened]").fill("He followed me.")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.get_by_role("button", name="Send the report").click()
    assert 'name="pressed"' in (sent.value.post_data or "")


def test_a_page_that_is_wrong_about_the_network_holds_no_report_up(story, page):
    page.route("**/healthz", lambda route: route.abort())
    page.goto(f"{story.server.url}/practice/report/")
    page.locator("[name=what_happened]").fill("He followed me.")
    for offered in (False, True):  # not at once: without a network it would lose the page
        page.get_by_role("button", name="Send the report").click()
        expect(page.locator(BOX)).to_be_focused()
        expect(page.locator(f"{BOX} button")).to_be_visible(visible=offered)
    press(page.locator(f"{BOX} button"))
    assert len(page.locator("#return-code").inner_text().split()) == 7


def test_an_older_browser_sends_as_ever(story, page):
    page.add_init_script("delete AbortSignal.timeout")
    page.goto(f"{story.server.url}/practice/report/")
    page.locator("[name=what_happened]").fill("He followed me.")
    press(page.get_by_role("button", name="Send the report"))
    assert len(page.locator("#return-code").inner_text().split()) == 7
