"""SQLite: a compact copy made by SQLite itself, put back by renaming."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connections

from .kinds import ALIASES, ID_OF, Unusable

_HEADER = b"SQLite format 3\0"


class SQLite:
    """See ``Kind``."""

    def copy(self, store: str, to: Path) -> None:
        """A copy without the pages that are free: what was deleted is not in it."""
        with connections[ALIASES[store]].cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(to)])

    def fits(self, file: Path) -> bool:
        with file.open("rb") as content:
            return content.read(len(_HEADER)) == _HEADER

    def identity(self, store: str, file: Path) -> bytes:
        try:
            with closing(_opened(file)) as copy:
                row = copy.execute(ID_OF[store][1]).fetchone()
        except sqlite3.Error:
            raise Unusable(f"{file.name} is not a backup of the {store} store.") from None
        if row is None:
            raise Unusable(f"{file.name} does not say which installation it belongs to.")
        return bytes(row[0])

    def check(self, store: str, file: Path) -> None:
        try:
            with closing(_opened(file)) as copy:
                whole = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        except sqlite3.Error:
            whole = False
        if not whole:
            raise Unusable(f"{file.name} cannot be read back whole.")
        self.identity(store, file)

    def put_back(self, store: str, file: Path) -> None:
        """Beside the store first, then in its place: there is a whole one at every moment."""
        connection = connections[ALIASES[store]]
        connection.close()
        target = Path(connection.settings_dict["NAME"])
        beside = target.with_name(f"{target.name}.restoring")
        shutil.copyfile(file, beside)
        beside.chmod(0o600)
        with beside.open("rb") as content:
            os.fsync(content.fileno())
        for leftover in ("-journal", "-wal", "-shm"):  # of the store that was there: it would be played into this one
            target.with_name(target.name + leftover).unlink(missing_ok=True)
        beside.rename(target)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
