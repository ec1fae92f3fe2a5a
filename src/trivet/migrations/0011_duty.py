import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def into_the_rota(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Whoever was on duty is on duty for the days of the event."""
    shifts = apps.get_model("trivet", "Shift").objects
    for row in apps.get_model("trivet", "Membership").objects.filter(on_duty=True).select_related("event"):
        shifts.create(event=row.event, member_id=row.member_id, starts=row.event.starts, ends=row.event.ends)


class Migration(migrations.Migration):
    dependencies = [
        ("trivet", "0010_attachments"),
    ]

    operations = [
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("phone", models.CharField(blank=True, max_length=40)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shifts", to="trivet.event"
                    ),
                ),
                ("member", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="trivet.member")),
            ],
        ),
        migrations.AddField("membership", "shown_as", models.CharField(blank=True, max_length=120)),
        migrations.RunPython(into_the_rota, migrations.RunPython.noop),
        migrations.RemoveField("membership", "on_duty"),
    ]
