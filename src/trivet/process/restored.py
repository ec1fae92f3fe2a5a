"""After a restore: purge again, and let people say what changed since the backup."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import destruction, restored
from trivet.access.restored import Closed, NobodyStays
from trivet.access.sign_in import Unlocked
from trivet.models import Member

from .gates import Refused


def resume(*, since: datetime, keys_lag: bool, at: datetime) -> int:
    """Close everything until people have spoken, and destroy what has to be gone by now.

    ``keys_lag`` says that the keys store is older than main. Returns how many shares were destroyed.
    """
    restored.close_everything(since=since, at=at)
    destroyed = destruction.sweep(at)
    if not keys_lag:
        destruction.clear_destroyed()
    return destroyed


def say_who_has_a_conflict(reader: Unlocked, closed: Closed, *, conflicts: Iterable[Member], at: datetime) -> bool:
    """Keep what somebody knows of conflicts since; returns whether the case opened by it."""
    try:
        return restored.say_who_has_a_conflict(reader, closed, conflicts=conflicts, at=at)
    except NobodyStays:
        raise Refused(
            _("By what has been said, nobody would hold this case any more."),
            _("Talk to each other. Whoever said something by mistake says it again; if you cannot agree, ask a chair."),
        ) from None
