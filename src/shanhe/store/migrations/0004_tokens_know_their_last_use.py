from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0003_evaluation")]
    operations = [
        migrations.AddField("token", "used", models.DateTimeField(null=True)),
    ]
