"""When things last ran, each remembered in the store that it concerns."""

from datetime import datetime

from trivet.models import LastRun
from trivet.vault import installation

TICK, TURNED, VACUUMED = "tick", "keys turned", "vacuumed"
BEGUN, TAKEN = "backup begun", "backup taken"  # a copy holds the first of them: the moment it was made
MAIN, KEYS = "main", "keys"
STORES = (MAIN, KEYS)
LATE_AFTER = 26  # hours: a daily backup, and some patience


def remember(what: str, at: datetime, *, store: str = MAIN) -> None:
    """Something ran just now."""
    if store == KEYS:
        installation.keep(what, at.isoformat().encode())
    else:
        LastRun.objects.update_or_create(what=what, defaults={"at": at})


def last(what: str, *, store: str = MAIN) -> datetime | None:
    """When it last ran; None if it never did."""
    if store == KEYS:
        kept = installation.recall(what)
        return datetime.fromisoformat(kept.decode()) if kept else None
    return LastRun.objects.filter(what=what).values_list("at", flat=True).first()


def backup_is_due(store: str, at: datetime, *, often: float) -> bool:
    """Whether keys were turned since the last backup of a store, or it is older than so many hours."""
    taken, turned = last(TAKEN, store=store), last(TURNED)
    if taken is None or (at - taken).total_seconds() >= often * 3600:
        return True
    return turned is not None and turned >= taken
