"""A thief's own program: rows as they were copied, and words that somebody betrayed.

It asks nothing of who may what. It tries every word on every slot and box, every key that comes out of
that on every grant, every case key with every share, and what they make on everything that is sealed.
"""

from functools import cache, cached_property
from itertools import product
from typing import Any
from uuid import UUID

from tests.thieves.tools import back, half, joined, opened, stretch, unseal

from trivet.models import Case, Grant, JournalEntry, KeySlot, Part, Record, ReturnBox
from trivet.vault.models import Secret, Share
from trivet.vault.shares import Scope

OF = {"main": (KeySlot, Case, Grant, ReturnBox, Record, Part, JournalEntry), "keys": (Share, Secret)}
Row = dict[str, Any]
Copy = dict[str, list[Row]]
WITH_A_CODE = ((), ("and a code",))  # a second factor only names the place


def copy_of(store: str) -> Copy:
    """Every row of a store that a thief has use for, as it lies there."""
    return {model.__name__: [_plain(row) for row in model.objects.values()] for model in OF[store]}


def _plain(row: Row) -> Row:
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}


class Thief:
    """Somebody with copies of the stores, as many of each as they got, and words."""

    def __init__(self, copies: list[Copy], words: list[str]) -> None:
        self.copies, self.words = copies, words
        self.keys_of = cache(self.data_keys)

    def reads(self) -> set[bytes]:
        """Everything that opens, of every kind."""
        sealed = [(row, "record", [row["id"]]) for row in self.rows("Record")]
        sealed += [(row, "part", [row["attachment"], row["number"]]) for row in self.rows("Part")]
        found = {
            unseal(key, row["sealed"], kind, row["case_id"], *scope.place, *where)
            for row, kind, where in sealed
            for scope in [Scope(row["scope"], row["subject"], row["key_version"])]
            for key in self.keys_of(scope)
        }
        for case in self.rows("Case"):
            for key in self.keys_of(Scope("outcome", case["id"], case["key_version"])):
                found.add(unseal(key, case["summary"], "summary", case["id"], case["key_version"]))
        for line, version in product(self.rows("JournalEntry"), self.versions):
            if line["case"]:
                keys = (self.keys_of(Scope(name, line["case"], version)) for name in ("work", "outcome"))
                found |= {unseal(key, line["body"], "journal", line["id"]) for key in set().union(*keys)}
        return found - {None}

    def rows(self, table: str) -> list[Row]:
        """The rows of a table in all copies, each once."""
        return list({tuple(row.values()): row for copy in self.copies for row in copy.get(table, [])}.values())

    @cached_property
    def versions(self) -> set[int]:
        return {case["key_version"] for case in self.rows("Case")}

    @cached_property
    def seeds(self) -> set[bytes]:
        """Members' and reporters' seeds, by every word that is known."""
        found = {
            unseal(stretch(word, slot["salt"]), slot["wrapped"], "slot", slot["member_id"], slot["kind"], *more)
            for slot, word, more in product(self.rows("KeySlot"), self.words, WITH_A_CODE)
        }
        salts = [row["value"] for row in self.rows("Secret") if row["name"] == "return-code salt"]
        for box, word, salt in product(self.rows("ReturnBox"), self.words, salts):
            tag, key = back(word, salt)
            found.add(unseal(key, box["wrapped_seed"], "return box", tag.hex()))
        return found - {None}

    @cached_property
    def case_keys(self) -> set[bytes]:
        """What the grants hold, and whatever else the keys store has that could be a key."""
        about = {row["value"] for row in (*self.rows("Share"), *self.rows("Secret")) if len(row["value"]) == 32}
        grants = {
            opened(seed, row["sealed"], "grant", row["case_id"], row["member_id"], row["key_version"])
            for row, seed in product(self.rows("Grant"), self.seeds)
        }
        return (grants | about) - {None}

    def data_keys(self, scope: Scope) -> set[bytes]:
        """Every half with every share of that subject, of whatever version; and each of them alone."""
        boxes = {
            opened(seed, box["sealed_half"], "thread half", *scope.place)
            for box, seed in product(self.rows("ReturnBox"), self.seeds)
        }
        halves = ({half(key, scope) for key in self.case_keys} | boxes) - {None}
        shares = self.shares.get(scope.subject, set()) | {b"", bytes(32)}
        return halves | {joined(one, share, scope) for one, share in product(halves, shares)}

    @cached_property
    def shares(self) -> dict[UUID, set[bytes]]:
        found: dict[UUID, set[bytes]] = {}
        for row in self.rows("Share"):
            found.setdefault(row["subject"], set()).add(row["value"])
        return found
