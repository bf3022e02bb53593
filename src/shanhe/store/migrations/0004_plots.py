"""A layer of plots keeps what was found when it was read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0003_evaluation")]
    operations = [migrations.AddField("layer", "about", models.JSONField(default=dict))]
