"""That somebody took a report down: what lets its writer know that it was sent, and nothing of it."""

from django.db import models

from .event import Event
from .member import Member


class TakenDown(models.Model):
    """A member sent a report for somebody who told them. Nothing leads from here to the case."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE)
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    at = models.DateTimeField()


class DayLink(models.Model):
    """Opens the page for taking a report down, and the handbook, until the morning; known here by its hash alone."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE)
    tag = models.BinaryField(unique=True)
    made_by = models.ForeignKey(Member, on_delete=models.CASCADE)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
