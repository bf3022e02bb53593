"""The database itself refuses to change or remove a line of the journal."""

from typing import Any

from django.db import migrations

_SQLITE = [
    f"CREATE TRIGGER journal_no_{what.lower()} BEFORE {what} ON store_entry "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    for what in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    (
        "CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$"
    ),
    (
        "CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()"
    ),
]
_UNDO = {
    "sqlite": ["DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete"],
    "postgresql": [
        "DROP TRIGGER journal_append_only ON store_entry",
        "DROP FUNCTION journal_is_append_only()",
    ],
}


def _forwards(_apps: Any, schema: Any) -> None:
    for statement in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[schema.connection.vendor]:
        schema.execute(statement)


def _backwards(_apps: Any, schema: Any) -> None:
    for statement in _UNDO[schema.connection.vendor]:
        schema.execute(statement)


class Migration(migrations.Migration):
    """Triggers on the journal."""

    dependencies = [("store", "0001_first")]
    operations = [migrations.RunPython(_forwards, _backwards)]
