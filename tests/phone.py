"""A helper's own telephone: a browser with a folder of its own, which can lose the network, or be killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from people import PHONE, fill

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@dataclass
class Telephone:
    """``folder`` outlives the browser."""

    kind: BrowserType
    folder: Path

    @contextmanager
    def on(self) -> Iterator[BrowserContext]:
        """Switched on, and at the end killed without warning."""
        context = self.kind.launch_persistent_context(
            self.folder, executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS, viewport=PHONE,
        )  # fmt: skip
        try:
            yield context
        finally:
            for pid in self._pids():
                os.kill(pid, signal.SIGKILL)

    def _pids(self) -> list[int]:
        """The processes of this browser, by the folder that they were started with."""
        mark = f"--user-data-dir={self.folder}".encode()
        return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/cmdline") if mark in _read(path)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def is_ready(page: Page) -> None:
    """Until the page says that it opens without a network, too."""
    expect(page.locator("[data-phone-ready]")).to_be_visible()


def keeps(page: Page, **answers: object) -> None:
    """Write it down with no network, and keep it."""
    fill(page, answers)
    page.locator("main form button").last.click()
    expect(page.get_by_role("heading", name="not sent yet")).to_be_visible()
