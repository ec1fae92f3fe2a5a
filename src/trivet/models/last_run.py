"""When things happened that no person starts."""

from django.db import models


class LastRun(models.Model):
    """When something last happened that no person starts: a tick, a backup of this store."""

    what = models.CharField(max_length=32, primary_key=True)
    at = models.DateTimeField()
