"""Notices: a clock rings when it is news and again when it is due, with no word on what it is about."""

from datetime import datetime

from trivet import post
from trivet.access import grants
from trivet.models import Clock, Grant, Rung


def ring(at: datetime) -> int:
    """Send a notice to the holders of every case with something new or due. Returns how many.

    When none of a case's left, its clocks ring again at the next tick.
    """
    running = Clock.objects.filter(met_at=None)
    due = list(running.filter(due__lte=at, noticed__lt=Rung.AS_DUE).values_list("pk", "case_id"))
    news = list(running.filter(case__news=True, noticed=Rung.NOT_YET).values_list("pk", "case_id"))
    rows = grants.lawful(Grant.objects.filter(case_id__in={case for _, case in (*due, *news)}), at)
    holders = set(rows.values_list("case_id", "member__email"))
    told = {address for address in sorted({address for _, address in holders}) if post.send_notice(address)}
    reached = {case for case, address in holders if address in told}
    Clock.objects.filter(pk__in=[pk for pk, case in news if case in reached]).update(noticed=Rung.AS_NEWS)
    Clock.objects.filter(pk__in=[pk for pk, case in due if case in reached]).update(noticed=Rung.AS_DUE)
    return len(told)
