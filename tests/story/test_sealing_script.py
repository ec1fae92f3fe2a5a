"""What the scripts seal in a browser opens with the library that the server uses, and for the same people."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import trivet
from cast import Cast
from trivet.access import holding, phones
from trivet.vault import Tampered
from trivet.vault.members import MemberKeys
from trivet.vault.phones import open_sealed, public_part

STATIC = Path(trivet.__file__).parent / "static/trivet"
SEAL = """async ([key, texts, event, member]) => {
  const { bind, seal } = await import("/hpke.js");
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const info = bind("sealed on a phone", event, member);
  return Promise.all(texts.map(async (text) => Array.from(await seal(bytes(key), bytes(text), info))));
}"""
WHOLE = "async (what) => (await (await import('/sealing.js')).sealed(what)).fields"
CHOOSE = "async ([people, all]) => (await import('/sealing.js')).choose(people, all).map(({ id }) => id)"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page beside our scripts, at an address that a browser trusts with keys."""
    page = browser.new_page()
    page.route("http://localhost/*.js", lambda route: route.fulfill(path=STATIC / route.request.url.split("/")[-1]))
    page.route("http://localhost/", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto("http://localhost/")
    yield page
    page.close()


def text64(content: bytes) -> str:
    return b64encode(content).decode()


def test_what_a_browser_sealed_opens_for_its_owner_and_only_for_its_event_and_member(page: Page) -> None:
    keys, other = MemberKeys.new(), MemberKeys.new()
    texts = [b"", b"a", "Grüße 🫂".encode(), bytes(range(256)), b"x" * 300_000]
    asked = [text64(public_part(keys.public.seal_to)), [text64(text) for text in texts], "conf", "mémber"]
    sealed = [bytes(one) for one in page.evaluate(SEAL, asked)]
    assert [open_sealed(keys, one, event="conf", member="mémber") for one in sealed] == texts
    for whose, event, member in [(other, "conf", "mémber"), (keys, "con", "fmémber"), (keys, "conf", "another")]:
        with pytest.raises(Tampered):
            open_sealed(whose, sealed[1], event=event, member=member)


def test_no_two_sealings_of_the_same_text_are_alike(page: Page) -> None:
    key = text64(public_part(MemberKeys.new().public.seal_to))
    one, other = (bytes(sealed) for sealed in page.evaluate(SEAL, [key, [text64(b"a"), text64(b"a")], "conf", "m"]))
    assert one[:32] != other[:32]
    assert one[32:] != other[32:]


def whole(page: Page, keys: MemberKeys, **said: Any) -> tuple[bytes, str]:
    """A report as a page seals it: the part for one member, and the secret."""
    readers = [{"id": "m", "key": text64(public_part(keys.public.seal_to))}]
    fields = dict(page.evaluate(WHOLE, {"event": "conf", "readers": readers, "said": said, "to": ""}))
    return b64decode(fields["sealed"]), fields["secret"]


def test_how_long_a_report_is_shows_in_steps_alone(page: Page) -> None:
    keys = MemberKeys.new()
    lengths = {len(whole(page, keys, what_happened="é" * length)[0]) for length in range(0, 220, 20)}
    assert len(lengths) == 2
    told, _ = whole(page, keys, what_happened="Grüße")
    assert json.loads(open_sealed(keys, told, event="conf", member="m")) == {"what_happened": "Grüße"}


def test_every_report_has_a_secret_of_its_own(page: Page) -> None:
    keys = MemberKeys.new()
    secrets = {whole(page, keys, what_happened="the same")[1] for _ in range(5)}
    assert len(secrets) == 5
    assert all(len(bytes.fromhex(secret)) == 16 for secret in secrets)


def test_a_browser_seals_to_those_whom_the_server_would_choose(cast: Cast, page: Page) -> None:
    cast.joins("leila", "Leila Osman", "outside")
    people = holding.everybody(cast.event, cast.now)
    assert set(phones.keys(people)) == {one.member for one in people}
    said = [{"id": str(one.member_id), "role": one.role} for one in people]
    for count in range(len(people) + 1):
        for left_out in combinations([one.member for one in people], count):
            chosen = page.evaluate(CHOOSE, [said, [str(member.id) for member in left_out]])
            assert chosen == [str(member.id) for member in holding.choose_holders(people, list(left_out))]
