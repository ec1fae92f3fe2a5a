"""What a sealed record holds: entries, each a dated thing that somebody did.

A case file is nothing but its entries in order; every state is derived from them.
"""

import json
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from cattrs.preconf.json import make_converter

SCHEMA = 1
REPORTER = "reporter"

_converter = make_converter()
_kinds: dict[str, type["Entry"]] = {}


class UnknownEntry(Exception):
    """A record was written by a newer Trivet, or is not an entry."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Somebody (a member's id, or "reporter") did something at a time (aware, UTC).

    ``during`` says whether the event was running; it fixes which clocks apply. ``against`` says
    why something already done was not done as the procedure asks, if so.
    """

    kind: ClassVar[str]
    scope: ClassVar[str] = "work"

    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    by: str
    at: datetime
    during: bool
    against: str = ""

    def __init_subclass__(cls) -> None:
        _kinds[cls.kind] = cls


@dataclass(frozen=True, kw_only=True)
class InConversation:
    """What belongs to one reporter's conversation; with none named, to that of the case's first report."""

    conversation: str = ""


def to_bytes(entry: Entry) -> bytes:
    """An entry as the payload of a record."""
    return json.dumps({"schema": SCHEMA, "kind": entry.kind, **_converter.unstructure(entry)}).encode()


def from_bytes(payload: bytes) -> Entry:
    """The entry in a payload; raises ``UnknownEntry``."""
    fields: dict[str, Any] = json.loads(payload)
    if fields.pop("schema") > SCHEMA or fields["kind"] not in _kinds:
        raise UnknownEntry(fields["kind"])
    return _converter.structure(fields, _kinds[fields.pop("kind")])
