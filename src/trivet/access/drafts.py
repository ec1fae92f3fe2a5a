"""What a holder began to write on a page of a case: kept for them alone, a day at most, and never longer than the case.

Its key takes the member's own keys and those of the case: turned, or destroyed, they take the draft with them.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from trivet.models import Draft, Grant
from trivet.vault import Tampered, VaultError
from trivet.vault.drafts import draft_key, draft_tag
from trivet.vault.envelope import seal, unseal

from . import Denied, grants
from .cases import OpenCase, work_key
from .unlocked import Unlocked

KEPT = timedelta(days=1)


@dataclass(frozen=True, repr=False)
class Begun:
    """A draft as it was left, by the names of the fields."""

    at: datetime
    fields: dict[str, list[str]]


def keep(reader: Unlocked, case_id: UUID, page: str, fields: dict[str, list[str]], *, at: datetime) -> None:
    """Put it in the place of what was there. Raises ``Denied`` for everybody who does not hold the case.

    Nothing of the case is read, so nothing is written into its journal.
    """
    mine = grants.opening(Grant.objects.filter(member=reader.member, case=case_id), at)
    grant = mine.select_related("case").first()
    if grant is None:
        raise Denied
    try:
        key = draft_key(reader.keys, work_key(reader, grant))
    except VaultError:
        raise Denied from None  # nothing is left to write in
    tag = draft_tag(reader.keys, page)
    sealed = seal(key, json.dumps({"schema": 1, "fields": fields}).encode(), place=_place(tag))
    Draft.objects.update_or_create(tag=tag, defaults={"sealed": sealed, "at": at})


def find(case: OpenCase, page: str, *, at: datetime) -> Begun | None:
    """What the reader had begun on a page, if it is still there."""
    tag = draft_tag(case.reader.keys, page)
    row = Draft.objects.filter(tag=tag, at__gt=at - KEPT).first()
    if row is None or case.destroyed:
        return None
    try:
        payload = unseal(
            draft_key(case.reader.keys, case.ring.key(case.case.scope("work"))), row.sealed, place=_place(tag)
        )
    except Tampered:
        return None  # the case's keys were turned since
    return Begun(row.at, json.loads(payload)["fields"])


def drop(reader: Unlocked, page: str) -> None:
    """It was sent, or is not wanted."""
    Draft.objects.filter(tag=draft_tag(reader.keys, page)).delete()


def forget(at: datetime) -> None:
    """Nothing is kept for longer than a day."""
    Draft.objects.filter(at__lte=at - KEPT).delete()


def _place(tag: bytes) -> tuple[str, ...]:
    return ("draft", tag.hex())
