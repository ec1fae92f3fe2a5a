"""Backups: recent, and none of them too old."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from trivet.access import runs
from trivet.management.backup import ring

from . import Finding, bad, good, look, worse


def taken(at: datetime, *, for_real: bool) -> Iterator[Finding]:
    """Whether each store was backed up lately, and since keys were turned."""
    for store in runs.STORES:
        last, do = runs.last(runs.TAKEN, store=store), f"Run trivet backup --store {store} --to FOLDER, every day."
        if last is None:
            yield Finding(worse(for_real), f"The {store} store was never backed up.", do)
        elif at - last >= timedelta(hours=runs.LATE_AFTER):
            yield Finding(worse(for_real), f"The last backup of the {store} store is of {last:%Y-%m-%d %H:%M}.", do)
        elif runs.backup_is_due(store, at, often=runs.LATE_AFTER):
            yield look(f"Keys were turned since the last backup of the {store} store.", do)
        else:
            yield good(f"The {store} store was backed up at {last:%Y-%m-%d %H:%M} UTC.")


def folders(at: datetime, *, places: list[Path]) -> Iterator[Finding]:
    """Whether the folders hold what they should, for nobody else, and nothing older than seven days."""
    for folder in places:
        if not folder.is_dir():
            yield bad(f"There is no folder {folder}.", "Name the folder that the backups go to.")
            continue
        if folder.stat().st_mode & 0o077:
            yield bad(f"Others may look into {folder}.", f"Run: chmod 700 {folder}")
        times = [ring.taken_at(file) or at for store in runs.STORES for file in ring.backups(folder, store)]
        if not times:
            yield bad(f"There is no backup in {folder}.", "Run trivet backup with --to and this folder.")
        elif at - min(times) > ring.KEPT:
            yield bad(
                f"A backup in {folder} is older than seven days: it opens what was destroyed since.",
                "Delete it, and run trivet backup every day, which deletes what is too old.",
            )
        elif at - max(times) >= timedelta(hours=runs.LATE_AFTER):
            yield bad(f"The newest backup in {folder} is of {max(times):%Y-%m-%d}.", "Look why no newer one arrived.")
        else:
            yield good(f"{folder} holds backups of the last seven days, and none that is older.")
