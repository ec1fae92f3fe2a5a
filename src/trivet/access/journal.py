"""The journal: who did what, in a chain that shows when a link is changed, moved or missing.

What concerns a case is sealed to its holders; the chain binds a commitment to it, so that a
rotation may seal it anew. Sign-ins and the like are in clear: ids and times only.
"""

import json
import os
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trivet.models import HeadSignature, JournalEntry, JournalHead, Member, Restoration
from trivet.vault import Tampered, chain
from trivet.vault.chain import Chain
from trivet.vault.derive import same
from trivet.vault.envelope import seal, unseal
from trivet.vault.members import MemberKeys, signed_by


class Broken(Exception):
    """The journal is not what was written; the message says where."""


@dataclass(frozen=True)
class Line:
    """One thing somebody did with a case."""

    member: str
    what: str
    at: datetime


def write(case: uuid.UUID, key: bytes, *, what: str, member: str, at: datetime) -> None:
    """Add a line about a case, sealed under its key. Call inside the transaction it belongs to."""
    entry = uuid.uuid4()
    body = _body(what, member, at)
    _append(entry, body, seal(key, body, place=_place(entry)), case)


def write_open(*, what: str, member: Member, at: datetime) -> None:
    """Add a line that concerns no case."""
    body = _body(what, str(member.id), at)
    _append(uuid.uuid4(), body, body, None)


def write_restored(*, since: datetime, at: datetime) -> uuid.UUID:
    """Say that the stores came from backups of ``since``. Call inside a transaction; returns the entry's id."""
    entry = uuid.uuid4()
    body = json.dumps({"what": "restored", "member": "", "at": at.isoformat(), "since": since.isoformat()}).encode()
    _append(entry, body, body, None)
    return entry


def anchor_anew() -> None:
    """Remember the end of the journal as it is. Only for a restore, which the journal itself tells of."""
    if head := JournalHead.objects.first():
        chain.anchor(bytes(head.last))


def restored() -> list[tuple[datetime, datetime]]:
    """When the stores came from backups, and of when: from the lines that say so, not from their rows."""
    entries = JournalEntry.objects.filter(id__in=Restoration.objects.values("entry"))
    said = [json.loads(bytes(entry.body)) for entry in entries]
    times = ((datetime.fromisoformat(line["at"]), datetime.fromisoformat(line["since"])) for line in said)
    return sorted(times, reverse=True)


def lines(case: uuid.UUID, key: bytes) -> list[Line]:
    """What was done with a case, oldest first; raises ``Tampered`` for a changed line."""
    read: list[Line] = []
    here = Chain.here()
    for entry in JournalEntry.objects.filter(case=case).exclude(body=b""):
        body = unseal(key, entry.body, place=_place(entry.id))
        if not same(entry.commitment, here.commitment(bytes(entry.salt), body)):
            raise Tampered("not the line that the chain binds")
        fields = json.loads(body)
        read.append(Line(fields["member"], fields["what"], datetime.fromisoformat(fields["at"])))
    return sorted(read, key=lambda line: line.at)


def seal_anew(case: uuid.UUID, old_key: bytes, new_key: bytes) -> None:
    """Move a case's lines to a new key; the chain over them stays as it is."""
    here = Chain.here()
    for entry in JournalEntry.objects.filter(case=case).exclude(body=b""):
        try:
            body = unseal(old_key, entry.body, place=_place(entry.id))
        except Tampered:
            continue  # ``verify`` tells; a damaged line must not keep anybody from stepping back
        entry.body = seal(new_key, body, place=_place(entry.id))
        _stamp(here, entry)
        entry.save(update_fields=["body", "body_mac"])


def forget(case: uuid.UUID) -> None:
    """Empty a case's lines when their key is gone; what the chain keeps of them says nothing."""
    here = Chain.here()
    for entry in JournalEntry.objects.filter(case=case).exclude(body=b""):
        entry.body, entry.salt = b"", b""
        _stamp(here, entry)
        entry.save(update_fields=["body", "salt", "body_mac"])


