"""The kinds of store that can be copied and put back; both know the same five things."""

from pathlib import Path
from typing import Protocol

from django.db import connections

ALIASES = {"main": "default", "keys": "keys"}


class Unusable(Exception):
    """A backup that cannot be made or used; the message is a sentence without content."""


class Kind(Protocol):
    """How one database system is copied. ``store`` is main or keys."""

    def copy(self, store: str, to: Path) -> None:
        """Write a consistent copy, while the server runs."""

    def fits(self, file: Path) -> bool:
        """Whether the file is of this kind."""

    def identity(self, store: str, file: Path) -> bytes:
        """Which installation the copy belongs to, read out of the copy; raises ``Unusable``."""

    def check(self, store: str, file: Path) -> None:
        """Read the whole copy back; raises ``Unusable``."""

    def put_back(self, store: str, file: Path) -> None:
        """Make the copy the store, in place of whatever was there."""


def kind_of(store: str) -> Kind:
    """What the settings say this store is."""
    from . import postgresql, sqlite  # each looks at its own settings only when it is used

    vendor = connections[ALIASES[store]].vendor
    return postgresql.PostgreSQL() if vendor == "postgresql" else sqlite.SQLite()


ID_OF = {
    "main": ("trivet_installation", "SELECT identity FROM trivet_installation"),
    "keys": ("vault_secret", "SELECT value FROM vault_secret WHERE name = 'installation id'"),
}
