"""What a telephone sealed where there was no network: the keys it seals to, and the first opening.

A telephone seals to the same members as the server would, but can compare no names. So whatever
it says counts from the first opening on, in a holder's session.
"""

import json
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from trivet.models import Entry, Event, Member, Membership
from trivet.models.report import Envelope, Report
from trivet.vault import Tampered, phones

from .attestation import Trust
from .unlocked import Unlocked

KEPT_BY_US = {"code_name", "taken_down_by"}  # what no telephone says of itself
SAID = {f.name for f in fields(Report) if f.type is str} - {f.name for f in fields(Entry)} - KEPT_BY_US
RELATIONS = ("me", "saw", "told")  # what may be owed to whom depends on it


@dataclass(frozen=True, repr=False)
class Unsealed:
    """What was in an envelope: the report, whom it leaves out, and when it was written."""

    report: Report
    leave_out: list[str]
    written_at: datetime | None

    def instead_of(self, entry: Entry) -> Entry:
        """The report in place of its envelope; any other entry as it is."""
        return self.report if entry.id == self.report.id else entry


def keys(people: Iterable[Membership]) -> dict[Member, bytes]:
    """What a telephone may seal to: the attested keys of each, in their order; raises ``NotAttested``."""
    trust = Trust()
    return {one.member: phones.public_part(trust.check(one.member).seal_to) for one in people}


def unseal(entries: list[Entry], reader: Unlocked, event: Event) -> tuple[Unsealed | None, list[Entry]]:
    """Entries as a reader may read them: an envelope that opens with their keys is the report in it."""
    found = next((entry for entry in entries if isinstance(entry, Envelope)), None)
    unsealed = _open(found, reader, event) if found else None
    return unsealed, [unsealed.instead_of(entry) for entry in entries] if unsealed else entries


def _open(envelope: Envelope, reader: Unlocked, event: Event) -> Unsealed | None:
    """None for what is not sealed to the reader, or is no report."""
    member = str(reader.member.id)
    try:
        part = b64decode(envelope.parts[member])
        said: dict[str, Any] = json.loads(phones.open_sealed(reader.keys, part, event=event.slug, member=member))
        return _read(envelope, said)
    except (KeyError, ValueError, TypeError, AttributeError, Tampered):
        return None


def _read(envelope: Envelope, said: dict[str, Any]) -> Unsealed:
    account = {name: said[name] for name in SAID if isinstance(said.get(name), str)}
    if not account["what_happened"].strip():
        raise ValueError("nothing was written")
    if account.get("relation") not in RELATIONS:
        account["relation"] = ""
    if envelope.taken_down_by:
        account["helper"] = ""
    elif account.get("helper"):
        account["helper"] = envelope.helper_called.format(name=account["helper"])
    else:
        account["helper"] = envelope.helper
    ours = {f.name: getattr(envelope, f.name) for f in fields(Report)}
    leave_out = [str(member) for member in said.get("leave_out", [])]
    return Unsealed(Report(**ours | account), leave_out, _moment(said.get("written_at")))


def _moment(said: Any) -> datetime | None:
    """A time, as far as a telephone told one."""
    try:
        moment = datetime.fromisoformat(said)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None
