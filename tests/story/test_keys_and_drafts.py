"""Keys and drafts in a real browser: quick for those who type, and nothing is lost when a page is."""

from playwright.sync_api import Page, expect

from people import press


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')")


def test_a_case_is_handled_from_the_keyboard(story):
    holder = story.member("team")
    holder.picks(0)
    holder.opens()
    page = holder.page
    page.goto(f"{holder.root}/cases/")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("j")
    code_name = focused(page)
    assert code_name
    with page.expect_navigation():
        page.keyboard.press("/")
    expect(page.locator("[type=search]")).to_be_focused()
    page.keyboard.type(code_name.split()[1].lower())
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(code_name)
    page.keyboard.press("j")
    first = focused(page)
    page.keyboard.press("j")
    assert focused(page) != first
    page.keyboard.press("k")
    assert focused(page) == first
    holder.visits("note/")
    page.locator("[name=text]").focus()
    page.keyboard.type("We? spoke/ just k")  # keys that are letters while somebody writes
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator(".timeline")).to_contain_text("We? spoke/ just k")


def test_single_keys_may_be_switched_off(story):
    page = story.member("team").page
    page.keyboard.press("?")
    page.get_by_label("Switch the single keys off").check()
    page.keyboard.press("Escape")
    page.goto(page.url)
    for key in ("?", "/", "j"):
        page.keyboard.press(key)
    expect(page.locator("dialog")).to_be_hidden()
    assert page.url.endswith("/cases/")
    assert page.evaluate("document.activeElement === document.body")


def test_what_was_begun_is_still_there_when_the_page_was_lost(story):
    holder = story.member("team")
    holder.picks(0)
    holder.opens()
    page = holder.page
    holder.visits("note/")
    with page.expect_response("**/drafts/") as kept:
        page.locator("[name=text]").press_sequentially("We spoke at the stairs")
    assert kept.value.status == 204
    expect(page.locator("[data-kept]")).to_be_visible()
    page.close()
    holder.page = page.context.new_page()
    holder.visits("note/")
    expect(holder.page.locator(".box.note")).to_contain_text("You had begun to write this")
    expect(holder.page.locator("[name=text]")).to_have_value("We spoke at the stairs")
    press(holder.page.locator("form:has([name=seen]) button").last)
    holder.visits("note/")
    expect(holder.page.locator("[name=text]")).to_have_value("")
    expect(holder.page.locator(".box.note")).to_have_count(0)


def test_what_is_sent_while_it_is_being_kept_is_not_offered_again(story):
    holder = story.member("team")
    holder.picks(0)
    holder.opens()
    page = holder.page
    holder.visits("note/")
    held = []
    page.route("**/drafts/", lambda route: held.append(route))
    with page.expect_request("**/drafts/"):
        page.locator("[name=text]").fill("Sent at once.")
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(300)
    assert page.url.endswith("/note/")
    with page.expect_navigation():
        held[0].continue_()
    expect(page.locator(".timeline")).to_contain_text("Sent at once.")
    holder.visits("note/")
    expect(page.locator("[name=text]")).to_have_value("")


def test_an_ended_session_asks_for_the_password_and_keeps_the_text(story):
    holder = story.member("team")
    holder.picks(0)
    holder.opens()
    page = holder.page
    holder.visits("note/")
    page.context.clear_cookies(name="trivet_unlock")
    with page.expect_response("**/drafts/") as kept:
        page.locator("[name=text]").fill("Written after the session ended.")
    assert kept.value.status == 403
    expect(page.locator("[data-kept]")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="You were signed out")).to_contain_text("is still on this page")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    [(_, email, password)] = [line for line in story.server.accounts if line[1].startswith("team@")]
    page.locator("[name=unlock_email]").fill(email)
    page.locator("[name=unlock_password]").fill(password)
    press(page.locator("main form button").first)
    expect(page.locator(".timeline")).to_contain_text("Written after the session ended.")
