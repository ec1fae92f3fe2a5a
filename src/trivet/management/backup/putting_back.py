"""Putting backups back: what is refused, the order, and what has to be done before anybody can open anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError

from trivet.access import destruction, installation, restored, runs
from trivet.models import Case, Event, Installation
from trivet.process import restored as restoring
from trivet.vault.derive import same
from trivet.vault.installation import identity as keys_identity
from trivet.vault.models import Share

from . import ring
from .kinds import Unusable, kind_of

SERVING = timedelta(minutes=3)  # a server ticks each minute


@dataclass(frozen=True)
class Done:
    """What a restore comes to."""

    since: datetime
    cases: int
    unopenable: int
    destroyed: int


def unfinished() -> bool:
    """Whether a restore was begun on this data folder and did not end: nothing may be served then."""
    return _marker().exists()


def put_back(files: dict[str, Path], *, replace: bool, without: Iterable[str], at: datetime) -> Done:
    """Make the files the stores; then purge, end sessions and close every case. Raises ``Unusable``.

    Until all of that is done a marker keeps every server of this data folder from starting.
    """
    _check(files)
    if not replace:
        _refuse_to_overwrite(files, at)
    _marker().touch()
    for store in runs.STORES:  # main first: the keys without it open nothing
        if store in files:
            kind_of(store).put_back(store, files[store])
    for alias in ("default", "keys"):
        call_command("migrate", database=alias, verbosity=0)
    installation.check()
    made = {store: runs.last(runs.BEGUN, store=store) or _time_of(file) for store, file in files.items()}
    times = {store: made.get(store, at) for store in runs.STORES}
    destroyed = restoring.resume(since=min(made.values()), keys_lag=times["keys"] < times["main"], at=at)
    unknown = [address for address in without if not restored.take_out(address, at=at)]
    if unknown:
        raise Unusable(f"Nobody has a role under {', '.join(unknown)}. Run it again, with --replace.")
    _marker().unlink()
    return Done(min(made.values()), Case.objects.count(), destruction.unopenable(), destroyed)


def _check(files: dict[str, Path]) -> None:
    """Whether the files can be read whole, and belong together or to the store that stays."""
    for store, file in files.items():
        if not file.is_file():
            raise Unusable(f"There is no file {file}.")
        kind = kind_of(store)
        if not kind.fits(file):
            raise Unusable(f"{file.name} is not a backup of the kind of database that the settings name.")
        kind.check(store, file)
    main, keys = (
        kind_of(store).identity(store, files[store]) if store in files else _identity_of(store) for store in runs.STORES
    )
    if not same(main, keys):
        raise Unusable("The main store and the keys store do not belong together.")


def _identity_of(store: str) -> bytes:
    """Which installation the store that stays belongs to."""
    try:
        row = Installation.objects.first()
        found = (row.identity if row else None) if store == "main" else keys_identity()
    except DatabaseError:
        found = None
    if found is None:
        raise Unusable(f"There is no {store} store here that could be kept. Give its backup, too.")
    return bytes(found)


def _refuse_to_overwrite(files: dict[str, Path], at: datetime) -> None:
    try:
        ticked = runs.last(runs.TICK)
    except DatabaseError:
        ticked = None
    if ticked and abs(at - ticked) < SERVING:
        raise Unusable("A server was at work here within the last minutes. Stop every server, or say --replace.")
    for store in files:
        if _has_data(store):
            raise Unusable(f"There is data in the {store} store, which a backup would replace. Say --replace to do so.")


def _has_data(store: str) -> bool:
    try:
        return Event.objects.exists() if store == "main" else Share.objects.exists()
    except DatabaseError:
        return False


def _time_of(file: Path) -> datetime:
    return ring.taken_at(file) or datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)


def _marker() -> Path:
    return Path(settings.DATA) / "restoring"
