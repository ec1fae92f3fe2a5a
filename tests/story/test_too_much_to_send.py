"""Files that are too large or too many are said when they are chosen, in the server's words, and not sent."""

import pytest
from playwright.sync_api import FilePayload, Page, expect
from tests.remake import samples
from tests.story.conftest import Story

from people import PHONE, press
from trivet.remake import LARGEST
from trivet.web.attaching import WHY_NOT
from trivet.web.uploads import MOST_FILES, TOO_LARGE, TOO_MANY

FITS: FilePayload = {"name": "fits.jpg", "mimeType": "image/jpeg", "buffer": samples.jpeg()}
LARGE: FilePayload = {"name": "film & all.jpg", "mimeType": "image/jpeg", "buffer": bytes(LARGEST + 1)}
MANY: list[FilePayload] = [{**FITS, "name": f"{number}.jpg"} for number in range(MOST_FILES + 2)]
SIX, SEVEN = (str(WHY_NOT[TOO_MANY]).format(name=file["name"]) for file in MANY[MOST_FILES:])


@pytest.fixture
def page(story: Story) -> Page:
    page = story.browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{story.server.url}/practice/report/")
    page.locator("[name=what_happened]").fill("He followed me.")
    return page


@pytest.mark.parametrize(
    ("files", "said"),
    [([FITS, LARGE], [str(WHY_NOT[TOO_LARGE]).format(name=LARGE["name"])]), (MANY, [SIX, SEVEN])],
    ids=["large", "many"],
)
def test_a_reporter_hears_that_files_are_too_much_before_they_are_sent(page, files, said):
    posted = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    chooser, trouble = page.locator("[name=attachments]"), page.locator("[data-trouble]")
    chooser.set_input_files(files)
    assert trouble.locator("p").all_text_contents() == said
    page.get_by_role("button", name="Send the report").click()
    expect(trouble).to_be_visible()
    expect(chooser).to_be_focused()
    assert posted == []
    chooser.set_input_files([FITS])
    expect(trouble).to_be_hidden()
    press(page.get_by_role("button", name="Send the report"))
    assert len(page.locator("#return-code").inner_text().split()) == 7
