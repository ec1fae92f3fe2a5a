"""Who takes cases over, and with whom they said to have a conflict: sealed to those who hand them over."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from trivet.models import HOLDING, Declaration, Event, Grant, Member, Membership
from trivet.vault import Tampered, VaultError
from trivet.vault.envelope import seal, unseal
from trivet.vault.members import seal_to, signed_by

from . import Denied, cases, grants, holding, journal
from .attestation import NotAttested, Trust
from .cases import OpenCase
from .unlocked import Unlocked

LASTS = timedelta(days=30)
AT_ONCE = 10  # so many cases are shown on one page
READ = "opened to hand over"

Declared = dict[Member, list[str]]  # names of people, by who has a conflict with them


@dataclass(frozen=True)
class Hands:
    """Some of the cases in somebody's hands, how many of those do not open, and how many come after ``last``.

    ``unopened`` were sealed on a phone: their own page compares names first.
    """

    cases: list[OpenCase]
    damaged: int
    last: UUID | None
    after: int
    unopened: int = 0


def declare(who: Unlocked, event: Event, *, names: list[str], at: datetime) -> None:
    """Keep with whom somebody has a conflict, for each who may hand them a case. Step: prepare."""
    key, payload = os.urandom(32), json.dumps({"schema": 1, "names": names}).encode()
    trust, lasting = Trust(), Membership.objects.filter(Membership.lasting(at), event=event, role__in=HOLDING)
    readers = [row.member for row in lasting.exclude(member=who.member).select_related("member")]
    rows = []
    for reader in (trust.check(member) for member in readers if trust.includes(member)):
        place = _place(event.pk, who.member.pk, reader.pk)
        sealed = seal(key, payload, place=place)
        rows.append(
            Declaration(
                event=event, member=who.member, reader=reader, at=at, sealed=sealed,
                wrapped_key=seal_to(reader.public.seal_to, key, place=place),
                signature=who.keys.sign(*_statement(place, sealed)),
            )
        )  # fmt: skip
    with transaction.atomic():
        Declaration.objects.filter(event=event, member=who.member).delete()
        Declaration.objects.bulk_create(rows)
        journal.write_open(what="declared conflicts before a handover", member=who.member, at=at)
    journal.anchor()


def declared_at(member: Member, event: Event, *, at: datetime) -> datetime | None:
    """When somebody last said so, if that still counts."""
    return _lasting(event, at).filter(member=member).values_list("at", flat=True).first()


def declared(reader: Unlocked, event: Event, *, at: datetime) -> Declared:
    """With whom each who takes over has a conflict, as far as it was sealed to the reader and is signed."""
    trust, found = Trust(), Declared()
    for row in _lasting(event, at).filter(reader=reader.member.identity).select_related("member"):
        with suppress(NotAttested, VaultError):
            found[row.member] = _names(reader, row, trust.check(row.member).public.verify_with)
    return found


def silent(reader: Unlocked, event: Event, said: Declared, *, at: datetime) -> list[Member]:
    """Who else of the team said nothing yet, so that they are given no case."""
    others = [row.member for row in holding.team(event, at) if row.member != reader.member]
    return [member for member in others if member not in said]


def in_hands(reader: Unlocked, event: Event, *, after: UUID | None, at: datetime) -> Hands:
    """The next cases of an event that the reader holds, opened."""
    ids = _ids(reader, event, after, at)
    now, later = ids[:AT_ONCE], ids[AT_ONCE:]
    found = _open(reader, now, at)
    ready = [case for case in found if not case.unsealed]
    return Hands(ready, len(now) - len(found), now[-1] if now else None, len(later), len(found) - len(ready))


def these(reader: Unlocked, event: Event, shown: Iterable[UUID], *, last: UUID | None, at: datetime) -> Hands:
    """The cases that a page showed, as far as the reader still holds them, opened."""
    known = set(shown)
    now = [case_id for case_id in _ids(reader, event, None, at) if case_id in known][:AT_ONCE]
    return Hands(
        [case for case in _open(reader, now, at) if not case.unsealed], 0, last, len(_ids(reader, event, last, at))
    )


def forget_old(at: datetime) -> None:
    """Delete what was said too long ago to count."""
    Declaration.objects.filter(at__lte=at - LASTS).delete()


def _ids(reader: Unlocked, event: Event, after: UUID | None, at: datetime) -> list[UUID]:
    mine = grants.opening(Grant.objects.filter(member=reader.member, case__event=event), at).order_by("case_id")
    return list((mine.filter(case_id__gt=after) if after else mine).values_list("case_id", flat=True))


def _open(reader: Unlocked, ids: Iterable[UUID], at: datetime) -> list[OpenCase]:
    found = []
    for case_id in ids:
        with suppress(Denied, VaultError):
            case = cases.read_case(reader, case_id, at=at, what=READ)
            case.line()  # by which it is called on the page
            found.append(case)
    return found


def _lasting(event: Event, at: datetime) -> QuerySet[Declaration]:
    """What still counts of those who are at the event."""
    here = Membership.objects.filter(Membership.lasting(at), event=event, role__in=HOLDING)
    return Declaration.objects.filter(event=event, at__gt=at - LASTS, member__in=here.values("member"))


def _names(reader: Unlocked, row: Declaration, verify_with: bytes) -> list[str]:
    """Raises ``Tampered`` for what somebody else wrote, or wrote for somebody else."""
    place = _place(row.event_id, row.member_id, row.reader_id)
    if not signed_by(verify_with, row.signature, *_statement(place, bytes(row.sealed))):
        raise Tampered("not signed by them")
    key = reader.keys.open(row.wrapped_key, place=place)
    return list(json.loads(unseal(key, row.sealed, place=place))["names"])


def _place(event: int, member: UUID, reader: int) -> tuple[str, ...]:
    return ("declaration", str(event), str(member), str(reader))


def _statement(place: tuple[str, ...], sealed: bytes) -> tuple[bytes, ...]:
    return (*(part.encode() for part in place), sealed)
