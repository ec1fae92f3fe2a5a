"""Notices: a clock that nobody has heard of rings, with no word on what it is about."""

from datetime import datetime

from django.db.models import Q

from trivet import post
from trivet.models import Clock, Grant


def ring(at: datetime) -> int:
    """Send a notice to the holders of every case with something new or due. Returns how many."""
    ringing = Clock.objects.filter(met_at=None, noticed=False).filter(Q(case__news=True) | Q(due__lte=at))
    clocks = list(ringing.values_list("pk", "case_id"))
    holders = Grant.objects.filter(case_id__in={case for _, case in clocks}).values_list("member__email", flat=True)
    addresses = sorted(set(holders))
    Clock.objects.filter(pk__in=[pk for pk, _ in clocks]).update(noticed=True)
    return sum(post.send_notice(address) for address in addresses)
