from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0005_history")]
    operations = [
        migrations.AddField("token", "used", models.DateTimeField(null=True)),
    ]
