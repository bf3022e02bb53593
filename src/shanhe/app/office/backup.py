"""Back the whole office up into one file while it runs, and restore it into an empty one.

The file is a zip: one line of JSON a row for each table, and the files under their digests. It does
not depend on the database, so an office moves from SQLite to PostgreSQL by backup and restore.
"""

import hashlib
import io
import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, connections, models, transaction

from shanhe import __version__
from shanhe.app.office.rights import Refused
from shanhe.store import files
from shanhe.store.held import TABLES
from shanhe.store.journal import Break, take_over, verify
from shanhe.store.models import (
    Account,
    Audit,
    Book,
    Edition,
    Entry,
    File,
    Found,
    Grant,
    Layer,
    Line,
    Lock,
    Office,
    Organisation,
    Permit,
    Plot,
    Reply,
    Submission,
    Summary,
    Token,
)

_TABLES: tuple[type[models.Model], ...] = (
    Organisation,
    Account,
    Office,
    Book,
    Grant,
    Token,
    Entry,
    Line,
    Summary,
    Found,
    File,
    Submission,
    Lock,
    Permit,
    Audit,
    Reply,
    Edition,
    Layer,
    Plot,
)
"""Every table, each after those it points to."""
_SNAPSHOT, _BATCH = "snapshot", 2000
_ABOUT = "shanhe.json"
Tick = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a backup holds: rows of tables, and files."""

    rows: int
    files: int


def back_up(target: Path, tick: Tick = lambda _: None) -> Counted:
    """Write everything into one new file; nobody has to stop working.

    Rows are those of one moment. Files are never changed, so those of that moment are still there.

    Args:
        target: must not exist yet.
        tick: called with the name of each table, for a progress bar.

    Raises:
        Refused: the file is there already.
    """
    if target.exists():
        raise Refused(f"{target} 已存在，请换一个文件名。", f"{target} exists already.", 409)
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.touch(mode=0o600)  # it holds everything, digests of passwords too
    try:
        with (
            _snapshot() as alias,
            zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as package,
        ):
            counted = _write(package, alias, tick)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return counted


def _write(package: zipfile.ZipFile, alias: str, tick: Tick) -> Counted:
    counts = {}
    for table in _TABLES:
        tick(table.__name__)
        with package.open(f"tables/{table.__name__.lower()}.jsonl", "w") as raw:
            counts[table.__name__] = _dump(table, alias, raw)
    digests = sorted(set(_digests(alias)))
    tick("files")
    for digest in digests:
        package.write(files.path_of(digest), f"files/{digest}", zipfile.ZIP_STORED)
    about = {"shanhe": __version__, "holds": TABLES, "rows": counts, "files": len(digests)}
    package.writestr(_ABOUT, json.dumps(about, ensure_ascii=False, indent=1))
    return Counted(sum(counts.values()), len(digests))


def _dump(table: type[models.Model], alias: str, raw: Any) -> int:
    rows = table._default_manager.using(alias).order_by("pk")  # noqa: SLF001 - the framework's own name for it
    text = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    serializers.serialize(
        "jsonl", rows.iterator(_BATCH), stream=text, ensure_ascii=False, cls=_Exact
    )
    text.detach()
    return rows.count()


class _Exact(DjangoJSONEncoder):
    """Days and times to the microsecond: the journal's hashes are made over them."""

    def default(self, o: Any) -> Any:
        """Return a time with all its digits, everything else as usual."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def _digests(alias: str) -> Iterator[str]:
    """Yield the digests of every file that a row speaks of."""
    yield from File.objects.using(alias).values_list("digest", flat=True)
    for papers in Edition.objects.using(alias).values_list("papers", flat=True):
        yield from papers.values()


@contextmanager
def _snapshot() -> Iterator[str]:
    """Yield the name of a connection that shows one moment, while others go on writing."""
    if connection.vendor != "sqlite":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield "default"
        return
    with tempfile.TemporaryDirectory(prefix="shanhe-") as folder:
        copy = Path(folder) / "snapshot.sqlite3"
        connection.ensure_connection()
        target = sqlite3.connect(copy)
        try:
            connection.connection.backup(target)
        finally:
            target.close()
        connections.databases[_SNAPSHOT] = {**connections.databases["default"], "NAME": str(copy)}
        try:
            yield _SNAPSHOT
        finally:
            connections[_SNAPSHOT].close()
            del connections[_SNAPSHOT], connections.databases[_SNAPSHOT]


def restore(source: Path, tick: Tick = lambda _: None) -> tuple[Counted, list[Break]]:
    """Bring a backup into an office that is still empty, all or nothing, and verify the journal.

    One that was made before the journal held locks, grants, answers and submissions is taken over as
    found, as an office of that time is by its migration.

    Returns what was restored, and every place where the journal does not hold; where there is one,
    nothing was restored.

    Raises:
        Refused: the office is not empty, or the file is no whole backup.
    """
    if Organisation.objects.exists() or Account.objects.exists():
        raise Refused(
            "目标数据目录已有数据，只能恢复到空目录。",
            "There is data already; restore into an empty place.",
            409,
        )
    try:
        with zipfile.ZipFile(source) as package:
            return _restore(package, tick)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        serializers.base.DeserializationError,
    ) as error:
        raise Refused(
            f"{source} 不是完整的备份文件（{error}）。",
            f"{source} is no whole backup ({error}).",
            422,
        ) from None


class _Broken(Exception):  # noqa: N818 - what it says of a backup
    """The journal of a backup does not hold; what was read of it is undone."""


def _restore(package: zipfile.ZipFile, tick: Tick) -> tuple[Counted, list[Break]]:
    about = json.loads(package.read(_ABOUT))
    for digest in _stored(package):
        _keep(package, digest)
    breaks: list[Break] = []
    try:
        with transaction.atomic():
            counts = {}
            for table in _TABLES:
                tick(table.__name__)
                counts[table.__name__] = _load(package, table)
            _reset_keys()
            if not about.get("holds"):
                take_over({table.__name__.lower(): table for table in _TABLES})
            breaks += verify()
            if breaks or counts != about["rows"]:
                raise _Broken
    except _Broken:
        if not breaks:
            raise ValueError("rows") from None
    return Counted(sum(counts.values()), about["files"]), breaks


def _stored(package: zipfile.ZipFile) -> Iterator[str]:
    for name in package.namelist():
        folder, _, digest = name.partition("/")
        if folder == "files":
            yield digest


def _keep(package: zipfile.ZipFile, digest: str) -> None:
    data = package.read(f"files/{digest}")
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError(digest)
    files.keep(data)


def _load(package: zipfile.ZipFile, table: type[models.Model]) -> int:
    count = 0
    with package.open(f"tables/{table.__name__.lower()}.jsonl") as raw:
        lines = io.TextIOWrapper(raw, encoding="utf-8")
        rows = (one.object for one in serializers.deserialize("jsonl", lines))
        while batch := list(islice(rows, _BATCH)):
            _insert(table, batch)
            count += len(batch)
    return count


def _insert(table: type[models.Model], rows: list[Any]) -> None:
    """Insert rows as they are: the days on which they were made stay what they were."""
    if table is Entry:
        Entry.objects.bulk_create(rows)
        return
    for row in rows:
        row.save_base(raw=True, force_insert=True)


def _reset_keys() -> None:
    """Let new keys begin after the restored ones."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(_TABLES))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
