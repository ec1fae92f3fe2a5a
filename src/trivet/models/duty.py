"""Who of the team is on duty when."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from .event import Event
from .member import Member


class Shift(models.Model):
    """Somebody is on duty at an event for some hours, and can be rung there by the team."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="shifts")
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    phone = models.CharField(max_length=40, blank=True)

    @staticmethod
    def running(at: datetime) -> Q:
        """A filter for the shifts of this moment."""
        return Q(starts__lte=at, ends__gt=at)
