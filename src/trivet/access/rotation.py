"""Turning the keys of a case: everything sealed anew for those who remain, the old shares destroyed."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from trivet.models import HOLDERS, Case, Conflict, Entry, Grant, Identity, Member, Record
from trivet.models.entry import from_bytes, to_bytes
from trivet.vault import case_keys, shares
from trivet.vault.case_keys import Box
from trivet.vault.envelope import seal, unseal
from trivet.vault.shares import Scope

from . import ChangedMeanwhile, grants, holding, journal, parts, runs
from .attestation import Trust
from .cases import Due, OpenCase, set_clocks
from .intake import grant_to
from .ring import Ring, place_of
from .summary import Summary, seal_summary


class NobodyLeft(Exception):
    """The last holder cannot leave a case to nobody, nor to somebody who may not hold it."""


@dataclass(frozen=True)
class _Place:
    """One of the three places after the keys were turned; without keys it is only kept."""

    member: Member
    slot: int
    keys: Identity | None
    until_now: Identity
    waits: bool


def turn(
    case: OpenCase,
    *entries: Entry,
    going: Collection[Member] = (),
    joining: Collection[Member] = (),
    kept_from: Collection[Member] = (),
    taking: OpenCase | None = None,
    summary: Summary | None,
    clocks: list[Due] | None,
    did: str,
    seen: uuid.UUID | None = None,
    at: datetime,
) -> None:
    """Turn a case's keys in a holder's session: what went before opens nothing more.

    Grants are made again for everybody who may have one, to the keys they have now. ``going`` get none, nor
    do ``kept_from``, who have a conflict from now on: the reader who steps back, or others whom they exclude.
    ``joining`` get the free places. ``entries`` are filed for those who stay. Of a case that it is ``taking``
    in, the conversations come along; nothing else is left of it. Without ``summary`` and
    ``clocks`` the line in the list and the clocks stay, as for a case that is destroyed but for its
    outcome. ``seen`` is the revision that the page was made from, where one was shown.
    Raises ``NobodyLeft``, ``NoRoom``, or ``ChangedMeanwhile`` with nothing written. Steps: decide, retain.
    """
    row, old = case.case, case.ring
    if not set(joining) <= set(holding.free_members(case, at)) - set(kept_from):
        raise NobodyLeft
    trust = Trust()
    places = _places(row, trust, {*going, *kept_from}, joining, at)
    if not any(place.keys for place in places):
        raise NobodyLeft
    alive = [scope for scope in old.halves if old.has(scope)]
    theirs = taking.ring if taking else Ring({}, {})
    coming = [scope for scope in theirs.halves if theirs.has(scope)]
    new_key, new, version = _turn([*alive, *(scope for scope in coming if scope.name == "thread")])
    line, old_journal, kept = summary or case.line(), case.journal_key, "outcome" if case.destroyed else "work"
    with transaction.atomic():
        _lock(row, seen, *([taking.case] if taking else []))
        if not shares.all_left([*alive, *coming]):
            raise ChangedMeanwhile
        boxes, records = list(row.boxes.all()), list(row.records.all())
        if taking:
            boxes += taking.case.boxes.all()
            records += taking.case.records.filter(scope="thread")
        row.key_version, row.revision = version, uuid.uuid4()
        new_journal = new.key(row.scope(kept))
        row.summary = seal_summary(row, new.key(row.scope("outcome")), line)
        row.save()
        for record in records:
            mine = taking if taking and record.case_id == taking.case.id else case
            _seal_anew(record, row, mine, new)
        parts.move(row, old, row, new)
        if taking:
            parts.move(taking.case, theirs, row, new)
        for entry in entries:
            new.seal(entry, row.scope("work"), row.id).save(force_insert=True)
        if clocks is not None:
            set_clocks(row, clocks)
        for box in boxes:
            box.case = row
            if not new.has(box.scope):
                box.delete()  # destroyed already
                continue
            made = Box(bytes(box.public), bytes(box.wrapped_seed))
            box.sealed_half = case_keys.seal_half(new.halves[box.scope], made, box.scope)
            box.save(update_fields=["case", "sealed_half"])
        Grant.objects.filter(case=row).delete()
        Grant.objects.bulk_create(_grant(row, new_key, place, trust) for place in places)
        for member in kept_from:
            Conflict.objects.get_or_create(case=row, member=member)
        if taking:
            journal.forget(taking.case.id)
            Case.objects.filter(id=taking.case.id).delete()
        journal.seal_anew(row.id, old_journal, new_journal)
        journal.write(row.id, new_journal, what=did, member=case.by, at=at)
        runs.remember(runs.TURNED, at)  # a backup from before opens it to whoever may not any more
    shares.destroy(*alive, *coming)
    journal.anchor()


def _lock(row: Case, seen: uuid.UUID | None, *others: Case) -> None:
    """Let nobody else write to these meanwhile; raises ``ChangedMeanwhile``."""
    revisions = {row.id: seen or row.revision, **{other.id: other.revision for other in others}}
    rows = Case.objects.select_for_update().filter(id__in=revisions).order_by("id")
    if {one.id: one.revision for one in rows} != revisions:
        raise ChangedMeanwhile


def _places(
    case: Case, trust: Trust, leaving: Collection[Member], joining: Collection[Member], at: datetime
) -> list[_Place]:
    """Who has which place afterwards: those who may and stay, and new people on those that are free."""
    rows = grants.lawful(Grant.objects.filter(case=case), at).select_related("member", "identity").order_by("slot")
    staying = [row for row in rows if row.member not in leaving]
    places = [_Place(row.member, row.slot, _keys_of(row, trust), row.identity, row.waits) for row in staying]
    for member in joining:
        if len(places) == HOLDERS:
            raise holding.NoRoom
        slot = min({*range(1, HOLDERS + 1)} - {place.slot for place in places})
        keys = trust.check(member)
        places.append(_Place(member, slot, keys, keys, waits=True))
    return places


def _keys_of(row: Grant, trust: Trust) -> Identity | None:
    return trust.current[row.member.pk] if trust.includes(row.member) else None


def _grant(case: Case, key: bytes, place: _Place, trust: Trust) -> Grant:
    """A grant to the keys that somebody has now, or a place kept for those who wait for theirs."""
    if place.keys:
        made = grant_to(case, key, place.member, place.slot, trust)
    else:
        made = Grant(
            case=case, member=place.member, slot=place.slot, identity=place.until_now, key_version=case.key_version,
            sealed=b"",
        )  # fmt: skip
    made.waits = place.waits
    return made


def _turn(alive: list[Scope]) -> tuple[bytes, Ring, int]:
    """A new case key with new shares for the scopes that are still alive, in a version never used before.

    A turn that did not come to its end left shares of the next version behind: they are passed over.
    """
    case_key = case_keys.new_case_key()
    version = shares.next_version(*alive)
    pairs = {scope: Scope(scope.name, scope.subject, version) for scope in alive}
    try:
        made = shares.make(*pairs.values())
    except IntegrityError:
        raise ChangedMeanwhile from None  # somebody else turns them at this moment
    shares.inherit_dates(pairs)
    return case_key, Ring({scope: shares.half(case_key, scope) for scope in made}, made), version


def _seal_anew(record: Record, row: Case, case: OpenCase, new: Ring) -> None:
    """A record under the new keys; what a phone had sealed becomes what it says."""
    old = case.ring
    if not old.has(record.sealed_for):
        record.delete()  # destroyed already
        return
    payload = unseal(old.key(record.sealed_for), record.sealed, place=place_of(record))
    if case.unsealed:
        payload = to_bytes(case.unsealed.instead_of(from_bytes(payload)))
    record.case, record.key_version = row, row.key_version
    record.sealed = seal(new.key(record.sealed_for), payload, place=place_of(record))
    record.save(update_fields=["case", "key_version", "sealed"])
