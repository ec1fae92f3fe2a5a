"""From the link that the server prints to a report that two people read: a real event, set up on the web."""

import re

from playwright.sync_api import Browser, Page, expect

from people import PHONE, Holder, Reporter, fill, press
from server import Running, running

PASSWORD = "long-enough-words-of-{}"


def test_a_founder_sets_an_event_up_and_two_people_read_its_first_report(browser: Browser, tmp_path) -> None:
    with running(tmp_path, "serve") as server:
        founder = _visitor(browser)
        _makes_the_first_account(founder, server)
        _makes_the_event(founder)
        _fills_in_the_facts(founder)
        link = _lets_somebody_in(founder)
        newcomer = _visitor(browser)
        words = _joins(newcomer, link)
        _vouches(founder, words)

        reporter = Reporter.at(browser, f"{server.url}/harbour-2027")
        reporter.page.goto(f"{server.url}/harbour-2027/report/")
        reporter.reads("Ada Quill")
        reporter.reads("Bo Lindqvist")
        reporter.reads("119")
        reporter.reports(what_happened="Somebody followed me to the lift.")
        for page in (founder, newcomer):
            holder = Holder(page, server.url)
            holder.sees_cases(1)
            holder.picks()
            holder.opens()
            holder.reads("Somebody followed me to the lift.")


def _visitor(browser: Browser) -> Page:
    return browser.new_context(viewport=PHONE).new_page()


def _makes_the_first_account(page: Page, server: Running) -> None:
    [link] = re.findall(r"http\S+/set-up/\S+", server.log.read_text())
    page.goto(link)
    fill(
        page,
        {
            "organiser": "Harbour Python", "name": "Ada Quill", "email": "ada@harbour.example",
            "password": PASSWORD.format("ada"),
        },
    )  # fmt: skip
    press(page.get_by_role("button", name="Make the first account"))
    press(page.get_by_role("link", name="Now the event"))


def _makes_the_event(page: Page) -> None:
    fill(
        page,
        {"name": "Harbour 2027", "starts": "2027-05-03T09:00", "ends": "2027-05-05T23:00", "venue": "1 Example Quay"},
    )
    page.locator("[name=timezone]").select_option("Asia/Tokyo")
    press(page.get_by_role("button", name="Make the event"))
    expect(page.locator("h1")).to_have_text("Harbour 2027")
    expect(page.locator("#next-step")).to_have_text("Write down whom to ring in danger")


def _fills_in_the_facts(page: Page) -> None:
    press(page.locator(".next a"))
    fill(
        page,
        {
            "danger-0-number": "119", "hospital-0-number": "03 1234 5678", "assault-0-number": "03 1234 5679",
            "team-0-number": "03 1234 5670", "quiet_room": "Room 9", "duty_checked_by": "Somebody",
            "duty_to_report": "Danger to a child, to the police.", "duty_checked_on": "2027-01-02",
        },
    )  # fmt: skip
    press(page.get_by_role("button", name="Save the facts"))
    expect(page.locator("main")).to_contain_text("Danger to a child")
    expect(page.locator("#next-step")).to_have_text("Let a second person in")


def _lets_somebody_in(page: Page) -> str:
    press(page.locator(".next a"))
    press(page.get_by_role("link", name="Let somebody in"))
    fill(page, {"name": "Bo Lindqvist", "email": "bo@harbour.example", "role": "team"})
    press(page.get_by_role("button", name="Let them in"))
    return page.locator("#link").inner_text()


def _joins(page: Page, link: str) -> str:
    """Somebody makes their account, and reads six words aloud."""
    page.goto(link)
    fill(page, {"password": PASSWORD.format("bo")})
    press(page.locator("main form button"))
    words = " ".join(page.locator("#six-words").inner_text().split())
    press(page.get_by_role("link", name="I have written them down"))
    press(page.get_by_role("link", name="Events", exact=True))
    expect(page.locator("main")).to_contain_text("Read your six words to a teammate")
    return words


def _vouches(page: Page, words: str) -> None:
    press(page.get_by_role("link", name="I have the link"))
    press(page.get_by_role("link", name="Vouch for Bo Lindqvist"))
    fill(page, {"heard": words})
    press(page.locator("main form button"))
    expect(page.locator("main")).not_to_contain_text("Waiting for a teammate")
