"""Which grants count. A grant is stale when its member left the team, has a conflict, or has new keys.

That is derived at every look, never remembered: nobody has to be told that somebody left. A stale
grant opens no door from that moment on, and nothing at all once the case's keys were turned.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from trivet.models import HOLDING, Conflict, Grant, Membership, Restoration


def lawful(grants: QuerySet[Grant], at: datetime) -> QuerySet[Grant]:
    """The grants of members who are on the event's team, or its outside contact, and have no conflict."""
    return grants.filter(_here(at), ~_in_conflict())


def keyed(grants: QuerySet[Grant], at: datetime) -> QuerySet[Grant]:
    """The lawful grants that were made to keys that are still their member's."""
    return lawful(grants, at).filter(identity__retired=False)


def opening(grants: QuerySet[Grant], at: datetime) -> QuerySet[Grant]:
    """The grants that open something: lawful, with keys, and of a case that no restore keeps closed."""
    return keyed(grants, at).filter(~Q(Exists(_unsaid())), case__restoration=None)


def unlawful(grants: QuerySet[Grant], at: datetime) -> QuerySet[Grant]:
    """The grants of members who left, became something else, or have a conflict."""
    return grants.filter(~_here(at) | _in_conflict())


def in_conflict(grants: QuerySet[Grant]) -> QuerySet[Grant]:
    """The grants of members who have a conflict."""
    return grants.filter(_in_conflict())


def outdated(grants: QuerySet[Grant]) -> QuerySet[Grant]:
    """The grants made to keys that their member lost."""
    return grants.filter(identity__retired=True)


def _here(at: datetime) -> Q:
    """With a role at the event that may hold cases: staff and desk may not, whatever they were before."""
    those = Membership.objects.filter(Membership.lasting(at), role__in=HOLDING)
    return Q(Exists(those.filter(event=OuterRef("case__event"), member=OuterRef("member"))))


def _in_conflict() -> Q:
    return Q(Exists(Conflict.objects.filter(case=OuterRef("case"), member=OuterRef("member"))))


def _unsaid() -> QuerySet[Restoration]:
    """A restore of the case's event after which nobody has said yet who left."""
    return Restoration.objects.filter(event=OuterRef("case__event"), said_at=None)
