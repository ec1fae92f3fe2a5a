"""A case as the main store knows it: random ids, wrapped keys and clocks that say no kind."""

import uuid

from django.db import models
from django.db.models import Q

from trivet.vault.shares import Scope

from .event import Event
from .member import Identity, Member
from .restoration import Restoration

HOLDERS = 3


class Case(models.Model):
    """The file of an incident. What it is about lies sealed in its records."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    event = models.ForeignKey(Event, on_delete=models.PROTECT)
    key_version = models.PositiveSmallIntegerField(default=1)
    revision = models.UUIDField(default=uuid.uuid4)  # another one after every change
    summary = models.BinaryField(default=bytes)
    closed_month = models.DateField(null=True)  # the first of the month in which it was closed
    by_phone = models.BooleanField(default=False)  # sealed on a telephone: whom it leaves out, no server knows at first
    news = models.BooleanField(default=True)  # something came in that no holder has opened
    restoration = models.ForeignKey(Restoration, null=True, on_delete=models.SET_NULL)  # closed since, for everybody

    def scope(self, name: str) -> Scope:
        return Scope(name, self.id, self.key_version)


class Grant(models.Model):
    """The case key, wrapped for one member: having it is having access.

    With nothing in ``sealed`` a place is kept for somebody whose new keys nobody has vouched for yet.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="grants")
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    identity = models.ForeignKey(Identity, on_delete=models.CASCADE)
    slot = models.PositiveSmallIntegerField()
    key_version = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()
    waits = models.BooleanField(default=False)  # its member has yet to hear of the case

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(slot__gte=1, slot__lte=HOLDERS), name="three_people_at_most"),
            models.UniqueConstraint(fields=["case", "slot"], name="one_grant_a_slot"),
            models.UniqueConstraint(fields=["case", "member"], name="one_grant_a_member"),
        ]


class Conflict(models.Model):
    """A member who must not hold this case; why is in the case, for those who hold it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE)
    member = models.ForeignKey(Member, on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="one_conflict_a_member")]


class Rung(models.IntegerChoices):
    """Which notices of a clock went out."""

    NOT_YET = 0
    AS_NEWS = 1
    AS_DUE = 2
    AS_LATE = 3  # to everybody who holds the case


class Clock(models.Model):
    """Something is owed by then; what, only a holder's session knows.

    A ``loud`` one waits for the first who answers: it rings further and further, and at any hour.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE)
    due = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    loud = models.BooleanField(default=False)
    noticed = models.PositiveSmallIntegerField(default=Rung.NOT_YET)
