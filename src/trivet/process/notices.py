"""Notices: a clock rings when it is news and again when it is due, with no word on what it is about.

As long as nobody has answered, it rings further and further, and at any hour. Whatever else is owed waits until
the quiet hours of whoever holds the case are over.
"""

from datetime import datetime

from django.db.models import Q

from trivet import post
from trivet.access import bells
from trivet.access.bells import Bell
from trivet.models import Clock, Rung

from .circles import calls_anew, circle, rung, unanswered
from .policy import RING_WIDER


def ring(at: datetime) -> int:
    """Send a notice to those whose turn it is, for every case with something new or due. Returns how many.

    When none of a case's are reached, its clocks ring again at the next tick.
    """
    clocks = [(clock, rung(clock, at)) for clock in Clock.objects.filter(_rings(at)).select_related("case")]
    cases, waiting = {clock.case_id for clock, _ in clocks}, bells.waiting(at)
    held, loud = bells.by_case(cases, at), unanswered(cases | {bell.case for bell in waiting}, at)
    for case, outside in bells.outside([case for case, far in loud.items() if far == Rung.AS_LATE], at).items():
        held[case] = [*held.get(case, []), *outside]
    calling = {clock.case_id for clock, its in clocks if calls_anew(clock, its, held.get(clock.case_id, []))}
    called = [bell for case in calling for bell in circle(held.get(case, []), loud.get(case))]
    silent = {bell for bell in (*called, *waiting) if bell.quiet and bell.case not in loud}
    told = _tell({*called, *waiting} - silent)
    bells.wait(silent)
    bells.heard(told)
    reached = {bell.case for bell in silent | told} | (cases - calling)
    for its in Rung:
        done = [clock.pk for clock, now in clocks if now == its and clock.case_id in reached]
        Clock.objects.filter(pk__in=done).update(noticed=its)
    return len({bell.address for bell in told})


def _rings(at: datetime) -> Q:
    """The clocks that ring now."""
    news = Q(case__news=True, noticed=Rung.NOT_YET)
    due = Q(due__lte=at, noticed__lt=Rung.AS_DUE)
    late = Q(loud=True, due__lte=at - RING_WIDER, noticed__lt=Rung.AS_LATE)
    return Q(met_at=None) & (news | due | late)


def _tell(wanted: set[Bell]) -> set[Bell]:
    """One notice for each, however many cases need them. Returns whom a mail server took it for."""
    addresses = {bell.address for bell in wanted}
    told = {address for address in sorted(addresses) if post.send_notice(address)}
    return {bell for bell in wanted if bell.address in told}
