import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trivet", "0003_move_keys")]

    operations = [
        migrations.AlterField(
            model_name="grant",
            name="identity",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="trivet.identity"),
        ),
        migrations.AlterField(
            model_name="headsignature",
            name="identity",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="trivet.identity"),
        ),
        migrations.RemoveField(
            model_name="headsignature",
            name="member",
        ),
        migrations.RemoveField(
            model_name="member",
            name="attested_by",
        ),
        migrations.RemoveField(
            model_name="member",
            name="seal_to",
        ),
        migrations.RemoveField(
            model_name="member",
            name="signature",
        ),
        migrations.RemoveField(
            model_name="member",
            name="verify_with",
        ),
    ]
