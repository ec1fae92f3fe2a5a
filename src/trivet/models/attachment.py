"""A file that came with a report, a message or a note: what its entry says of it, and where its bytes lie."""

import uuid
from dataclasses import dataclass, field

from django.db import models

from trivet.vault.shares import Scope

from .case import Case


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file as it was made anew; of the one that was sent nothing is kept, not even its name."""

    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    media: str
    size: int


class Part(models.Model):
    """A part of an attachment's bytes, sealed like the entry that names it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parts")
    attachment = models.UUIDField(db_index=True)
    number = models.PositiveSmallIntegerField()
    scope = models.CharField(max_length=16)
    subject = models.UUIDField()  # the case, or a return box
    key_version = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attachment", "number"], name="one_part_a_number")]

    @property
    def sealed_for(self) -> Scope:
        return Scope(self.scope, self.subject, self.key_version)
