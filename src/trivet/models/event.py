"""Organisers, their events and what everybody may know of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models


class Installation(models.Model):
    """Which installation this store belongs to; the keys store says the same. One row."""

    identity = models.BinaryField()


class Organiser(models.Model):
    """Runs events and owns one register."""

    name = models.CharField(max_length=120)


class Event(models.Model):
    """A conference: dates, place and public numbers. Nothing here is secret."""

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    timezone = models.CharField(max_length=64, default="UTC")
    venue = models.CharField(max_length=200, blank=True)
    numbers = models.JSONField(default=list)  # [{"label", "number", "note"}], the most urgent first
    ring = models.JSONField(default=list)  # the same, for people who want to talk to the team
    appeal = models.TextField(blank=True)  # whom a decision can be taken to, or that there is nowhere
    committee_email = models.EmailField(blank=True)
    leave_url = models.URLField(default="https://www.wikipedia.org/")
    practice = models.BooleanField(default=False)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def is_running(self, at: datetime) -> bool:
        """Whether the clocks of the event itself apply, rather than those of afterwards."""
        return self.starts <= at <= self.ends
