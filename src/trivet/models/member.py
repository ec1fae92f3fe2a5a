"""People with an account: their public keys, and the slots that hold the private ones."""

import uuid
from datetime import datetime, time

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

    quiet_from = models.TimeField(null=True)  # at the venue, whichever it is
    quiet_until = models.TimeField(null=True)

    def is_quiet(self, moment: time) -> bool:
        """Whether this is among the hours in which they would rather not hear of anything."""
        start, end = self.quiet_from, self.quiet_until
        if start is None or end is None:
            return False
        return start <= moment < end if start <= end else moment >= start or moment < end

    @property
    def identity(self) -> "Identity":
        """The keys that are theirs now."""
        return self.identities.get(retired=False)

    def __str__(self) -> str:
        return self.name


class Identity(models.Model):
    """The public keys of a member, and who vouched for them. Whoever loses everything gets new ones.

    Old ones stay: what was signed with them, and whom they vouched for, holds.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="identities")
    seal_to = models.BinaryField()
    verify_with = models.BinaryField()
    attested_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="attested")
    signature = models.BinaryField(default=bytes)
    retired = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(retired=False), name="one_identity_at_a_time")
        ]

    @property
    def public(self) -> PublicKeys:
        return PublicKeys(bytes(self.seal_to), bytes(self.verify_with))


class KeySlot(models.Model):
    """A member's seed, wrapped under a password or a recovery code."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    salt = models.BinaryField()
    wrapped = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "kind"], name="one_slot_a_kind")]


class SecondFactor(models.Model):
    """A code from a telephone beside the password; its secret is sealed to the member's own keys."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE)
    sealed = models.BinaryField()
    last_step = models.BigIntegerField(default=0)  # the newest 30 seconds of which a code was taken


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
    OUTSIDE = "outside"  # gets the reports from which the whole team was left out


TEAM = (Role.TEAM, Role.CHAIR)
HOLDING = (*TEAM, Role.OUTSIDE)  # who may hold a case


class Membership(models.Model):
    """Somebody's role at an event, until a day or without end."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="memberships")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role)
    shown_as = models.CharField(max_length=120, blank=True)  # what reporters read of them while they are on duty
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "event"], name="one_role_an_event")]

    @staticmethod
    def lasting(at: datetime) -> Q:
        """A filter for memberships that have not ended."""
        return Q(until=None) | Q(until__gt=at)


class Invitation(models.Model):
    """A link that makes one account, or new keys for one that exists; known here by its hash alone."""

    tag = models.BinaryField(unique=True)
    email = models.EmailField()
    name = models.CharField(max_length=120)
    event = models.ForeignKey(Event, on_delete=models.CASCADE)
    role = models.CharField(max_length=8, choices=Role)
    until = models.DateTimeField(null=True)
    renews = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="renewals")
    expires = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
