"""What happens each minute without anybody's keys: notices go out, and what is due is destroyed."""

import logging
from datetime import datetime

from django.utils import timezone

from trivet.access import journal, sign_in
from trivet.process import notices, retain

log = logging.getLogger("trivet.tick")


def tick() -> None:
    """One tick. A failure is logged by its kind and tried again a minute later."""
    now = timezone.now()
    jobs = [notices.ring, retain.destroy_due, sign_in.end_idle_sessions]
    if now.minute == 0:
        jobs.append(_verify_journal)
    for job in jobs:
        try:
            job(now)
        except Exception:
            log.exception("tick-failed")


def _verify_journal(at: datetime) -> None:
    """Once an hour: a journal that was changed is said in the log."""
    try:
        journal.verify()
    except journal.Broken:
        log.error("journal-broken")
