"""Rows that say the same thing twice, and names that mean two things."""

from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.records.problem import Problem
from shanhe.records.programme import OwnIndicator, Place
from shanhe.records.source import Record, Source
from shanhe.values.numerals import plain


def same_rows(sheet: Sheet, records: Sequence[Record]) -> Iterator[Problem]:
    """Yield each row that cannot be told from an earlier one."""
    seen: dict[tuple[object, ...], Record] = {}
    for record in records:
        first = seen.setdefault(_key(sheet, record), record)
        if first is not record:
            yield _same(sheet, record, first)


def _key(sheet: Sheet, record: Record) -> tuple[object, ...]:
    if sheet.keys:
        return tuple(getattr(record, key) for key in sheet.keys)
    return tuple(record.source.cell(column.key).text.strip() for column in sheet.columns)


def _same(sheet: Sheet, record: Record, first: Record) -> Problem:
    names = "、".join(column.zh for column in sheet.columns if column.key in sheet.keys)
    words = {"row": str(first.source.row), "expected": names}
    return Problem("same_row" if sheet.keys else "equal_row", _row(record), words)


def _row(record: Record) -> Source:
    return Source(record.source.file, record.source.part, record.source.row)


def spellings(place: Place) -> Iterator[tuple[str, str]]:
    """Yield the field and the text of each way to write a place."""
    yield "name", place.name
    yield "full_name", place.full_name
    for word in place.aliases.replace(",", "、").replace("，", "、").split("、"):
        yield "aliases", word.strip()


def shared_names(places: Sequence[Record]) -> Iterator[Problem]:
    """Yield each spelling that means two places."""
    seen: dict[str, Place] = {}
    for place in places:
        if isinstance(place, Place):
            for key, word in spellings(place):
                first = seen.setdefault(plain(word), place)
                if word and first.name != place.name:
                    words = {"found": word, "row": str(first.source.row)}
                    yield Problem("same_name", place.source.cell(key), words)


def known_indicators(own: Sequence[Record], catalogue: Catalogue) -> Iterator[Problem]:
    """Yield each own indicator that the catalogue has already."""
    for record in own:
        if isinstance(record, OwnIndicator):
            found = catalogue.indicator_named(record.name)
            if found is not None:
                words = {"expected": found.name}
                yield Problem("known_indicator", record.source.cell("name"), words)
