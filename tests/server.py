"""A real server: the console script, in a process of its own, over a data folder of its own."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

import stores


@dataclass(frozen=True)
class Running:
    """Where it listens, and what it printed: one account a line."""

    url: str
    accounts: list[tuple[str, str, str]]
    log: Path
    pid: int

    @property
    def memory(self) -> int:
        """Bytes that its processes have in memory, those that they start included; what they share counts once."""
        return sum(_memory_of(str(self.pid)))

    @property
    def data(self) -> Path:
        return self.log.parent / "data"

    def tick(self) -> None:
        """What the server does each minute, now."""
        trivet = str(Path(sys.executable).parent / "trivet")
        subprocess.run([trivet, "tick"], env={**os.environ, **environment(self.log.parent)}, check=True)

    def get(self, path: str) -> tuple[int, str]:
        return self._answer(path)

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        return self._answer(path, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def upload(self, path: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]]) -> tuple[int, str]:
        """Post a form with files: their names and contents."""
        sent = {field: SimpleUploadedFile(*file) for field, file in files.items()}
        return self._answer(path, encode_multipart(BOUNDARY, {**fields, **sent}), MULTIPART_CONTENT)

    def _answer(self, path: str, body: bytes | None = None, kind: str = "") -> tuple[int, str]:
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=120)
        with contextlib.closing(connection):
            connection.request("GET" if body is None else "POST", path, body, {"Content-Type": kind} if kind else {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()


def _memory_of(pid: str) -> Iterator[int]:
    """Of a process and all that came of it, as far as they have not ended meanwhile."""
    with contextlib.suppress(OSError):
        shares = re.search(r"^Pss: +(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        yield int(shares[1]) * 1024 if shares else 0
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _memory_of(child)


def environment(folder: Path) -> dict[str, str]:
    """Everything that the product writes goes below one folder."""
    return {
        "TRIVET_DATA": str(folder / "data"), "TMPDIR": str(folder / "tmp"),
        "DJANGO_SETTINGS_MODULE": "trivet.settings", **stores.pair(folder),
    }  # fmt: skip


def practice(folder: Path, *arguments: str, first: str = "") -> AbstractContextManager[Running]:
    """``trivet practice`` on a free port, ended without warning. ``first`` is Python to run before it."""
    return running(folder, "practice", *arguments, first=first)


@contextmanager
def running(folder: Path, what: str, *arguments: str, first: str = "") -> Iterator[Running]:
    """``trivet serve``, or ``practice``, likewise."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "log.txt"
    (folder / "tmp").mkdir(exist_ok=True)
    script = [str(Path(sys.executable).parent / "trivet")]
    if first:
        script = [sys.executable, "-c", f"{first}\nfrom trivet.cli import main\nmain()"]
    command = [*script, what, "--port", str(port), *arguments]
    with (
        log.open("w") as out,
        subprocess.Popen(
            command, env={**os.environ, **environment(folder)}, stdout=out, stderr=out, start_new_session=True
        ) as process,
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(url, process, log)
            accounts = [tuple(line.split("\t")) for line in log.read_text().splitlines() if line.count("\t") == 2]
            yield Running(url, accounts, log, process.pid)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=20)


def _wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url + "/healthz", timeout=5) as answer:  # noqa: S310
                assert answer.read() == b"ok"
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())
