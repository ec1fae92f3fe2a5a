"""The address by which a member's calendar asks when something is due."""

from django.db import models

from .member import Member


class CalendarLink(models.Model):
    """One for each member who wants it; known here by its hash alone."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE)
    tag = models.BinaryField(unique=True)
    made_at = models.DateTimeField()
