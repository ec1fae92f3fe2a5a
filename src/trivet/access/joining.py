"""Several reports, one case: a report's conversation moves to another case, and back to one of its own.

Crash-safe like a turn of keys: new shares first, then one transaction, then the old shares go. What of them
a crash leaves is destroyed by the next sweep: it is followed by newer ones, or its day has come.
"""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from trivet.models import Case, Conflict, Entry, Grant, Record, ReturnBox
from trivet.vault import case_keys, shares
from trivet.vault.case_keys import Box
from trivet.vault.shares import Scope

from . import ChangedMeanwhile, holding, journal, parts, rotation
from .attestation import Trust
from .cases import Due, OpenCase, set_clocks
from .intake import grant_to
from .ring import Ring
from .summary import Summary, seal_summary


def join(case: OpenCase, other: OpenCase, *entries: Entry, **turned: Any) -> None:
    """Turn the keys of ``case`` and take in the conversations of ``other``, of which nothing else is left.

    ``entries`` are what is filed of its account; the rest as for ``rotation.turn``, with the same errors.
    """
    own = [scope for scope in other.ring.halves if scope.name != "thread" and other.ring.has(scope)]
    shares.destroy_on(turned["at"], *own)  # an open case is never destroyed; once it is no case any more, it is due
    try:
        rotation.turn(case, *entries, taking=other, **turned)
    except Exception:
        shares.destroy_on(None, *own)
        raise


def part(
    case: OpenCase,
    conversation: str,
    *entries: Entry,
    moved: Collection[str],
    into: Sequence[Entry],
    line: Summary,
    due: list[Due],
    summary: Summary,
    clocks: list[Due],
    seen: uuid.UUID | None,
    at: datetime,
) -> Case:
    """Give a conversation a case of its own, with ``into`` as its entries, ``line`` and ``due`` for the list.

    ``moved`` are the entries that this case has no longer; ``entries`` are filed in it. The same members hold the
    new case, and the same have a conflict with it. Raises ``ChangedMeanwhile`` with nothing written.
    """
    box = ReturnBox.objects.select_related("case").filter(id=conversation, case=case.case).first()
    if box is None or not case.ring.has(box.scope):
        raise ChangedMeanwhile
    old, key = box.scope, case_keys.new_case_key()
    new = Case(event=case.case.event, key_version=shares.next_version(old))
    scopes = [new.scope("work"), new.scope("outcome"), Scope("thread", box.id, new.key_version)]
    made = shares.make(*scopes)
    ring = Ring({scope: shares.half(key, scope) for scope in scopes}, made)
    new.summary = seal_summary(new, ring.key(scopes[1]), line)

    def move() -> None:
        trust = Trust()
        new.save(force_insert=True)
        holders = enumerate(case.holders, start=1)
        Grant.objects.bulk_create(grant_to(new, key, holder, slot, trust) for slot, holder in holders)
        Conflict.objects.bulk_create(Conflict(case=new, member=member) for member in holding.kept_from(case))
        for record in case.case.records.exclude(scope="outcome"):
            _move(record, case.ring, new, ring, old, moved)
        going = [entry for entry in case.file.entries if entry.id in moved]
        parts.move(case.case, case.ring, new, ring, only=[one.id for _, one in parts.named_by(going)])
        Record.objects.bulk_create(ring.seal(entry, new.scope("work"), new.id) for entry in into)
        box.case = new
        box.sealed_half = case_keys.seal_half(ring.halves[scopes[2]], _as_made(box), scopes[2])
        box.save(update_fields=["case", "sealed_half"])
        set_clocks(new, due)
        journal.write(new.id, ring.key(scopes[0]), what="parted a report", member=case.by, at=at)

    case.commit(*entries, summary=summary, clocks=clocks, did="parted a report", seen=seen, at=at, also=move)
    shares.destroy(old)
    return new


def _move(record: Record, old: Ring, new: Case, ring: Ring, conversation: Scope, moved: Collection[str]) -> None:
    """What was said in the conversation goes along; of the rest, what came with its report leaves."""
    for entry in old.unseal([record]):
        if record.sealed_for == conversation:
            ring.seal(entry, Scope("thread", conversation.subject, new.key_version), new.id).save(force_insert=True)
            record.delete()
        elif entry.id in moved:
            record.delete()


def _as_made(box: ReturnBox) -> Box:
    return Box(bytes(box.public), bytes(box.wrapped_seed))
