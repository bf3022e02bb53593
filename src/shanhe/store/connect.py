"""Open the store: settings, models, and a database that has all its tables."""

import os
from pathlib import Path


def connect(data: Path | None = None, *, settings: str = "shanhe.store.settings") -> None:
    """Make the models usable in this process.

    Args:
        data: folder of the data; ``None`` for the environment's.
        settings: the module of settings; the pages bring more than the store needs.
    """
    if data is not None:
        os.environ["SHANHE_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django  # noqa: PLC0415 - only the office needs it

    django.setup()


def _keep_private() -> None:
    """Let nobody but the owner read the database; what SQLite writes beside it is like it."""
    from django.conf import settings  # noqa: PLC0415 - after connect

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3") and Path(database["NAME"]).is_absolute():
        Path(database["NAME"]).touch(mode=0o600)
        Path(database["NAME"]).chmod(0o600)


def migrate() -> None:
    """Give the database every table of this version; nothing is done where it has them."""
    from django.core.management import call_command  # noqa: PLC0415 - after connect

    _keep_private()
    if _lacks_a_step():
        call_command("migrate", interactive=False, verbosity=0)


def _lacks_a_step() -> bool:
    """Return whether a step of this version has not been taken; asked with one query.

    The framework's own command would in addition rebuild the state of every model, at each start.
    """
    from django.db import connection  # noqa: PLC0415 - after connect
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415

    loader = MigrationLoader(connection)
    return not loader.disk_migrations.keys() <= loader.applied_migrations.keys()
