"""A key ring: from one case key to the data keys of its scopes, with the shares that are left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from trivet.models import Entry, Record
from trivet.models.entry import InConversation, from_bytes, to_bytes
from trivet.vault import Tampered, shares
from trivet.vault.envelope import seal, unseal
from trivet.vault.shares import Scope


@dataclass(frozen=True, repr=False)
class Ring:
    """Halves and shares in one hand: what opens and seals the records of some scopes."""

    halves: dict[Scope, bytes]
    shares: dict[Scope, bytes]

    @classmethod
    def of_case(cls, case_key: bytes, scopes: Iterable[Scope]) -> "Ring":
        """The ring of a holder: every half from the case key, the shares from the keys store."""
        wanted = list(scopes)
        return cls({scope: shares.half(case_key, scope) for scope in wanted}, shares.find(wanted))

    def key(self, scope: Scope) -> bytes:
        """A scope's data key; raises ``Destroyed`` when its share is gone."""
        return shares.data_key(self.halves[scope], scope, self.shares)

    def has(self, scope: Scope) -> bool:
        return scope in self.halves and scope in self.shares

    def seal(self, entry: Entry, scope: Scope, case_id: UUID) -> Record:
        """An entry as a record, sealed to its place; not saved yet."""
        record = Record(case_id=case_id, scope=scope.name, subject=scope.subject, key_version=scope.version)
        record.sealed = seal(self.key(scope), to_bytes(entry), place=place_of(record))
        return record

    def unseal(self, records: Iterable[Record]) -> list[Entry]:
        """The entries of those records whose share is left; raises ``Tampered`` for a changed one."""
        keys = {scope: self.key(scope) if self.has(scope) else None for scope in self.halves}
        return [
            _placed(from_bytes(payload), record)
            for record in records
            if (payload := _payload(record, keys)) is not None
        ]


def _payload(record: Record, keys: dict[Scope, bytes | None]) -> bytes | None:
    if record.sealed_for not in keys:
        raise Tampered("a record of another case or version")
    key = keys[record.sealed_for]
    return unseal(key, record.sealed, place=place_of(record)) if key else None


def _placed(entry: Entry, record: Record) -> Entry:
    """What lies in a conversation belongs to it, whatever was written when there was only one."""
    if isinstance(entry, InConversation) and record.scope == "thread":
        return replace(entry, conversation=str(record.subject))  # type: ignore[call-arg]  # an Entry of that kind
    return entry


def place_of(record: Record) -> tuple[str, ...]:
    """Where a record lies: moved anywhere else it does not open."""
    return ("record", str(record.case_id), *record.sealed_for.place, str(record.id))
