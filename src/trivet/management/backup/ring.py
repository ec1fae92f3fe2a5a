"""A folder with the backups of a store: the oldest go before they are seven days old.

What was destroyed must be in no backup after seven days, so a run deletes whatever would be older by
the next one, a day later; and it does so first, even when the new backup then fails.
"""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEPT, A_RUN, AN_ATTEMPT = timedelta(days=7), timedelta(days=1), timedelta(hours=1)
_NAME = re.compile(r"(main|keys)-(\d{8}T\d{6}Z)(\.part)?")
_TIME = "%Y%m%dT%H%M%SZ"


def name_of(store: str, at: datetime) -> str:
    """What a backup is called: which store, and when."""
    return f"{store}-{at.astimezone(UTC).strftime(_TIME)}"


def taken_at(path: Path) -> datetime | None:
    """When a file was made, by its name; None for a file that is not one of ours."""
    found = _NAME.fullmatch(path.name)
    return datetime.strptime(found[2], _TIME).replace(tzinfo=UTC) if found else None


def backups(folder: Path, store: str) -> list[Path]:
    """The whole backups of a store, the oldest first."""
    return sorted(path for path in folder.glob(f"{store}-*Z") if taken_at(path))


def let_go(folder: Path, store: str, at: datetime) -> list[Path]:
    """Delete what is too old, and what a run left unfinished. Returns what went."""
    old = [path for path in backups(folder, store) if at - (taken_at(path) or at) >= KEPT - A_RUN]
    parts = [path for path in folder.glob(f"{store}-*.part") if at - (taken_at(path) or at) >= AN_ATTEMPT]
    went = [*old, *parts]
    for path in went:
        path.unlink()
    return went


def finish(part: Path) -> Path:
    """Give a file that is whole its name, for good."""
    part.chmod(0o600)
    with part.open("rb") as file:
        os.fsync(file.fileno())
    whole = part.with_suffix("")
    part.rename(whole)
    folder = os.open(whole.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return whole