def anchor() -> None:
    """Remember the end of the journal in the other store, after a transaction has ended.

    Only an end that leads back to the one remembered: of a journal that was cut, the evidence stays.
    The one remembered is asked for first: what is written meanwhile comes after it.
    """
    anchored, here = chain.anchored() or chain.START, Chain.here()
    head = JournalHead.objects.first()
    link = bytes(head.last) if head else anchored
    while link != anchored:
        entry = JournalEntry.objects.filter(mac=link).first()
        if entry is None or not same(entry.mac, _link(here, bytes(entry.previous), entry)):
            return
        link = bytes(entry.previous)
    if head:
        chain.anchor(bytes(head.last))


def sign_head(member: Member, keys: MemberKeys) -> None:
    """A member signs the end of the journal as they see it."""
    head = _last()
    HeadSignature.objects.create(identity=member.identity, head=head, signature=keys.sign(b"head", head))


def verify() -> int:
    """Check every link, the head, the anchor and the signatures. Returns how many; raises ``Broken``.

    Others may write meanwhile: what points into the journal is asked for before its entries, the head after them.
    """
    anchored, here = chain.anchored(), Chain.here()
    signatures = list(HeadSignature.objects.select_related("identity"))
    following: dict[bytes, JournalEntry] = {}
    for entry in JournalEntry.objects.iterator():
        if following.setdefault(bytes(entry.previous), entry) is not entry:
            raise Broken("two entries follow the same one")
    last, seen = chain.START, {chain.START}
    while last in following:
        last = _follow(here, last, following.pop(last))
        seen.add(last)
    if following:
        raise Broken("an entry is missing or out of its order")
    while _head(here) != last:
        written = JournalEntry.objects.filter(previous=last).first()  # while the others were looked at
        if written is None:
            raise Broken("the end of the journal is missing")
        last = _follow(here, last, written)
        seen.add(last)
    if anchored and anchored not in seen:
        raise Broken("the end of the journal was cut off")
    for signature in signatures:
        head = bytes(signature.head)
        if head not in seen or not signed_by(signature.identity.verify_with, signature.signature, b"head", head):
            raise Broken("a signed head is not in the journal")
    return len(seen) - 1


def is_whole() -> bool:
    """Whether the journal is what was written."""
    try:
        verify()
    except Broken:
        return False
    return True


def _follow(here: Chain, last: bytes, entry: JournalEntry) -> bytes:
    """Where an entry leads, if it is what was written there."""
    if not same(entry.mac, _link(here, last, entry)) or not same(entry.body_mac, _body_mac(here, entry)):
        raise Broken(f"entry {entry.id} was changed")
    return bytes(entry.mac)


def _append(entry_id: uuid.UUID, body: bytes, stored: bytes, case: uuid.UUID | None) -> None:
    here, previous, salt = Chain.here(), _last(), os.urandom(16)
    commitment = here.commitment(salt, body)
    entry = JournalEntry(id=entry_id, previous=previous, case=case, body=stored, salt=salt, commitment=commitment)
    _stamp(here, entry)
    entry.mac = _link(here, previous, entry)
    entry.save(force_insert=True)
    JournalHead.objects.update_or_create(pk=1, defaults={"last": entry.mac, "stamp": here.stamp(b"head", entry.mac)})


def _last() -> bytes:
    """Where to go on. A broken head is for ``verify`` to find: it must not stop a report."""
    head = JournalHead.objects.select_for_update().first()
    return bytes(head.last) if head else chain.START


def _head(here: Chain) -> bytes:
    head = JournalHead.objects.first()
    if head is None:
        return chain.START
    if not here.stamped(head.stamp, b"head", bytes(head.last)):
        raise Broken("the head was changed")
    return bytes(head.last)


def _link(here: Chain, previous: bytes, entry: JournalEntry) -> bytes:
    case = entry.case.bytes if entry.case else b""
    return here.link(previous, entry.id.bytes, case, bytes(entry.commitment))


def _stamp(here: Chain, entry: JournalEntry) -> None:
    """Bind what may be replaced to its entry."""
    entry.body_mac = _body_mac(here, entry)


def _body_mac(here: Chain, entry: JournalEntry) -> bytes:
    return here.stamp(entry.id.bytes, bytes(entry.salt), bytes(entry.body))


def _body(what: str, member: str, at: datetime) -> bytes:
    fields: dict[str, Any] = {"what": what, "member": member, "at": at.isoformat()}
    return json.dumps(fields).encode()


def _place(entry: uuid.UUID) -> tuple[str, ...]:
    return ("journal", str(entry))
