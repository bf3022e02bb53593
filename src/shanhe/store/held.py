"""Rows that the journal holds: each entry that makes or changes one says how it stands from then on.

They are locks and their exceptions, grants, answers to findings, and submissions that were handed in.
What a row says without its entry, nobody said.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model, QuerySet

from shanhe.store.models import Book, Entry, Grant, Lock, Permit, Reply, Submission

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "lock": ("sheet", "why", "account_id", "at", "opened"),
    "permit": ("lock_id", "organisation_id", "until", "why", "account_id", "at"),
    "grant": ("account_id", "role", "organisation_id", "book_id", "until"),
    "reply": ("series", "finding", "reply", "reason", "figures", "account_id", "at"),
    "submission": ("organisation_id", "sheet", "title", "state", "comment"),
}
TABLES = tuple(_FIELDS)
_BEING_WRITTEN = frozenset({"draft", "returned"})
_Fields = dict[str, Any]


def stands(row: Model) -> dict[str, _Fields]:
    """Return what an entry says of a row as it stands now, to be added to its texts."""
    return {"stands": {**_named(row), **_plain(row)}}


def gone(row: Model) -> dict[str, _Fields]:
    """Return what an entry says of a row that is taken away; call it while the row has its key."""
    return {"stands": _named(row)}


def _named(row: Model) -> _Fields:
    return {"table": row._meta.model_name, "key": row.pk}  # noqa: SLF001 - the framework's own name for it


def _plain(row: Any) -> _Fields:
    """Return the fields of a row as plain data; rows of a draft are its author's, and not held."""
    name = str(row._meta.model_name)  # noqa: SLF001 - likewise
    fields = {one.removesuffix("_id"): _text(getattr(row, one)) for one in _FIELDS[name]}
    if name == "submission" and row.state not in _BEING_WRITTEN:
        fields |= {"rows": row.rows, "editors": sorted(row.editors)}
    return fields


def _text(found: Any) -> Any:
    if isinstance(found, datetime):
        return found.astimezone(UTC).isoformat(timespec="microseconds")
    return found.isoformat() if isinstance(found, date) else found


def rows_of(book: Book | None, table: str, model: Any = None) -> QuerySet[Any]:
    """Return the rows of a table that the journal of a book holds, or that of the office (``None``)."""
    known = {"lock": Lock, "permit": Permit, "grant": Grant, "reply": Reply}
    found = (model or known.get(table, Submission))._default_manager.order_by("pk")  # noqa: SLF001 - likewise
    if table == "grant":
        return found.none() if book else found.all()
    if book is None and table != "reply":
        return found.none()
    return found.filter(**{"lock__book" if table == "permit" else "book": book})


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not as the journal says.

    Attributes:
        number: of the entry that spoke of it last; 0 for none.
        kind: ``altered``, ``lost`` (it is not there) or ``unsaid`` (no entry speaks of it).
        fields: name, what the journal says, what the row says.
    """

    number: int
    kind: str
    table: str
    key: int
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class Held:
    """What a journal says of the rows it holds, heard entry by entry."""

    _said: dict[tuple[str, int], tuple[int, _Fields]] = field(default_factory=dict)

    def hear(self, entry: Entry) -> None:
        """Take in an entry; the last one that speaks of a row counts."""
        if entry.row or not entry.texts or "stands" not in entry.texts:
            return
        fields = dict(entry.texts["stands"])
        place = (fields.pop("table"), fields.pop("key"))
        before = self._said.pop(place, (0, {}))[1]
        if not fields:
            return
        if fields.get("state", "draft") not in _BEING_WRITTEN:
            fields.setdefault("rows", entry.texts.get("rows", before.get("rows")))
        self._said[place] = entry.number, fields

    def differences(self, book: Book | None) -> Iterator[Difference]:
        """Yield every row that is not as it was said, table by table."""
        for table in TABLES:
            said = {key: one for (name, key), one in self._said.items() if name == table}
            for row in rows_of(book, table).iterator(500):
                number, fields = said.pop(row.pk, (0, {}))
                now = _plain(row)
                if not fields and now.get("state") != "draft":
                    yield Difference(0, "unsaid", table, row.pk)
                elif fields and fields != now:
                    differs = tuple(_differences("", fields, now))
                    yield Difference(number, "altered", table, row.pk, differs)
            for key, (number, _fields) in sorted(said.items()):
                yield Difference(number, "lost", table, key)


def _differences(name: str, said: Any, found: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the place within a row, what was said there, and what is there."""
    if isinstance(said, dict) and isinstance(found, dict):
        for key in dict.fromkeys((*said, *found)):
            within = f"{name} {key}".strip()
            yield from _differences(within, said.get(key), found.get(key))
    elif isinstance(said, list) and isinstance(found, list) and name == "rows":
        for number in range(max(len(said), len(found))):
            pair = (one[number] if number < len(one) else None for one in (said, found))
            yield from _differences(f"{name} {number + 1}", *pair)
    elif said != found:
        yield name, _shown(said), _shown(found)


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def unheard(
    books: Iterable[Book], models: Mapping[str, Any]
) -> Iterator[tuple[Book | None, Model]]:
    """Yield every row that is there, with the book whose journal is to hold it; drafts are not held.

    Args:
        books: all of them.
        models: table → its model, as it was at the step of a migration.
    """
    for book in (None, *books):
        for table in TABLES:
            for row in rows_of(book, table, models[table]).iterator(500):
                if _plain(row).get("state") != "draft":
                    yield book, row
