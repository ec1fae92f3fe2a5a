"""The keys store. Nothing in it says what it is about: random ids, random bytes and dates."""

from django.db import models


class Share(models.Model):
    """The half of a data key whose destruction is deletion."""

    subject = models.UUIDField()
    scope = models.CharField(max_length=16)
    version = models.PositiveSmallIntegerField()
    value = models.BinaryField()
    purge_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "scope", "version"], name="one_share_a_version")]


class Secret(models.Model):
    """A value of the installation: return-code salt, journal key and head, founder's pin, its id."""

    name = models.CharField(max_length=32, primary_key=True)
    value = models.BinaryField()
