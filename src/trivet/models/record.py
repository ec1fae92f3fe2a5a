"""Sealed rows: what a case holds, and the box by which a reporter comes back."""

import uuid

from django.db import models

from trivet.vault.shares import Scope

from .case import Case


class ReturnBox(models.Model):
    """A reporter's way back: found by a tag, opened by their return code. Its id follows from its key."""

    id = models.UUIDField(primary_key=True)
    tag = models.BinaryField(unique=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="boxes")
    public = models.BinaryField()
    wrapped_seed = models.BinaryField()
    sealed_half = models.BinaryField()

    @property
    def scope(self) -> Scope:
        return Scope("thread", self.id, self.case.key_version)


class Record(models.Model):
    """One sealed entry. Its kind and its time are inside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="records")
    scope = models.CharField(max_length=16)
    subject = models.UUIDField()  # the case, or a return box
    key_version = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    @property
    def sealed_for(self) -> Scope:
        return Scope(self.scope, self.subject, self.key_version)


class JournalEntry(models.Model):
    """Who did what: a chain of MACs, with a sealed body where a case is concerned."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    previous = models.BinaryField()
    mac = models.BinaryField(db_index=True)
    case = models.UUIDField(null=True, db_index=True)
    commitment = models.BinaryField()
    salt = models.BinaryField()
    body = models.BinaryField()
    body_mac = models.BinaryField()


class JournalHead(models.Model):
    """The last link, stamped. One row."""

    last = models.BinaryField()
    stamp = models.BinaryField()


class HeadSignature(models.Model):
    """A member saw the journal end here."""

    identity = models.ForeignKey("trivet.Identity", on_delete=models.CASCADE)
    head = models.BinaryField()
    signature = models.BinaryField()
