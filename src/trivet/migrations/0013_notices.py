from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trivet", "0011_duty"),
    ]

    operations = [
        migrations.AddField("clock", "loud", models.BooleanField(default=False)),
        migrations.AddField("grant", "waits", models.BooleanField(default=False)),
        migrations.AddField("member", "quiet_from", models.TimeField(null=True)),
        migrations.AddField("member", "quiet_until", models.TimeField(null=True)),
    ]
