"""Deleted means gone from the files, too. SQLite overwrites what it deletes; PostgreSQL has to be told.

PostgreSQL's plain vacuum only marks bytes as free; they stay where they are until something else
needs the room. So the tables are written anew, and their old files deleted.
"""

import logging
import time
from datetime import datetime, timedelta

from django.db import OperationalError, connections
from django.db.backends.utils import CursorWrapper

from trivet.access import runs
from trivet.vault import shares

log = logging.getLogger("trivet.tick")

OFTEN = timedelta(days=1)  # for what a transaction was still looking at, or was deleted without its share
PATIENCE = "2s"  # so long a table may keep us waiting, and people wait behind us; otherwise in a minute
ROUNDS, A_ROUND = 20, 0.1  # so often, and so many seconds apart, is looked whether earlier transactions have ended
_TAKEN = "55P03"  # PostgreSQL's number for a lock that was not to be had in time
_SAMPLED = """
    SELECT attrelid::regclass::text, quote_ident(attname) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relkind = 'r' AND relnamespace = current_schema::regnamespace
      AND atttypid = 'bytea'::regtype AND attstattarget IS DISTINCT FROM 0
"""


def vacuum(at: datetime) -> None:
    """Write every table anew when something was destroyed since, and once a day."""
    mark, last = shares.left_traces(), runs.last(runs.VACUUMED)
    if mark is None and last and at - last < OFTEN:
        return
    for alias in connections:
        if connections[alias].vendor == "postgresql" and not _write_anew(alias):
            return log.info("vacuum-later")
    runs.remember(runs.VACUUMED, at)
    if mark:
        shares.no_traces(mark)


def take_no_samples(alias: str) -> None:
    """PostgreSQL keeps samples of each column to plan by, where no vacuum reaches. None of sealed bytes or shares."""
    if connections[alias].vendor != "postgresql":
        return
    with connections[alias].cursor() as cursor:
        cursor.execute(_SAMPLED)
        for table, column in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")


def _write_anew(alias: str) -> bool:
    """Whether every table was: not while somebody is at one of them for long."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        tables = ", ".join(connection.ops.quote_name(name) for name in connection.introspection.table_names(cursor))
        if not _earlier_ones_have_ended(cursor):
            return False
        cursor.execute(f"SET lock_timeout = '{PATIENCE}'")
        try:
            cursor.execute(f"VACUUM (FULL) {tables}")
        except OperationalError as problem:
            if getattr(problem.__cause__, "sqlstate", "") != _TAKEN:
                raise
            return False
        finally:
            cursor.execute("RESET lock_timeout")
    return True


def _earlier_ones_have_ended(cursor: CursorWrapper) -> bool:
    """For a transaction that began before a row was deleted, PostgreSQL writes that row anew with the others."""
    cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")
    (newest,) = cursor.fetchone()
    for _ in range(ROUNDS):
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot()) >= %s::xid8", [newest])
        if cursor.fetchone()[0]:
            return True
        time.sleep(A_ROUND)
    return False
