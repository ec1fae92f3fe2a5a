"""Somebody is told at the coat stand, has a telephone and no account, and six taps are enough."""

from playwright.sync_api import Locator, Page, expect

from people import PHONE, press

SENTENCES = "Somebody followed her from the bar. He held her by the sleeve. She got away and is with a friend now."


class Thumb:
    """Counts the taps on a telephone; typing is free."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def taps_on(self, what: Locator) -> None:
        self.taps += 1
        what.tap()

    def types(self, name: str, text: str) -> None:
        self.taps_on(self.page.locator(f"[name={name}]"))
        self.page.keyboard.type(text)


def test_a_helper_may_send_three_sentences_in_six_taps_and_cannot_go_back_to_them(browser, story):
    team = story.member("team")
    team.page.goto(f"{team.root}/events/practice/day-link/")
    press(team.page.get_by_role("button", name="Make a link"))
    link = team.page.locator("#link").inner_text().strip()
    page = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=False).new_page()
    page.goto(link)
    thumb = Thumb(page)
    thumb.taps_on(page.locator(".danger label", has_text="I am not sure"))
    thumb.types("what_happened", SENTENCES)
    thumb.types("helper", "Sam at the coats")
    with page.expect_navigation():
        thumb.taps_on(page.get_by_role("button", name="Send it"))
    expect(page.locator("h1")).to_have_text("Sent")
    assert thumb.taps <= 6
    assert len(page.locator("#return-code span").all()) == 7
    page.goto(link)
    expect(page.locator("body")).not_to_contain_text("sleeve")
    assert page.locator("[name=what_happened]").input_value() == ""
    team.picks(1)  # the practice report waits longer
    team.opens(danger="unsure")
    team.reads("He held her by the sleeve.")
    team.reads("taken down by Sam at the coats, with a day link")
