"""Canaries: planted through a whole journey, forced error included, none is at rest in clear."""

import time

import pytest
from playwright.sync_api import FilePayload
from tests.remake import samples

import stores
from canaries import canary, found_in
from people import Holder, Reporter, in_hours, press
from server import Running, practice

FIELDS = ("what_happened", "who", "when", "where", "circumstances", "others", "contact", "safe_contact", "language",
          "access_needs")  # fmt: skip
STEPS = ("note", "message", "words", "names", "plan", "side", "met", "doing", "safety", "reasons", "expected", "said",
         "told", "reply", "error", "brief", "password", "draft", "text", "later", "evidence", "task",
         "begun")  # fmt: skip
FILES = ("photo", "camera", "name")  # what a picture hides, and what it is called

UNSEALED = """
import trivet.vault.envelope as envelope
class InClear:
    def __init__(self, key): pass
    def encrypt(self, nonce, data, place): return data + bytes(16)
    def decrypt(self, nonce, data, place): return data[:-16]
envelope.ChaCha20Poly1305 = InClear
"""


def plant() -> dict[str, str]:
    return {name: canary(name.replace("_", "")) for name in (*FIELDS, *STEPS, *FILES)}


def walk(browser, server: Running, word: dict[str, str]) -> None:
    """A whole case in which every box that can be filled in holds a canary."""
    members = {email.split("@")[0]: (email, password) for _, email, password in server.accounts}
    reporter = Reporter.at(browser, f"{server.url}/practice")
    reporter.reports(
        **{name: f"Tell them {word[name]} please." for name in FIELDS}, relation="me", in_danger="no",
        attachments=[picture(word), text("chat.txt", word["text"])],
    )  # fmt: skip
    one = Holder.at(browser, server.url, *members["team"])
    two = Holder.at(browser, server.url, *members["team-2"])
    for member in (one, two):
        member.picks(1)
        member.opens()
    server.tick()
    outbox = "".join(file.read_text() for file in (server.data / "outbox").iterdir())
    assert outbox.count("\nTo: ") == 2  # notices, one for each of the pair on duty
    assert not [planted for planted in word.values() if planted in calendar_of(one)]
    one.does("claim")
    one.does("note", text=word["note"], attachments=[text("notes.txt", word["evidence"]), picture(word)])
    one.does("message", text=word["message"])
    one.does("words", to="reporter", text=word["words"])
    one.does("names", names=word["names"], role="reported")
    two.visits("opening/")
    press(two.page.locator("main form:has([value=names]) button"))
    reporter.comes_back()
    reporter.writes(word["reply"], text("more.txt", word["later"]))
    two.visits()
    press(two.page.get_by_role("link", name="Picture").first)
    two.page.locator("img.attached").evaluate("img => img.decode()")  # it is shown
    one.does("message", text=word["message"])
    one.does("safety-plan", answer="agreed", steps=word["plan"])
    two.does("hearing", way="heard", safe_to_tell=True, statement=word["side"])
    two.does(
        "meeting", present="all",
        held_at=in_hours(-0.1), what_happened=word["met"], doing=word["doing"], who_does=word["doing"],
        decide_by=in_hours(1), carries_side=word["side"],
    )  # fmt: skip
    one.does("task", what=word["task"], due=in_hours(5))
    one.does("decision", outcome="warning", safety=word["safety"], reasons=word["reasons"], expected=word["expected"])
    two.does("agreement", agrees="yes", words=word["reasons"])
    one.is_refused("warning", "given by two", givers=word["said"], said=word["said"], private_place=True)
    one.does("warning", given_at=in_hours(-0.1), givers="A\nB", said=word["said"], private_place=True)
    one.does("told/reported", way="words", text=word["told"])
    one.does("told/affected", way="message", text=word["told"])
    expired(one, word["draft"])
    begins(two, word["begun"])
    forced_error(server, word)
    two.visits()
    press(two.page.locator("a[href*='/task/']").first)
    press(two.page.locator("main form[method=post] button").last)
    brief = {"when_and_where": word["brief"], "what_happened": word["brief"], "action": word["brief"]}
    two.does("closing", **brief, who_knows=word["brief"], reporter=word["brief"])
    change_password(two, members["team-2"][1], word["password"])


def picture(word: dict[str, str]) -> FilePayload:
    """As a camera makes it: with more than is seen, and a name."""
    return {
        "name": f"{word['name']}.jpg",
        "mimeType": "image/jpeg",
        "buffer": samples.jpeg(word["camera"] + word["photo"]),
    }


def text(name: str, what: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": f"They wrote: {what}".encode()}


def calendar_of(member: Holder) -> str:
    """What their calendar program is told."""
    member.page.goto(f"{member.root}/account/calendar/")
    press(member.page.locator("main form button").first)
    feed = member.page.request.get(member.page.locator("#link").inner_text().strip())
    assert "something is due" in feed.text()
    return feed.text()


def expired(member: Holder, text: str) -> None:
    """The session ends in the middle of a note; the note is carried along, and kept nowhere."""
    member.visits("note/")
    member.page.locator("[name=text]").fill(text)
    member.page.context.clear_cookies(name="trivet_unlock")
    press(member.page.locator("main form button").last)
    assert text in member.page.content()


def begins(member: Holder, text: str) -> None:
    """Somebody begins to write, and closes the page: what they had is kept."""
    member.visits("note/")
    with member.page.expect_response("**/drafts/") as kept:
        member.page.locator("[name=text]").fill(text)
    assert kept.value.status == 204


def forced_error(server: Running, word: dict[str, str]) -> None:
    """The keys store is gone for a moment: the page is calm, and nothing of the report is written."""
    with stores.without_keys(server.log.parent):
        status, page = server.post("/practice/report/", {"what_happened": word["error"], "secret": "0" * 32})
    assert status == 500
    assert "Traceback" not in page


def change_password(member: Holder, old: str, new: str) -> None:
    member.page.goto(f"{member.root}/account/password/")
    for name, value in (("old", old), ("new", new), ("again", new)):
        member.page.locator(f"[name={name}]").fill(value)
    press(member.page.locator("main form button").last)
    member.page.wait_for_url("**/sign-in/**")


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "control"])
def test_no_canary_is_at_rest_in_clear(browser, tmp_path, sealed):
    word = plant()
    with practice(tmp_path, first="" if sealed else UNSEALED) as server:
        walk(browser, server, word)
        while_running = found_in(stores.below(tmp_path), list(word.values()))
        time.sleep(0.5)
    afterwards = found_in(stores.below(tmp_path), list(word.values()))
    if sealed:
        assert (while_running, afterwards) == ([], [])
        return
    seen = {planted for _, planted, _ in afterwards}
    never_stored = {word[name] for name in ("error", "draft", "password", *FILES)}
    assert seen == set(word.values()) - never_stored  # the control: without the seal each of them is caught
