"""A real server with the practice event, and browsers to visit it with."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from people import Holder, Reporter
from server import Running, practice

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return browser_type_launch_args | {
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": FLAGS,
    }


@pytest.fixture
def server(tmp_path) -> Iterator[Running]:
    with practice(tmp_path) as running:
        yield running


class Story:
    """Who can appear in a story."""

    def __init__(self, browser: Browser, server: Running) -> None:
        self.browser, self.server = browser, server

    def reporter(self) -> Reporter:
        return Reporter.at(self.browser, f"{self.server.url}/practice")

    def member(self, key: str) -> Holder:
        """Somebody of the practice cast, by the first part of their address."""
        [(_, email, password)] = [line for line in self.server.accounts if line[1].startswith(f"{key}@")]
        return Holder.at(self.browser, self.server.url, email, password)


@pytest.fixture
def story(browser: Browser, server: Running) -> Story:
    return Story(browser, server)
