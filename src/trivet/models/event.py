"""Organisers, their events and what everybody may know of them."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from . import contact


class Installation(models.Model):
    """Which installation this store belongs to; the keys store says the same. One row."""

    identity = models.BinaryField()


class Organiser(models.Model):
    """Runs events and owns one register."""

    name = models.CharField(max_length=120)


class Event(models.Model):
    """A conference: dates, place and numbers. Nothing here is secret."""

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    timezone = models.CharField(max_length=64, default="UTC")
    venue = models.CharField(max_length=200, blank=True)
    contacts = models.JSONField(default=list)  # [{"kind", "number", "note"}]; a "label" where it has one of its own
    quiet_room = models.CharField(max_length=200, blank=True)
    duty_to_report = models.TextField(blank=True)  # what the law here says must be told to whom
    duty_checked_by = models.CharField(max_length=120, blank=True)
    duty_checked_on = models.DateField(null=True)
    appeal = models.TextField(blank=True)  # whom a decision can be taken to, or that there is nowhere
    committee_email = models.EmailField(blank=True)
    leave_url = models.URLField(default="https://www.wikipedia.org/")
    practice = models.BooleanField(default=False)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def numbers(self) -> list[dict[str, Any]]:
        """Whom to ring in danger, the most urgent first."""
        return contact.shown(self.contacts, contact.IN_DANGER)

    @property
    def care(self) -> list[dict[str, Any]]:
        """Who looks after somebody who was hurt."""
        return contact.shown(self.contacts, contact.CARE)

    @property
    def ring(self) -> list[dict[str, Any]]:
        """Whom to ring to talk about it."""
        return contact.shown(self.contacts, contact.TO_TALK)

    def is_running(self, at: datetime) -> bool:
        """Whether the clocks of the event itself apply, rather than those of afterwards."""
        return self.starts <= at <= self.ends

    def is_over(self, at: datetime) -> bool:
        return at > self.ends
