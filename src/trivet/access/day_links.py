"""Day links: for helpers without an account, until six in the morning where the event is.

A link lets nobody read anything that is not public. So whatever was being written when it ended is
still taken for half a day: it goes where the open report form would take it at any time.
"""

from datetime import datetime, time, timedelta

from django.db import transaction

from trivet.models import DayLink, Event
from trivet.vault import links

from . import Denied, journal
from .unlocked import Unlocked

MORNING = time(6)
TAKES = timedelta(hours=12)  # what was written under it, and sent after it ended
KEPT = timedelta(days=7)


def morning_after(event: Event, at: datetime) -> datetime:
    """The next six o'clock in the morning at the venue."""
    here = at.astimezone(event.zone)
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, event.zone)


def make(event: Event, *, by: Unlocked, at: datetime) -> tuple[DayLink, str]:
    """Another link, and its secret part, which is shown once."""
    token = links.new()
    with transaction.atomic():
        link = DayLink.objects.create(
            event=event, tag=links.tag_of(token), made_by=by.member, made_at=at, ends_at=morning_after(event, at)
        )
        journal.write_open(what="made a day link", member=by.member, at=at)
    journal.anchor()
    return link, token


def end(event: Event, link_id: int, *, by: Unlocked, at: datetime) -> None:
    """End a link now. Ending it twice does no harm."""
    with transaction.atomic():
        if DayLink.objects.filter(event=event, pk=link_id, ends_at__gt=at).update(ends_at=at):
            journal.write_open(what="ended a day link", member=by.member, at=at)
    journal.anchor()


def find(token: str) -> DayLink:
    """The link, also one that has ended; raises ``Denied``."""
    link = DayLink.objects.filter(tag=links.tag_of(token)).select_related("event").first()
    if link is None:
        raise Denied
    return link


def working(event: Event, *, at: datetime) -> list[DayLink]:
    """The links that open something now, the latest first."""
    return list(DayLink.objects.filter(event=event, ends_at__gt=at).select_related("made_by").order_by("-made_at"))


def forget(at: datetime) -> None:
    """Remove links that ended a week ago."""
    DayLink.objects.filter(ends_at__lte=at - KEPT).delete()
