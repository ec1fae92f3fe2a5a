"""A wrong return code takes a while, and a few at once take longer; a right one never waits."""

import time
from threading import BoundedSemaphore

PAUSE = 0.7  # seconds
_few_at_once = BoundedSemaphore(4)


def wait() -> None:
    with _few_at_once:
        time.sleep(PAUSE)
