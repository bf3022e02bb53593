"""Which program computed a summary; its findings beside its page, which is read far more often."""

from typing import Any

from django.db import migrations, models

_GIST = ("key", "rule", "severity", "figures", "zh", "en")


def _part(apps: Any, _schema: Any) -> None:
    """Let pages show what they showed until each is computed anew, which takes its time."""
    for summary in apps.get_model("store", "Summary").objects.iterator(50):
        page = summary.page
        summary.findings = page.pop("findings", [])
        page["open"] = [{key: one[key] for key in _GIST} for one in summary.findings]
        summary.shown = page
        summary.save(update_fields=["findings", "shown"])


class Migration(migrations.Migration):
    """Fields of summaries; the large ones come last, so that they are not read along with others."""

    dependencies = [("store", "0006_tokens_know_their_last_use")]
    operations = [
        migrations.AddField("summary", "made_by", models.CharField(max_length=12, default="")),
        migrations.AddField("summary", "shown", models.JSONField(default=dict)),
        migrations.AddField("summary", "findings", models.JSONField(default=list)),
        migrations.RunPython(_part, migrations.RunPython.noop),
        migrations.RemoveField("summary", "page"),
        migrations.RenameField("summary", "shown", "page"),
    ]
