"""A browser finds nothing to say about an ordinary page: no header that it does not know, nothing that it blocked."""

from people import PHONE, fill, press

FOR_EVERYBODY = ("", "practice/", "practice/report/", "practice/return/", "sign-in/")
FOR_THE_TEAM = ("cases/", "events/", "events/practice/take-down/", "handbook/", "account/")


def test_an_ordinary_page_logs_nothing(browser, server):
    said = []
    page = browser.new_context(viewport=PHONE).new_page()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for path in FOR_EVERYBODY:
        page.goto(f"{server.url}/{path}", wait_until="networkidle")
    [(email, password)] = [line[1:] for line in server.accounts if line[1].startswith("team@")]
    fill(page, {"email": email, "password": password})
    press(page.locator("main form button"))
    for path in FOR_THE_TEAM:
        page.goto(f"{server.url}/{path}", wait_until="networkidle")
    assert said == []
