"""What an event needs to have settled; its numbers get a kind each."""

from typing import Any

from django.db import migrations, models


def give_kinds(apps: Any, schema_editor: Any) -> None:
    """The first number was the most urgent one; whoever could be rung to talk was the team. Labels stay."""
    event = apps.get_model("trivet", "Event")
    for row in event.objects.all():
        kinds = ["danger", *["security"] * len(row.numbers)]
        urgent = [{"kind": kind, **number} for kind, number in zip(kinds, row.numbers, strict=False)]
        team = [{"kind": "team", **number} for number in row.ring]
        event.objects.filter(pk=row.pk).update(contacts=urgent + team)


class Migration(migrations.Migration):
    dependencies = [("trivet", "0006_after_a_restore")]
    operations = [
        migrations.AddField("event", "contacts", models.JSONField(default=list)),
        migrations.AddField(
            "event", "quiet_room", models.CharField(blank=True, max_length=200, default=""), preserve_default=False
        ),
        migrations.AddField(
            "event", "duty_to_report", models.TextField(blank=True, default=""), preserve_default=False
        ),
        migrations.AddField(
            "event", "duty_checked_by", models.CharField(blank=True, default="", max_length=120), preserve_default=False
        ),
        migrations.AddField("event", "duty_checked_on", models.DateField(null=True)),
        migrations.RunPython(give_kinds),
        migrations.RemoveField("event", "numbers"),
        migrations.RemoveField("event", "ring"),
    ]
