"""Who may take a report down, and what they keep of it: when it was sent, for a week."""

from datetime import datetime, timedelta

from trivet.models import Event, Member, Membership, TakenDown

from . import Denied
from .unlocked import Unlocked

KEPT = timedelta(days=7)


def event_for(writer: Unlocked, slug: str, *, at: datetime) -> Event:
    """An event at which somebody has any role now; raises ``Denied``.

    Nobody need have vouched for their keys: what they write is sealed to others.
    """
    mine = Membership.objects.filter(Membership.lasting(at), event__slug=slug, member=writer.member)
    found = mine.select_related("event").first()
    if found is None:
        raise Denied
    return found.event


def note_sent(event: Event, member: Member, *, at: datetime) -> None:
    TakenDown.objects.create(event=event, member=member, at=at)


def sent_by(writer: Unlocked, event: Event) -> list[datetime]:
    """When this member sent something, the latest first."""
    mine = TakenDown.objects.filter(event=event, member=writer.member)
    return list(mine.order_by("-at").values_list("at", flat=True))


def forget(at: datetime) -> None:
    """Remove what is older than a week."""
    TakenDown.objects.filter(at__lte=at - KEPT).delete()
