"""A wrong return code takes a while; a few at a time, so that nobody else waits for a free hand.

Nothing rests on the pause: a code has 90 random bits.
"""

import time
from threading import BoundedSemaphore

PAUSE = 0.7  # seconds
_few_at_once = BoundedSemaphore(4)


def wait() -> None:
    if _few_at_once.acquire(blocking=False):
        try:
            time.sleep(PAUSE)
        finally:
            _few_at_once.release()
