"""No network at the coat stand: written down all the same, kept sealed, sent once when there is one, and never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect
from tests.story.conftest import Story

import stores
from canaries import canary, found_in
from people import Holder, press
from phone import Telephone, is_ready, keeps
from server import practice

UNSEALED = """
export const seal = async (key, text) => text;
export const bind = () => new Uint8Array();
export const works = async () => true;
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Everything that one server and some telephones write."""
    return tmp_path_factory.mktemp("no-network")


@pytest.fixture(scope="module")
def story(browser: Browser, folder: Path) -> Iterator[Story]:
    """One practice event for all of this."""
    with practice(folder) as server:
        yield Story(browser, server)


@pytest.fixture(scope="module")
def team(story: Story) -> Holder:
    return story.member("team")


@pytest.fixture(scope="module")
def link(team: Holder) -> str:
    """A day link, as the team hands it out."""
    team.page.goto(f"{team.root}/events/practice/day-link/")
    press(team.page.get_by_role("button", name="Make a link"))
    return team.page.locator("#link").inner_text().strip()


@pytest.fixture
def telephone(browser_type: BrowserType, folder: Path, tmp_path: Path) -> Telephone:
    return Telephone(browser_type, folder / tmp_path.name)


@pytest.fixture
def page(telephone: Telephone, link: str) -> Iterator[Page]:
    """A helper's page, ready for the day without a network."""
    with telephone.on() as browser:
        page = browser.new_page()
        page.goto(link)
        is_ready(page)
        yield page


def cases(holder: Holder) -> int:
    holder.page.goto(f"{holder.root}/cases/")
    return holder.page.locator("li.case").count()


def words_on(page: Page) -> str:
    """The seven words, once what was kept was sent."""
    expect(page.locator("[data-phone-codes] .spelled")).to_have_count(1)
    return page.locator("[data-phone-codes] .spelled").inner_text()


def test_what_was_written_without_a_network_survives_a_killed_browser_and_arrives(telephone, link, story, team, folder):
    told, name = canary("told"), canary("name")
    with telephone.on() as browser:
        page = browser.new_page()
        page.goto(link)
        is_ready(page)
        browser.set_offline(True)
        page.goto(link)
        keeps(page, what_happened=f"{told} He followed her.", helper=name, in_danger="unsure")
        expect(page.locator("[data-phone-danger]")).to_contain_text("Please ring now")
        assert page.locator("[name=what_happened]").input_value() == ""
    assert found_in(stores.below(folder), [told, name]) == []
    with telephone.on() as browser:
        browser.set_offline(True)
        page = browser.new_page()
        page.goto(link)
        expect(page.locator("[data-phone-list] li")).to_have_count(1)
        browser.set_offline(False)
        code = words_on(page)
        expect(page.locator("[data-phone-waiting]")).to_be_hidden()
        page.goto(link)
        expect(page.locator("[data-phone-waiting]")).to_be_hidden()
    assert found_in(stores.below(folder), [told, name]) == []
    team.picks(1)  # the practice report waits longer
    team.opens(danger="unsure")
    team.reads(told)
    team.reads(f"taken down by {name}, with a day link")
    reporter = story.reporter()
    reporter.code = code
    reporter.comes_back()
    reporter.reads("Opened")
    assert found_in(stores.below(folder), [told, name]) == []


def test_the_search_of_the_telephone_finds_what_was_not_sealed(telephone, link, folder):
    told = canary("told")
    with telephone.on() as browser:
        browser.route("**/hpke.js", lambda route: route.fulfill(body=UNSEALED, content_type="text/javascript"))
        page = browser.new_page()
        page.goto(link)
        is_ready(page)
        browser.set_offline(True)
        page.goto(link)
        keeps(page, what_happened=told)
    assert {how for _, _, how in found_in(stores.below(folder), [told])} >= {"base64"}


def test_what_was_being_written_when_the_network_went_is_kept_and_two_windows_send_it_once(page, link, team):
    before, browser = cases(team), page.context
    page.locator("[name=what_happened]").fill("He followed her.")
    browser.set_offline(True)
    keeps(page)
    other = browser.new_page()
    other.goto(link)
    expect(other.locator("[data-phone-list] li")).to_have_count(1)
    browser.set_offline(False)  # both send now
    expect(page.locator("[data-phone-waiting]")).to_be_hidden()
    other.goto(link)
    expect(other.locator("[data-phone-waiting]")).to_be_hidden()
    assert cases(team) == before + 1


def test_who_is_left_out_without_a_network_gets_no_key(page, link, story, team):
    other, browser = story.member("team-2"), page.context
    before = cases(team), cases(other)
    browser.set_offline(True)
    page.goto(link)
    page.locator("details:has([name=leave_out]) > summary").click()
    page.get_by_label("Noor Haddad").check()
    keeps(page, what_happened="They followed her.")
    browser.set_offline(False)
    words_on(page)
    assert (cases(team), cases(other)) == (before[0], before[1] + 1)


def test_what_nobody_of_the_team_may_read_is_not_kept_before_somebody_else_is_named(page, link):
    page.context.set_offline(True)
    page.goto(link)
    page.locator("details:has([name=leave_out]) > summary").click()
    boxes = page.locator("[name=leave_out]").all()
    for box in boxes:
        box.check()
    page.locator("[name=what_happened]").fill("They followed her.")
    keep = page.locator("main form button").last
    keep.click()
    expect(page.locator("[data-phone-nobody]")).to_be_visible()
    boxes[-1].uncheck()
    keep.click()
    expect(page.locator("[data-phone-outside]")).to_contain_text("Leila Osman")
    expect(page.locator("[data-phone-waiting]")).to_be_hidden()
    assert page.locator("[name=what_happened]").input_value() == "They followed her."
    keeps(page)


def test_a_member_who_was_signed_out_meanwhile_signs_in_and_it_goes(telephone, story, team):
    before = cases(team)
    [(_, email, password)] = [line for line in story.server.accounts if line[0] == "staff"]
    address = f"{story.server.url}/events/practice/take-down/"
    with telephone.on() as browser:
        page = browser.new_page()
        page.goto(address)
        sign_in(page, email, password)
        is_ready(page)
        browser.set_offline(True)
        page.goto(address)
        keeps(page, what_happened="He followed her.")
        browser.clear_cookies()
        browser.set_offline(False)
        page.locator("[data-phone-send]").click()
        press(page.locator("[data-phone-sign-in] a"))
        sign_in(page, email, password)
        words_on(page)
        page.goto(address)
        expect(page.get_by_text("What you sent")).to_be_visible()
    assert cases(team) == before + 1


def sign_in(page: Page, email: str, password: str) -> None:
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    press(page.locator("main form button"))


def test_what_was_kept_goes_after_the_link_has_ended(page, link, team):
    before = cases(team)
    page.context.set_offline(True)
    page.goto(link)
    keeps(page, what_happened="He followed her.")
    team.page.goto(f"{team.root}/events/practice/day-link/")
    press(team.page.get_by_role("button", name="End").first)
    page.context.set_offline(False)
    page.goto(link)
    expect(page.locator("h1")).to_have_text("This link has ended")
    words_on(page)
    assert cases(team) == before + 1
