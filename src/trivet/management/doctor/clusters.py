"""PostgreSQL's two clusters: apart from each other, and forgetting what was deleted."""

from collections.abc import Iterator
from datetime import datetime

from django.db import connections

from . import Finding, bad, good, look, worse

_NAMES = {"default": "main", "keys": "keys"}
_DAY = 24 * 60 * 60


def apart(at: datetime, *, for_real: bool) -> Iterator[Finding]:
    """Whether somebody who takes one store along has to break into another place for the second."""
    if "sqlite" in {connections[alias].vendor for alias in _NAMES}:
        yield look(
            "SQLite, for practice only: both stores lie beside each other, and who takes one takes both.",
            "For a real event give DATABASE_URL and KEYS_DATABASE_URL two PostgreSQL clusters.",
        )
    elif len({_ask(alias, "SELECT system_identifier FROM pg_control_system()") for alias in _NAMES}) == 1:
        yield Finding(
            worse(for_real),
            "Both stores are in one PostgreSQL cluster: its files, its backups and its superuser have both.",
            "Make a second cluster, and restore a backup of the keys store into it.",
        )
    else:
        yield good("The stores are in two PostgreSQL clusters.")


def forgetting(at: datetime) -> Iterator[Finding]:
    """Whether deleted rows leave the write-ahead log within days, too."""
    for alias, name in _NAMES.items():
        if connections[alias].vendor == "postgresql":
            yield from _forgetting(alias, name)


def _forgetting(alias: str, name: str) -> Iterator[Finding]:
    every = int(_ask(alias, "SELECT setting FROM pg_settings WHERE name = 'archive_timeout'"))
    if _ask(alias, "SHOW wal_recycle") == "on" or not 0 < every <= _DAY:
        yield bad(
            f"The {name} store's log of changes may keep what was deleted for longer than seven days.",
            "In its postgresql.conf: wal_recycle = off and archive_timeout = 1h.",
        )
    else:
        yield good(f"The {name} store's log of changes forgets what was deleted.")
    if _ask(alias, "SHOW archive_mode") != "off":
        yield look(f"The {name} store's log of changes is archived.", "Delete what is older than six days from there.")


def _ask(alias: str, question: str) -> str:
    with connections[alias].cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])
