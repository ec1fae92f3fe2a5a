"""Turning the keys of a case: everything sealed anew for those who remain, the old shares destroyed."""

import uuid
from datetime import datetime

from django.db import IntegrityError, transaction

from trivet.models import Case, Conflict, Entry, Grant, Member, Record
from trivet.vault import case_keys, shares
from trivet.vault.case_keys import Box
from trivet.vault.envelope import seal, unseal
from trivet.vault.shares import Scope

from . import ChangedMeanwhile, holding, journal
from .cases import Due, OpenCase, set_clocks
from .intake import grant_to
from .ring import Ring, place_of
from .summary import Summary, seal_summary


class NobodyLeft(Exception):
    """The last holder cannot leave a case to nobody, nor to somebody who may not hold it."""


def step_back(
    case: OpenCase, leaving: Entry, *, stand_in: Member | None, summary: Summary, clocks: list[Due], at: datetime
) -> None:
    """Take the reader's grant away, in their own session: what they ever had opens nothing more.

    ``leaving`` is filed for those who stay; ``stand_in`` takes the free place.
    Raises ``NobodyLeft``, or ``ChangedMeanwhile`` with nothing written. Step: decide.
    """
    row, old = case.case, case.ring
    grants = Grant.objects.filter(case=row).select_related("member__attested_by")
    staying = [(grant.member, grant.slot) for grant in grants if grant.member != case.member]
    if stand_in:
        staying += [(stand_in, grant.slot) for grant in grants if grant.member == case.member]
    if not staying or (stand_in and stand_in not in holding.free_members(case, at)):
        raise NobodyLeft
    new_key, new, version = _turn(old)
    old_work = old.key(row.scope("work"))
    with transaction.atomic():
        if Case.objects.select_for_update().get(id=row.id).revision != row.revision:
            raise ChangedMeanwhile
        boxes, records = list(row.boxes.all()), list(row.records.all())
        row.key_version, row.revision = version, uuid.uuid4()
        new_work = new.key(row.scope("work"))
        row.summary = seal_summary(row, new.key(row.scope("outcome")), summary)
        row.save()
        for record in records:
            _seal_anew(record, old, new, version)
        new.seal(leaving, row.scope("work"), row.id).save(force_insert=True)
        set_clocks(row, clocks)
        for box in boxes:
            box.case = row
            if not new.has(box.scope):
                box.delete()  # destroyed already
                continue
            made = Box(bytes(box.public), bytes(box.wrapped_seed))
            box.sealed_half = case_keys.seal_half(new.halves[box.scope], made, box.scope)
            box.save(update_fields=["sealed_half"])
        Grant.objects.filter(case=row).delete()
        Grant.objects.bulk_create(grant_to(row, new_key, member, slot) for member, slot in staying)
        Conflict.objects.get_or_create(case=row, member=case.member)
        journal.seal_anew(row.id, old_work, new_work)
        journal.write(row.id, new_work, what="stepped back", member=case.by, at=at)
    shares.destroy(*(scope for scope in old.halves if old.has(scope)))
    journal.anchor()


def _turn(old: Ring) -> tuple[bytes, Ring, int]:
    """A new case key with new shares for the scopes that are still alive, in a version never used before.

    A turn that did not come to its end left shares of the next version behind: they are passed over.
    """
    case_key = case_keys.new_case_key()
    alive = [scope for scope in old.halves if old.has(scope)]
    version = shares.next_version(*alive)
    pairs = {scope: Scope(scope.name, scope.subject, version) for scope in alive}
    try:
        made = shares.make(*pairs.values())
    except IntegrityError:
        raise ChangedMeanwhile from None  # somebody else turns them at this moment
    shares.inherit_dates(pairs)
    return case_key, Ring({scope: shares.half(case_key, scope) for scope in made}, made), version


def _seal_anew(record: Record, old: Ring, new: Ring, version: int) -> None:
    if not old.has(record.sealed_for):
        record.delete()  # destroyed already
        return
    payload = unseal(old.key(record.sealed_for), record.sealed, place=place_of(record))
    record.key_version = version
    record.sealed = seal(new.key(record.sealed_for), payload, place=place_of(record))
    record.save(update_fields=["key_version", "sealed"])
