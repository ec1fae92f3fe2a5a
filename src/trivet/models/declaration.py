"""What somebody says before they take cases over: with whom they have a conflict."""

from django.db import models

from .event import Event
from .member import Identity, Member


class Declaration(models.Model):
    """Names, sealed to one person who may hand cases over, and signed by whoever gave them."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="declarations")
    reader = models.ForeignKey(Identity, on_delete=models.CASCADE)
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()
    signature = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "member", "reader"], name="one_declaration_a_reader")]
