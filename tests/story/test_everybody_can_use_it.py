"""axe finds nothing on any page, light or dark, on a phone and on a desk; no page is wider than its screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect
from tests.remake import samples

from people import Holder, Reporter, in_hours, press
from phone import is_ready, keeps

SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
STEPS = [
    "", "danger/", "interim/", "approach/", "permission/",
    "claim/", "hand-over/", "note/", "message/", "words/", "names/", "safety-plan/", "hold/", "hold-end/", "bring-in/",
    "hearing/", "agenda/", "on-paper/", "meeting/", "task/", "decision/", "agreement/", "warning/", "told/reported/",
    "told/affected/",
    "told/reporter/", "committee/", "closing/", "reopening/", "journal/", "step-back/",
    "exclude/",
]  # fmt: skip


def check(page: Page) -> None:
    """What axe says of the page as it stands."""
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is {width} px too wide"


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, server, scheme, size):
    def context(**more):
        return browser.new_context(viewport=SIZES[size], color_scheme=scheme, bypass_csp=True, **more)

    _the_reporters_pages(context().new_page(), server.url)
    team, chair = context().new_page(), context().new_page()
    team.goto(f"{server.url}/cases/")
    check(team)  # signing in
    _sign_in(team, "team@practice.example", "not this")
    check(team)
    passwords = {email: password for _, email, password in server.accounts}
    _sign_in(team, "team@practice.example", passwords["team@practice.example"])
    _the_teams_pages(Holder(team, server.url))
    chair.goto(f"{server.url}/events/")
    _sign_in(chair, "chair@practice.example", passwords["chair@practice.example"])
    _the_chairs_pages(chair, server.url)


def _sign_in(page: Page, email: str, password: str) -> None:
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    press(page.locator("main form button"))


def _the_chairs_pages(page: Page, root: str) -> None:
    for path in ("/events/", "/events/new/", "/events/practice/", "/events/practice/people/"):
        page.goto(root + path)
        check(page)
    press(page.get_by_role("link", name="Remove").first)
    check(page)
    for path in ("handover/conflicts/", "handover/", "take-down/", "day-link/"):
        page.goto(f"{root}/events/practice/{path}")
        check(page)
    page.goto(f"{root}/events/practice/settings/")
    page.locator("[name=ambulance-0-note]").fill("a note without its number")
    press(page.locator("main form button").last)
    check(page)

    _the_helpers_pages(page, root)


def _the_helpers_pages(page: Page, root: str) -> None:
    page.goto(f"{root}/events/practice/day-link/")
    press(page.get_by_role("button", name="Make a link"))
    check(page)
    address = page.locator("#link").inner_text().strip()
    for path in ("", "handbook/", "handbook/receive/index/"):
        page.goto(address + path)
        check(page)
    page.goto(address)
    for fold in page.locator("main summary").all():
        fold.click()
    check(page)
    press(page.get_by_role("button", name="Send"))
    check(page)  # nothing written
    page.locator("[name=what_happened]").fill("Somebody shouted.")
    press(page.get_by_role("button", name="Send"))
    check(page)
    page.goto(f"{root}/day/made-up/")
    check(page)
    _without_a_network(page, address)


def _without_a_network(page: Page, address: str) -> None:
    page.goto(address)
    is_ready(page)
    page.context.set_offline(True)
    page.goto(address)
    check(page)
    page.locator("main form button").last.click()
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    check(page)
    keeps(page, what_happened="Somebody shouted.", in_danger="yes")
    check(page)
    page.context.set_offline(False)
    expect(page.locator("[data-phone-codes] .spelled")).to_be_visible()
    check(page)


def _the_reporters_pages(page: Page, root: str) -> None:
    reporter = Reporter(page, f"{root}/practice")
    for path in ("/", "/practice/", "/practice/report/", "/practice/return/", "/practice/no-such-page/"):
        page.goto(root + path)
        check(page)
    page.goto(f"{root}/practice/report/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("[data-unsent]")).to_be_visible()
    check(page)  # no network
    page.context.set_offline(False)
    press(page.get_by_role("button", name="Send the report"))
    check(page)  # nothing written
    page.locator("[name=attachments]").set_input_files([{"name": "x", "mimeType": "", "buffer": b"\x00"}])
    page.locator("[name=what_happened]").fill("Somebody shouted.")
    press(page.get_by_role("button", name="Send"))
    check(page)  # a file that can't be kept
    page.locator("details:has([name=leave_out]) > summary").click()
    for box in page.locator("[name=leave_out]").all()[:-1]:
        box.check()
    page.locator("[name=what_happened]").fill("Somebody shouted.")
    press(page.get_by_role("button", name="Send"))
    check(page)  # only the outside contact is left
    reporter.reports(what_happened="Somebody shouted.", leave_out=True)
    check(page)
    page.goto(f"{root}/practice/return/")
    page.locator("[name=return_code]").fill("not the code")
    press(page.locator("form[method=post] button").first)
    check(page)
    reporter.comes_back()
    check(page)
    reporter.writes("More of it.")
    check(page)


def _the_teams_pages(holder: Holder) -> None:
    page = holder.page
    page.wait_for_url("**/cases/")
    for path in (
        "/cases/",
        "/handbook/",
        "/handbook/respond/index/",
        "/handbook/prepare/emergency-card/",
        "/handbook/respond/sexual-assault/",
        "/account/password/",
        "/account/quiet-hours/",
        "/account/calendar/",
        "/events/practice/duty/",
    ):
        page.goto(holder.root + path)
        check(page)
    page.goto(f"{holder.root}/account/calendar/")
    press(page.get_by_role("button", name="Make an address"))
    check(page)
    page.goto(f"{holder.root}/events/practice/duty/")
    press(page.get_by_role("button", name="Put them on duty"))
    check(page)  # nothing filled in
    holder.picks(0)
    check(page)
    holder.asks_about_danger("unsure", done="security, 23:05")
    check(page)
    press(page.locator("main form:has([value=names]) button"))
    check(page)
    press(page.locator("main form:has([value=account]) button"))
    holder.does("claim")
    holder.does("message", text="Thank you.")
    photo: FilePayload = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": samples.jpeg()}
    holder.does("note", text="A note.\nOn two lines.", attachments=[photo])
    press(page.get_by_role("link", name="Picture"))
    check(page)
    met = {
        "present": "all",
        "held_at": in_hours(-0.1),
        "what_happened": "A remark.",
        "doing": "Yes.",
        "who_does": "We.",
        "decide_by": in_hours(1),
    }
    holder.does("meeting", **met)
    holder.does("decision", outcome="warning", safety="Distance.", reasons="So.", expected="Stop.")
    holder.is_refused("agreement", "You proposed", agrees="yes")
    check(page)
    for step in STEPS:
        holder.visits(step)
        check(page)
