"""What happens each minute without anybody's keys: notices go out, and what is due is destroyed."""

import logging

from django.utils import timezone

from trivet.process import notices, retain

log = logging.getLogger("trivet.tick")


def tick() -> None:
    """One tick. A failure is logged by its kind and tried again a minute later."""
    now = timezone.now()
    for job in (notices.ring, retain.destroy_due):
        try:
            job(now)
        except Exception:
            log.exception("tick-failed")
