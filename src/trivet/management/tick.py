"""What happens each minute without anybody's keys: notices go out, and what is due is destroyed."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.utils import timezone

from trivet.access import day_links, drafts, duty, journal, runs, sign_in, taking_down
from trivet.models import Event
from trivet.process import notices, retain

from .alone import alone
from .vacuum import vacuum

log = logging.getLogger("trivet.tick")


def tick() -> None:
    """One tick. A failure is logged by its kind and tried again a minute later.

    Any number of servers may tick: of those who come to a job at once, one does it.
    """
    now = timezone.now()
    jobs: dict[str, Callable[[datetime], object]] = {
        "notices": notices.ring, "destruction": retain.destroy_due, "sessions": sign_in.end_idle_sessions,
        "confirmations": taking_down.forget, "day links": day_links.forget, "rota": duty.forget,
        "drafts": drafts.forget,
        "vacuum": vacuum, "tick": partial(runs.remember, runs.TICK),
    }  # fmt: skip
    if now.minute == 0:
        jobs |= {"journal": _verify_journal, "backups": _ask_for_backups}
    for name, job in jobs.items():
        try:
            with alone(name) as mine:
                if mine:
                    job(now)
        except Exception:
            log.exception("tick-failed")


def _verify_journal(at: datetime) -> None:
    """Once an hour: a journal that was changed is said in the log."""
    try:
        journal.verify()
    except journal.Broken:
        log.error("journal-broken")


def _ask_for_backups(at: datetime) -> None:
    """Once an hour the log asks for a backup that is late, or older than the last turning of keys."""
    if Event.objects.filter(practice=False).exists():
        for store in runs.STORES:
            if runs.backup_is_due(store, at, often=runs.LATE_AFTER):
                log.warning("backup-due %s", store)
