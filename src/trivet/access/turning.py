"""Cases whose keys have to be turned because somebody left, has a conflict, or has new keys.

No list of them is kept: whoever holds a case and has it unlocked finds out, and turns its keys.
"""

from datetime import datetime

from django.db.models import QuerySet

from trivet.models import Case, Conflict, Grant, Member

from . import grants
from .attestation import Trust
from .cases import OpenCase
from .sign_in import Unlocked


def stale(reader: Unlocked, *, at: datetime) -> list[Case]:
    """The cases in a member's hands of which somebody has a grant that they should not have."""
    mine = grants.opening(Grant.objects.filter(member=reader.member), at).values("case")
    theirs = Grant.objects.filter(case__in=mine)
    late = set(grants.unlawful(theirs, at).values_list("pk", flat=True))
    late |= {grant.pk for grant in _renewable(theirs)}
    return list(Case.objects.filter(grants__in=late).distinct().order_by("pk"))


def departed(case: OpenCase, *, at: datetime) -> list[Member]:
    """Who has a grant of a case and must not have it any more."""
    rows = grants.unlawful(Grant.objects.filter(case=case.case), at)
    return [grant.member for grant in rows.select_related("member").order_by("slot")]


def has_conflict(case: OpenCase, member: Member) -> bool:
    """Whether somebody must not hold a case for a conflict, rather than because they left."""
    return Conflict.objects.filter(case=case.case, member=member).exists()


def has_stale(case: OpenCase, *, at: datetime) -> bool:
    """Whether the keys of this case have to be turned."""
    here = Grant.objects.filter(case=case.case)
    return grants.unlawful(here, at).exists() or any(_renewable(here))


def _renewable(rows: QuerySet[Grant]) -> list[Grant]:
    """Grants to lost keys that still open something, or whose member has new keys that somebody vouched for."""
    late = list(grants.outdated(rows).select_related("member"))
    if not late:
        return []
    trust = Trust()
    return [grant for grant in late if grant.sealed or trust.includes(grant.member)]
