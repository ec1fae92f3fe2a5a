"""Which kind of database the tests run on, and a fresh pair of them for each server that a test starts."""

import hashlib
import os
from pathlib import Path

import pytest

VARIABLES = ("DATABASE_URL", "KEYS_DATABASE_URL")
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgresql:")


def only_sqlite(because: str) -> pytest.MarkDecorator:
    """For what exists with SQLite alone; its counterpart has to be named."""
    return pytest.mark.skipif(ON_POSTGRESQL, reason=because)


def only_postgresql(because: str) -> pytest.MarkDecorator:
    """For what exists with PostgreSQL alone; its counterpart has to be named."""
    return pytest.mark.skipif(not ON_POSTGRESQL, reason=because)


def pair(folder: Path) -> dict[str, str]:
    """What a server with this data folder finds its stores by; the same folder has the same pair.

    SQLite's files lie in the folder anyway. On PostgreSQL each folder gets a database in either cluster.
    """
    return {variable: _database(os.environ[variable], folder) for variable in VARIABLES} if ON_POSTGRESQL else {}


def _database(url: str, folder: Path) -> str:
    import psycopg  # only those who run the tests on PostgreSQL need it

    name = f"folder_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
    with connected(url) as connection:
        try:
            connection.execute(f"CREATE DATABASE {name}")
        except psycopg.errors.DuplicateDatabase:
            pass
    return f"{url.rpartition('/')[0]}/{name}"


def connected(url: str, *, user: str = "trivet"):
    """A connection of one's own to where a URL of ours points."""
    import psycopg

    folder, _, name = url.partition("@/")[2].rpartition("/")
    return psycopg.connect(host=folder, dbname=name, user=user, autocommit=True)
