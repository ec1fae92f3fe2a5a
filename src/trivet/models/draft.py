"""What somebody began to write and has not sent."""

from django.db import models


class Draft(models.Model):
    """One for each page and member, found by a keyed tag: the row says neither whose it is nor where it belongs."""

    tag = models.BinaryField(unique=True)
    sealed = models.BinaryField()
    at = models.DateTimeField()
