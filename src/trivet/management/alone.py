"""One at a time: of any number of servers, one does what has to be done once."""

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection


@contextmanager
def alone(job: str) -> Iterator[bool]:
    """Whether nobody else is at this job now. If so, nobody else comes to it before this ends.

    The lock goes with whoever has it: killed, cut off from the store or done, they have it no more.
    Nobody waits for it: whoever waits in PostgreSQL keeps it from forgetting.
    """
    with _in_the_store(job) if connection.vendor == "postgresql" else _in_the_data_folder(job) as mine:
        yield mine


@contextmanager
def _in_the_store(job: str) -> Iterator[bool]:
    """The connection that the work is done on has the lock: both are lost together."""
    number = zlib.crc32(f"trivet {job}".encode())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        mine = cursor.fetchone()[0]
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


@contextmanager
def _in_the_data_folder(job: str) -> Iterator[bool]:
    """SQLite's servers share a data folder."""
    with (Path(settings.DATA) / f"{job}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
