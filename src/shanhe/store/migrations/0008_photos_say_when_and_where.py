"""What a camera wrote into a photo, beside what a person says of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Files that are there already have nothing recorded."""

    dependencies = [("store", "0007_summaries_know_their_program")]
    operations = [
        migrations.AddField("file", "recorded", models.JSONField(default=dict)),
    ]
