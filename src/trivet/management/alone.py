"""One at a time: of any number of servers, one does what has to be done once."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

_LOCK = int.from_bytes(b"trivet")


@contextmanager
def alone() -> Iterator[bool]:
    """Whether nobody else is in here now. If so, nobody else comes in before this ends.

    The lock goes with whoever has it: killed, cut off from the store or done, they have it no more.
    """
    with _in_the_store() if connection.vendor == "postgresql" else _in_the_data_folder() as mine:
        yield mine


@contextmanager
def _in_the_store() -> Iterator[bool]:
    """The connection that the work is done on has the lock: both are lost together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
        mine = cursor.fetchone()[0]
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


@contextmanager
def _in_the_data_folder() -> Iterator[bool]:
    """SQLite's servers share a data folder."""
    with (Path(settings.DATA) / "ticking").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
