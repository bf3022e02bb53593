"""What hardly was meant in rows that are handed in: told in its place, left to whoever reviews.

A figure can be read and still be wrong: negative, of a day to come or of another year, in a unit
the indicator is not measured in, or in contradiction to what the programme says already. The last
the rulebook knows, so the programme is held against it as it would be after acceptance.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from shanhe.app.office.books import catalogue_of
from shanhe.app.office.draft_check import read_with
from shanhe.app.office.sheets import declared
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.measures.hardly_meant import negative, to_come
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Severity
from shanhe.records.source import Record, Source
from shanhe.rules.book import rulebook
from shanhe.rules.run import run
from shanhe.store.models import Book

_DONE = frozenset({"when", "started", "finished", "evidence_on"})
"""Days on which something has happened; others may be still to come."""
_JUDGED = frozenset({("progress", "amount")})
"""Sheet and field of what a rule tells when it is negative."""
_MOST_PLACES = 4
"""What names more places speaks of the programme, not of a row."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to look at twice: number of the row from 0, key of the field, why."""

    row: int
    field: str
    zh: str
    en: str


def doubts(book: Book, sheet: Sheet, rows: Sequence[Mapping[str, Any]], on: date) -> list[Doubt]:
    """Return what hardly was meant; nothing where the rows cannot be read yet.

    Args:
        book: the programme.
        sheet: which the rows are for.
        rows: as a submission keeps them.
        on: the day on which they are looked at.
    """
    asked = json.dumps([[row["row"], row["texts"]] for row in rows])
    return list(_doubts(book.pk, book.head, sheet.key, asked, on))


@lru_cache(maxsize=32)
def _doubts(book: int, head: str, key: str, asked: str, on: date) -> tuple[Doubt, ...]:
    """Return the doubts; ``head`` is the end of the journal, so nothing is looked at twice."""
    del head
    rows = [{"row": row, "texts": texts} for row, texts in json.loads(asked)]
    sheet = declared(key)
    dossier, problems, numbers = read_with(Book.objects.get(pk=book), sheet, rows)
    if dossier is None or problems:
        return ()
    typed = {place + 2: number for place, number in enumerate(numbers)}
    records, year = getattr(dossier, sheet.key), dossier.programme.year
    plain = [one for record in records for one in _plain(sheet, record, on, year)]
    found = [*plain, *_contradictions(dossier, sheet, typed)]
    return tuple(replace(one, row=typed[one.row]) for one in found if one.row in typed)


def _plain(sheet: Sheet, record: Record, on: date, year: int) -> Iterator[Doubt]:
    keys = [column.key for column in sheet.columns]
    row = record.operand(keys[0]).where.row
    for key in negative(record, keys):
        if (sheet.key, key) not in _JUDGED:
            yield Doubt(row, key, "为负数，请核对。", "It is negative; check it.")
    later = frozenset(to_come(record, _DONE, on))
    for key in keys:
        value = getattr(record, key, None)
        if key in later:
            yield Doubt(row, key, "晚于今天，请核对。", "It is still to come; check it.")
        elif isinstance(value, date) and key == "when" and value.year != year:
            zh, en = f"不在{year}年度内，请核对。", f"It is not in {year}; check it."
            yield Doubt(row, key, zh, en)
    yield from _unlike(record)


def _unlike(record: Record) -> Iterator[Doubt]:
    key, stated = getattr(record, "indicator", ""), getattr(record, "unit", None)
    wanted = catalogue_of().indicator(key).unit if catalogue_of().has_indicator(key) else None
    if wanted and stated and not stated.like(wanted):
        zh = f"该指标的计量单位为“{wanted.symbol}”，请核对。"
        en = f"The indicator is measured in {wanted.symbol}; check it."
        yield Doubt(record.operand("unit").where.row, "unit", zh, en)


def _contradictions(dossier: Dossier, sheet: Sheet, typed: Mapping[int, int]) -> Iterator[Doubt]:
    """Yield what the rulebook finds in these rows, each at the first place of theirs it names."""
    for finding in run(dossier, catalogue_of(), rulebook()).findings:
        place = _place(finding, sheet, typed)
        if place is not None and finding.severity is not Severity.NOTE:
            column = sheet.column(place.column)
            said = finding.messages
            yield Doubt(
                place.row,
                column.key if column else "",
                f"{said['zh']}（{finding.rule}）",
                f"{said['en']} ({finding.rule})",
            )


def _place(finding: Finding, sheet: Sheet, typed: Mapping[int, int]) -> Source | None:
    """Return where these rows are what a finding is about; ``None`` where it is about others."""
    places = [one.where for one in finding.operands]
    own = [one for one in places if one.part == sheet.zh and one.row in typed]
    is_theirs = bool(own) and (places[0] == own[0] or {one.part for one in places} == {sheet.zh})
    return own[0] if is_theirs and len(places) <= _MOST_PLACES else None
