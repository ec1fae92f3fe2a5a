"""Which store a model lives in."""

from typing import Any

KEYS = "keys"


class TwoStores:
    """The vault's models live in the keys store, everything else in the main store."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return KEYS if model._meta.app_label == "vault" else "default"

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return one._meta.app_label == other._meta.app_label

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == KEYS) == (app_label == "vault")
