"""The people of a story, each at a browser of their own."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

PHONE = {"width": 390, "height": 844}


@dataclass
class Reporter:
    """Somebody with a phone, no account, and JavaScript switched off."""

    page: Page
    url: str
    code: str = ""

    @classmethod
    def at(cls, browser: Browser, url: str) -> "Reporter":
        page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
        return cls(page, url)

    def reports(self, **answers: str) -> str:
        """Fill in the form and send it; keep the seven words."""
        self.page.goto(f"{self.url}/report/")
        fill(self.page, answers)
        press(self.page.get_by_role("button", name="Send"))
        self.code = self.page.locator("#return-code").inner_text().strip()
        assert len(self.code.split()) == 7
        return self.code

    def comes_back(self) -> None:
        self.page.goto(f"{self.url}/return/")
        self.page.locator("[name=return_code]").fill(self.code)
        press(self.page.locator("form[method=post] button").first)

    def reads(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def does_not_read(self, text: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(text)

    def writes(self, text: str, *files: FilePayload) -> None:
        self.page.locator("[name=message]").fill(text)
        self.page.locator("[name=attachments]").set_input_files(list(files))
        press(self.page.get_by_role("button", name="Send to the team"))
        self.reads(text)


@dataclass
class Holder:
    """Somebody of the team, signed in."""

    page: Page
    root: str
    case: str = ""

    @classmethod
    def at(cls, browser: Browser, root: str, email: str, password: str) -> "Holder":
        page = browser.new_context(viewport=PHONE).new_page()
        page.goto(f"{root}/sign-in/")
        page.locator("[name=email]").fill(email)
        page.locator("[name=password]").fill(password)
        press(page.locator("main form button"))
        page.wait_for_url("**/cases/")
        return cls(page, root)

    def sees_cases(self, count: int) -> None:
        self.page.goto(f"{self.root}/cases/")
        expect(self.page.locator("li.case")).to_have_count(count)

    def sees_everywhere(self) -> list[str]:
        """Every page that has no case in its address, without what is another on each."""
        pages = []
        for path in ("cases/", "account/", "restored/", "events/practice/people/", "handbook/", "practice/report/"):
            self.page.goto(f"{self.root}/{path}")
            pages.append(re.sub(r'name="(csrfmiddlewaretoken|secret)" value="\w+"', "", self.page.content()))
        return pages

    def picks(self, position: int = 0) -> None:
        """Go to a case from the list."""
        self.page.goto(f"{self.root}/cases/")
        press(self.page.locator("li.case a").nth(position))
        self.page.wait_for_url("**/cases/*-*/**")
        self.case = self.page.url.split("/cases/")[1].split("/")[0]

    def asks_about_danger(self, danger: str = "no", done: str = "") -> None:
        """The first page of the opening."""
        self.visits("opening/")
        fill(self.page, {"danger": danger} | ({"done": done} if done else {}))
        press(self.page.locator("main form button").first)

    def opens(self, *, danger: str = "no") -> None:
        """Danger, names, account."""
        self.asks_about_danger(danger)
        press(self.page.locator("main form:has([value=names]) button"))
        press(self.page.locator("main form:has([value=account]) button"))
        self.page.wait_for_url(f"**/cases/{self.case}/")

    def steps_back(self) -> None:
        self.visits("step-back/")
        press(self.page.locator("main form button").first)
        self.page.wait_for_url("**/cases/")

    def visits(self, page: str = "") -> None:
        answer = self.page.goto(f"{self.root}/cases/{self.case}/{page}")
        assert answer is not None
        assert answer.ok, answer.status

    def finds_nothing_at(self, page: str = "") -> None:
        """The page is not there for them, as a case that never was."""
        answer = self.page.goto(f"{self.root}/cases/{self.case}/{page}")
        assert answer is not None
        assert answer.status == 404

    def does(self, step: str, **answers: object) -> None:
        """Fill in a step's form, send it, and be back on the case."""
        self.visits(f"{step}/")
        fill(self.page, answers)
        press(self.page.locator("main form[method=post] button").last)
        expect(self.page).to_have_url(f"{self.root}/cases/{self.case}/")

    def is_refused(self, step: str, reason: str, **answers: object) -> None:
        """Fill in a step's form and be told why not, with everything still there."""
        self.visits(f"{step}/")
        fill(self.page, answers)
        press(self.page.locator("main form[method=post] button").last)
        expect(self.page.locator(".refused").first).to_contain_text(reason)

    def reads(self, text: str) -> None:
        self.visits()
        expect(self.page.locator("main")).to_contain_text(text)

    def next_is(self, label: str) -> None:
        self.visits()
        expect(self.page.locator("#next-step")).to_have_text(label)


def press(button: Locator) -> None:
    """Press something that leads to another page, and be there."""
    with button.page.expect_navigation():
        button.click()


def fill(page: Page, answers: dict[str, object]) -> None:
    """Fill a form by field name: text, a tile, a tick, or several; "all" ticks every box."""
    for name, value in answers.items():
        field = page.locator(f"main [name={name}]")
        if not field.first.is_visible():
            page.locator(f"details:has([name={name}]) > summary").first.click()
        kind = field.first.get_attribute("type")
        if kind == "radio":
            page.locator(f"main [name={name}][value='{value}']").check()
        elif kind == "file":
            field.set_input_files(value)
        elif kind == "checkbox":
            for box in field.all() if value == "all" else [field.first]:
                box.set_checked(bool(value))
        else:
            field.fill(str(value))


def local(moment: datetime) -> str:
    """A moment as a date field takes it."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def in_hours(hours: float) -> str:
    return local(datetime.now() + timedelta(hours=hours))
