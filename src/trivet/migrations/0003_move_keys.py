"""Move each member's public keys to an identity of their own."""

from typing import Any

from django.db import migrations


def move_keys(apps: Any, schema_editor: Any) -> None:
    """One identity a member, vouched for by the same people; grants and signed heads point to it."""
    member, identity = apps.get_model("trivet", "Member"), apps.get_model("trivet", "Identity")
    made = {
        row.pk: identity.objects.create(
            member=row, seal_to=row.seal_to, verify_with=row.verify_with, signature=row.signature
        )
        for row in member.objects.all()
    }
    for row in member.objects.exclude(attested_by=None):
        identity.objects.filter(pk=made[row.pk].pk).update(attested_by=made[row.attested_by_id])
    for name in ("Grant", "HeadSignature"):
        for pk, keys in made.items():
            apps.get_model("trivet", name).objects.filter(member_id=pk).update(identity=keys)


class Migration(migrations.Migration):
    dependencies = [("trivet", "0002_people_and_keys")]
    operations = [migrations.RunPython(move_keys)]
