"""PostgreSQL: its own dump in the custom format, put back in one transaction."""

import os
import subprocess
from pathlib import Path

from django.db import connections
from django.db.backends.postgresql.client import DatabaseClient

from .kinds import ALIASES, ID_OF, Unusable

_HEADER = b"PGDMP"


class PostgreSQL:
    """See ``Kind``. The programs come with PostgreSQL's client; a password goes to them by their environment."""

    def copy(self, store: str, to: Path) -> None:
        _run(store, "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={to}")

    def fits(self, file: Path) -> bool:
        with file.open("rb") as content:
            return content.read(len(_HEADER)) == _HEADER

    def identity(self, store: str, file: Path) -> bytes:
        """Out of the rows of one table, as the dump would write them; they go nowhere else."""
        table, _ = ID_OF[store]
        rows = _program("pg_restore", "--data-only", f"--table={table}", "--file=-", str(file)).splitlines()
        found = [row.split(b"\t") for row in rows if b"\\\\x" in row]
        values = [row[-1] for row in found if store == "main" or row[0] == b"installation id"]
        if not values:
            raise Unusable(f"{file.name} does not say which installation it belongs to.")
        return bytes.fromhex(values[0].decode().removeprefix("\\\\x"))

    def check(self, store: str, file: Path) -> None:
        _program("pg_restore", "--file=/dev/null", str(file))
        self.identity(store, file)

    def put_back(self, store: str, file: Path) -> None:
        """In one transaction: all or nothing. A table that the backup does not know of goes, too."""
        connection = connections[ALIASES[store]]
        with connection.cursor() as cursor:
            names = ", ".join(connection.ops.quote_name(name) for name in connection.introspection.table_names(cursor))
        connection.close()
        drop = f"DROP TABLE {names} CASCADE;\n" if names else ""
        script = drop.encode() + _program("pg_restore", "--no-owner", "--no-acl", "--file=-", str(file))
        _run(store, "psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", given=script)


def _run(store: str, program: str, *arguments: str, given: bytes = b"") -> None:
    settings = connections[ALIASES[store]].settings_dict
    [_, *where, name], environment = DatabaseClient.settings_to_cmd_args_env(settings, [])
    _program(program, *where, f"--dbname={name}", *arguments, environment=environment, given=given)


def _program(program: str, *arguments: str, environment: dict[str, str] | None = None, given: bytes = b"") -> bytes:
    """What a program wrote; its complaints may quote content, so they go nowhere."""
    try:
        done = subprocess.run(  # noqa: S603  (a fixed program; nothing comes from a page)
            [program, *arguments], env={**os.environ, **(environment or {})}, input=given, capture_output=True,
            check=True,
        )  # fmt: skip
    except FileNotFoundError:
        raise Unusable(f"{program} is not installed. On Debian, run: apt install postgresql-client") from None
    except subprocess.CalledProcessError as failed:
        raise Unusable(f"{program} failed with exit code {failed.returncode}.") from None
    return done.stdout
