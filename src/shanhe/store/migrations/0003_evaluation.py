"""The lock of an edition; what programmes are compared by: late steps, last entry, findings by rule."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def _compute_anew(apps: Any, _schema: Any) -> None:
    """Let every summary be computed again, so that the new fields are filled."""
    apps.get_model("store", "Summary").objects.update(revision=-1)


class Migration(migrations.Migration):
    """Fields of editions and summaries, and the table of findings by rule."""

    dependencies = [("store", "0002_journal_is_append_only")]
    operations = [
        migrations.AddField(
            model_name="edition",
            name="lock",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="editions",
                to="store.lock",
            ),
        ),
        migrations.AddField(
            model_name="summary", name="active", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(
            model_name="summary", name="overdue", field=models.IntegerField(default=0)
        ),
        # The page is by far the largest column. Behind all others it is not read along with them;
        # what it holds is computed anew anyway.
        migrations.RemoveField(model_name="summary", name="page"),
        migrations.AddField(
            model_name="summary", name="page", field=models.JSONField(default=dict)
        ),
        migrations.CreateModel(
            name="Found",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(db_index=True, max_length=20)),
                ("severity", models.CharField(max_length=10)),
                ("count", models.IntegerField()),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="found",
                        to="store.summary",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["summary", "rule", "severity"], name="one_count_a_rule"
                    )
                ]
            },
        ),
        migrations.RunPython(_compute_anew, migrations.RunPython.noop),
    ]
