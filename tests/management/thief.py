"""Somebody with backups, everybody's password, and a running Trivet of their own."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cast import Cast
from trivet.access import Denied, cases, sign_in
from trivet.management.backup.kinds import kind_of
from trivet.management.backup.sqlite import SQLite
from trivet.models import Case, Membership, Restoration
from trivet.vault import VaultError


@contextmanager
def stolen(files: dict[str, Path], to: Path) -> Iterator[None]:
    """The stores are what is in these files, for a while."""
    for store, file in files.items():
        ours = to / f"ours-{store}"
        ours.unlink(missing_ok=True)
        kind_of(store).copy(store, ours)
        kind_of(store).put_back(store, file)
    yield
    for store in files:
        kind_of(store).put_back(store, to / f"ours-{store}")


def content(file: Path) -> bytes:
    """All that a backup says; what PostgreSQL packed is unpacked."""
    if SQLite().fits(file):
        return file.read_bytes()
    return subprocess.run(["pg_restore", "--file=-", str(file)], capture_output=True, check=True).stdout


def holds(file: Path, value: bytes) -> bool:
    """Whether these bytes are in a backup, as they are or as PostgreSQL writes them."""
    said = content(file)
    return value in said or value.hex().encode() in said


def opened(cast: Cast) -> dict[str, set[str]]:
    """Which of the holders opens which account by their password, with nothing in their way but the seals."""
    Membership.objects.update(until=None)
    Case.objects.update(restoration=None)
    Restoration.objects.all().delete()
    found: dict[str, set[str]] = {}
    for name in ("noor", "tomas", "ingrid"):
        try:
            who, _ = sign_in.sign_in(email=f"{name}@conf.example", password=cast.password(name), at=cast.now)
        except sign_in.WrongSignIn:
            continue
        for case in Case.objects.all():
            try:
                file = cases.read_case(who, case.id, at=cast.now).file
            except (Denied, VaultError):
                continue
            if file.entries:
                found.setdefault(name, set()).add(file.report.what_happened)
    return found
