"""People with an account: their public keys, and the slots that hold the private ones."""

import uuid

from django.db import models
from django.db.models import Q

from trivet.vault.members import PublicKeys

from .event import Event


class Member(models.Model):
    """Somebody with an account. No password is stored: a slot opens with it or does not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    aliases = models.JSONField(default=list)
    handles = models.JSONField(default=list)
    seal_to = models.BinaryField()
    verify_with = models.BinaryField()
    attested_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="attested")
    signature = models.BinaryField(default=bytes)

    @property
    def public(self) -> PublicKeys:
        return PublicKeys(bytes(self.seal_to), bytes(self.verify_with))

    def __str__(self) -> str:
        return self.name


class KeySlot(models.Model):
    """A member's seed, wrapped under a password or a recovery code."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    salt = models.BinaryField()
    wrapped = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "kind"], name="one_slot_a_kind")]


class Unlock(models.Model):
    """An unlocked session: keys under a key that only the browser's cookie has."""

    tag = models.BinaryField(primary_key=True)
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    blob = models.BinaryField()
    idle_at = models.DateTimeField()
    ends_at = models.DateTimeField()


class Role(models.TextChoices):
    """What somebody is at an event."""

    TEAM = "team"
    CHAIR = "chair"
    STAFF = "staff"
    DESK = "desk"


class Membership(models.Model):
    """Somebody's role at an event, until a day or without end."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="memberships")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role)
    on_duty = models.BooleanField(default=False)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "event"], name="one_role_an_event")]

    @staticmethod
    def lasting(at) -> Q:  # type: ignore[no-untyped-def]
        """A filter for memberships that have not ended."""
        return Q(until=None) | Q(until__gt=at)
