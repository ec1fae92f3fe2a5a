"""After a restore: what people say changed since the backup, before cases open again."""

from django.db import models

from .event import Event
from .member import Member


class Restoration(models.Model):
    """An event came back from a backup of ``since``. Nothing of it opens until a chair has said who left."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE)
    since = models.DateTimeField()
    at = models.DateTimeField()
    entry = models.UUIDField()  # the line in the journal that says so
    said_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    said_at = models.DateTimeField(null=True)


class Recollection(models.Model):
    """What somebody knows of conflicts since the backup. A case opens again once two people have said so."""

    case = models.ForeignKey("trivet.Case", on_delete=models.CASCADE, related_name="recollections")
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    conflicts = models.JSONField(default=list)  # ids of members
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="one_recollection_a_member")]
