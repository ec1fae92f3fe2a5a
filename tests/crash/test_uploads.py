"""A real server and three hundred files that were made to do harm: none does, and nothing of what they hide stays."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.crash.ugly import files
from tests.story.test_nothing_in_clear import UNSEALED

import stores
from canaries import canary, found_in
from server import Running, practice

MOST_MEMORY = 300 * 1024 * 1024
AT_ONCE = 4


@contextmanager
def watched(server: Running):
    """The most memory that the server and its processes have had, looked at again and again."""
    most, done = [server.memory], threading.Event()

    def look() -> None:
        while not done.wait(0.02):
            most.append(max(server.memory, most.pop()))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield most
    finally:
        done.set()
        watcher.join()


def sent(server: Running, name: str, content: bytes, said: str) -> int:
    """What a report with this file is answered with."""
    return server.upload("/practice/report/", {"what_happened": said}, {"attachments": (name, content)})[0]


def test_three_hundred_harmful_files_do_no_harm_and_leave_nothing(tmp_path: Path) -> None:
    """Without the seal: what a file had hidden would be found in the stores, as the account is."""
    hidden, name, said = canary("hidden"), canary("name"), canary("said")
    with practice(tmp_path, first=UNSEALED) as server, watched(server) as most, ThreadPoolExecutor(AT_ONCE) as pool:
        tried = [(kind, pool.submit(sent, server, f"{name}.jpg", content, said)) for kind, content in files(hidden)]
        answers = [(kind, answer.result()) for kind, answer in tried]
        assert [answer for answer in answers if answer[1] not in (200, 422)] == []
        kept = [kind for kind, status in answers if status == 200]
        assert 50 < len(kept) < 250
        assert "of another kind" not in kept
        there = found_in(stores.below(tmp_path), [hidden, name, said])
        assert {word for _, word, _ in there} == {said}
        assert "page-failed" not in server.log.read_text()
        assert most[0] < MOST_MEMORY
