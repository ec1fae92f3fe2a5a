"""Shares: made before anything is sealed, destroyed to delete.

A data key is derived from a half that lies wrapped in the main store and the share of the same
subject, scope and version. ``half`` keeps scopes apart: who holds one half derives no other.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from . import Destroyed
from .derive import expand
from .installation import keep, recall, take
from .models import Share
from .router import KEYS

_BLANK, _TRACES = bytes(32), "traces of shares"


@dataclass(frozen=True)
class Scope:
    """What one data key is for: ``name`` is work, thread, reply, outcome or entry."""

    name: str
    subject: UUID
    version: int

    @property
    def place(self) -> tuple[str, ...]:
        return (self.name, str(self.subject), str(self.version))


def half(case_key: bytes, scope: Scope) -> bytes:
    """The main store's half of a data key; sealed to a reporter it opens their thread alone."""
    return expand(case_key, "half", *scope.place)


def make(*scopes: Scope) -> dict[Scope, bytes]:
    """Commit a new share for each scope. Do this first: an orphaned share harms nobody."""
    shares = {scope: os.urandom(32) for scope in scopes}
    rows = [Share(subject=s.subject, scope=s.name, version=s.version, value=v) for s, v in shares.items()]
    with transaction.atomic(using=KEYS):
        Share.objects.bulk_create(rows)
    return shares


def find(scopes: Iterable[Scope]) -> dict[Scope, bytes]:
    """The shares that are still there, in one query."""
    wanted = set(scopes)
    rows = Share.objects.filter(subject__in={scope.subject for scope in wanted}).exclude(value=_BLANK)
    found = {Scope(row.scope, row.subject, row.version): bytes(row.value) for row in rows}
    return {scope: found[scope] for scope in wanted if scope in found}


def all_left(scopes: Iterable[Scope]) -> bool:
    """Whether none of these was destroyed. Ask where no sweep can come in between, before something is written."""
    wanted = set(scopes)
    return len(find(wanted)) == len(wanted)


def data_key(scope_half: bytes, scope: Scope, shares: dict[Scope, bytes]) -> bytes:
    """Put both halves together; raises ``Destroyed`` when the share is gone."""
    if scope not in shares:
        raise Destroyed(scope.name)
    return expand(scope_half + shares[scope], "data", *scope.place)


def destroy_on(when: datetime | None, *scopes: Scope) -> None:
    """Set or lift the day on which shares are destroyed."""
    with transaction.atomic(using=KEYS):
        for scope in scopes:
            _rows(scope).update(purge_at=when)


def inherit_dates(pairs: dict[Scope, Scope]) -> None:
    """Give each new share the day of the one it follows."""
    for old, new in pairs.items():
        _rows(new).update(purge_at=_rows(old).values_list("purge_at", flat=True).first())


def next_version(*scopes: Scope) -> int:
    """One more than any version that these subjects ever had a share of."""
    subjects = {scope.subject for scope in scopes}
    return 1 + (Share.objects.filter(subject__in=subjects).aggregate(newest=Max("version"))["newest"] or 0)


def due(at: datetime) -> list[Scope]:
    """Scopes whose day has come."""
    return _scopes(Share.objects.filter(purge_at__lte=at))


def undated(*scopes: Scope) -> list[Scope]:
    """Which of these have no day on which they are destroyed."""
    wanted = set(scopes)
    rows = Share.objects.filter(subject__in={scope.subject for scope in wanted}, purge_at=None)
    return [scope for scope in _scopes(rows) if scope in wanted]


def without_any(scopes: Iterable[Scope]) -> list[Scope]:
    """Which of these have no share of any version: destroyed, and not only turned."""
    wanted = list(scopes)
    rows = Share.objects.filter(subject__in={scope.subject for scope in wanted}).exclude(value=_BLANK)
    there = set(rows.values_list("scope", "subject"))
    return [scope for scope in wanted if (scope.name, scope.subject) not in there]


def followed() -> list[Scope]:
    """Shares that a newer version followed: a rotation left them behind, or is under way."""
    newer = Share.objects.filter(subject=OuterRef("subject"), scope=OuterRef("scope"), version__gt=OuterRef("version"))
    return _scopes(Share.objects.filter(Exists(newer)))


def blank(*scopes: Scope) -> None:
    """Overwrite shares: nobody opens anything with them. Their rows stay until ``destroy``."""
    with transaction.atomic(using=KEYS):
        for scope in scopes:
            _rows(scope).update(value=_BLANK)


def destroy(*scopes: Scope) -> None:
    """Delete shares: overwrite each value, then remove the row."""
    blank(*scopes)
    with transaction.atomic(using=KEYS):
        for scope in scopes:
            _rows(scope).delete()
        if scopes:
            keep(_TRACES, os.urandom(16))


def left_traces() -> bytes | None:
    """A mark, when shares were destroyed of which a database may still have bytes in its files."""
    return recall(_TRACES)


def no_traces(mark: bytes) -> None:
    """The bytes of all that was destroyed up to this mark are gone."""
    take(_TRACES, mark)


def _scopes(rows: QuerySet[Share]) -> list[Scope]:
    return [Scope(row.scope, row.subject, row.version) for row in rows.defer("value")]


def _rows(scope: Scope) -> QuerySet[Share]:
    return Share.objects.filter(subject=scope.subject, scope=scope.name, version=scope.version)
