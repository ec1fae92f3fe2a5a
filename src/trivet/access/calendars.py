"""When something is due, for a member's own calendar: moments, and not a word on what, or on which case.

The address alone opens it, since calendars sign in nowhere. So it tells no more than a notice does.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from trivet.models import CalendarLink, Clock, Grant, Member
from trivet.vault import links

from . import Denied, grants, journal


@dataclass(frozen=True)
class Moment:
    """Something is due. ``uid`` stays as long as that does, and tells no two calendars about the same case."""

    uid: str
    due: datetime


@dataclass(frozen=True)
class Calendar:
    """What one member's calendar is told."""

    made_at: datetime
    moments: list[Moment]


def make(member: Member, *, at: datetime) -> str:
    """A new address, whose secret part is shown once; an earlier one ends."""
    token = links.new()
    with transaction.atomic():
        tag = links.tag_of(token)
        CalendarLink.objects.update_or_create(member=member, defaults={"tag": tag, "made_at": at})
        journal.write_open(what="made a calendar link", member=member, at=at)
    journal.anchor()
    return token


def end(member: Member, *, at: datetime) -> None:
    """End the address. Ending it twice does no harm."""
    with transaction.atomic():
        if CalendarLink.objects.filter(member=member).delete()[0]:
            journal.write_open(what="ended a calendar link", member=member, at=at)
    journal.anchor()


def made_at(member: Member) -> datetime | None:
    """Since when somebody has an address."""
    return CalendarLink.objects.filter(member=member).values_list("made_at", flat=True).first()


def of(token: str, *, at: datetime) -> Calendar:
    """What is still owed on the cases that its member can open now; raises ``Denied``."""
    link = CalendarLink.objects.filter(tag=links.tag_of(token)).select_related("member").first()
    if link is None:
        raise Denied
    held = grants.opening(Grant.objects.filter(member=link.member), at).values("case")
    owed = Clock.objects.filter(case__in=held, met_at=None).order_by("due", "case").values_list("case_id", "due")
    return Calendar(link.made_at, [Moment(_uid(token, case, due), due) for case, due in owed.distinct()])


def _uid(token: str, case: object, due: datetime) -> str:
    return links.tag_of(f"{token} {case} {due.isoformat()}").hex()[:32]
