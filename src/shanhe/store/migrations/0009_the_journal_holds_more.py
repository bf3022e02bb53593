"""Locks, grants, answers and submissions that are there are taken over into the journal as found."""

from typing import Any

from django.db import migrations

from shanhe.store.held import TABLES
from shanhe.store.journal import take_over


def _forwards(apps: Any, _schema: Any) -> None:
    take_over({name: apps.get_model("store", name) for name in (*TABLES, "book", "entry")})


class Migration(migrations.Migration):
    """The journal is append-only: what it was told stays."""

    dependencies = [("store", "0008_photos_say_when_and_where")]
    operations = [migrations.RunPython(_forwards, migrations.RunPython.noop)]
