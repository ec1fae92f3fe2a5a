"""Which kind of database the tests run on, and a fresh pair of them for each server that a test starts."""

import contextlib
import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from clusters import programs

ALIASES = {"DATABASE_URL": "default", "KEYS_DATABASE_URL": "keys"}
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
    return {variable: _database(os.environ[variable], folder) for variable in ALIASES} if ON_POSTGRESQL else {}


def _database(url: str, folder: Path) -> str:
    import psycopg  # only those who run the tests on PostgreSQL need it

    name = f"folder_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
    with connected(url) as connection, contextlib.suppress(psycopg.errors.DuplicateDatabase):
        connection.execute(f"CREATE DATABASE {name}")
    return f"{url.rpartition('/')[0]}/{name}"


def connected(url: str, *, user: str = "trivet"):
    """A connection of one's own to where a URL of ours points."""
    import psycopg

    folder, name = _place(url)
    return psycopg.connect(host=folder, dbname=name, user=user, autocommit=True)


def _place(url: str) -> tuple[str, str]:
    """The folder with a cluster's socket and files, and the name of a database."""
    folder, _, name = url.partition("@/")[2].rpartition("/")
    return folder, name


def here() -> dict[str, str]:
    """What another process finds the very stores of this test by."""
    return {variable: _url(connections[alias].settings_dict) for variable, alias in ALIASES.items()}


def _url(settings: dict) -> str:
    if not ON_POSTGRESQL:
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql://trivet@/{settings['HOST']}/{settings['NAME']}"


def of(folder: Path) -> list[Path]:
    """The files that hold the stores of a server with this data folder."""
    if not ON_POSTGRESQL:
        return list((folder / "data").glob("*sqlite3*"))
    return [file for url in pair(folder).values() for file in _cluster(url, but_for_others=True)]


def below(folder: Path) -> list[Path]:
    """Every file that such a server has written, its stores included.

    PostgreSQL compresses what is long, in a way of its own: a dump has it as it is.
    """
    for number, url in enumerate(pair(folder).values()):
        place, name = _place(url)
        dumped = [programs() / "pg_dump", "--host", place, "--username=postgres", "--inserts", name]
        with (folder / f"dump{number}.sql").open("wb") as dump:
            subprocess.run(dumped, stdout=dump, check=True)
    return list({file for file in folder.rglob("*") if file.is_file()} | set(of(folder)))


@contextlib.contextmanager
def without_keys(folder: Path) -> Iterator[None]:
    """While the keys store of such a server is out of its reach."""
    if ON_POSTGRESQL:
        cluster, _, name = pair(folder)["KEYS_DATABASE_URL"].rpartition("/")
        with connected(f"{cluster}/postgres", user="postgres") as operator:
            operator.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
            operator.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            yield
            operator.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        return
    keys = folder / "data" / "keys.sqlite3"
    away = keys.rename(keys.with_suffix(".away"))
    yield
    keys.unlink(missing_ok=True)
    away.rename(keys)


def files_with(content: bytes) -> list[str]:
    """The files of both stores that have these bytes in them, once everything has reached its place on the disk.

    For PostgreSQL that is the cluster's whole folder, its write-ahead log included.
    """
    urls = here().values()
    files = [_cluster(url) if ON_POSTGRESQL else [Path(url.removeprefix("sqlite:///"))] for url in urls]
    return [str(file) for some in files for file in some if _has(file, content)]


def _cluster(url: str, *, but_for_others: bool = False) -> list[Path]:
    """All of a cluster's files, once everything has reached them; without the tables of other databases, if so said."""
    with connected(url, user="postgres") as operator:
        operator.execute("SELECT pg_switch_wal()")
        operator.execute("CHECKPOINT")
        [(own,)] = operator.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchall()
    cluster = Path(_place(url)[0])
    others = {path for path in (cluster / "base").iterdir() if but_for_others and path.name != str(own)}
    return [path for path in cluster.rglob("*") if path.is_file() and path.parent not in others]


def _has(file: Path, content: bytes) -> bool:
    try:
        return content in file.read_bytes()
    except FileNotFoundError:  # PostgreSQL let go of it just now
        return False
