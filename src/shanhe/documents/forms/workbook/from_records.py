"""The dossier → the sheets of a workbook; the other way round of reading."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.documents.forms.workbook.guide import empty_grid, headings
from shanhe.documents.forms.workbook.tables import SHEETS
from shanhe.records.dossier import Dossier
from shanhe.records.source import Record
from shanhe.values.unit import Unit

Name = Callable[[str], str]


def grids_of(dossier: Dossier, name_of: Name) -> dict[str, Grid]:
    """Return every sheet, filled with the dossier's records.

    Args:
        dossier: what was read, from a workbook or from a paper.
        name_of: id of an indicator to the name that the workbook's reader knows.

    What a paper says beyond the sheets (headings, repeated facts) is not written. Reading the
    result again gives the same records.
    """
    return {sheet.zh: _grid(sheet, _records(dossier, sheet), name_of) for sheet in SHEETS}


def _records(dossier: Dossier, sheet: Sheet) -> tuple[Record, ...]:
    found = getattr(dossier, sheet.key)
    if sheet.vertical:
        return () if found is None else (found,)
    return tuple(found)


def _grid(sheet: Sheet, records: tuple[Record, ...], name_of: Name) -> Grid:
    if not sheet.vertical:
        rows = [[_text(record, c, name_of) for c in sheet.columns] for record in records]
        return [headings(sheet), *rows]
    grid = [list(row) for row in empty_grid(sheet)]
    for record in records:
        for row, column in zip(grid[1:], sheet.columns, strict=True):
            row[1] = _text(record, column, name_of)
    return grid


def _text(record: Record, column: Column, name_of: Name) -> str:
    value = getattr(record, column.key)
    if value is None:
        return str(getattr(record, _words_key(column), "") or "")
    if column.kind is Kind.INDICATOR:
        return name_of(value)
    if column.kind is Kind.INDICATORS:
        return "、".join(name_of(one) for one in value.split(",") if one)
    if column.kind is Kind.PERIOD:
        return "实施期" if value.is_term else str(value.year)
    return _printed(value)


def _words_key(column: Column) -> str:
    """Return the field that holds the words where there is no number."""
    if column.kind is Kind.AMOUNT:
        return f"{column.key.removesuffix('amount')}words"
    return f"{column.key}_words"


def _printed(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Unit):
        return value.symbol
    if isinstance(value, date):
        return value.isoformat()
    return str(value.value if isinstance(value, Enum) else value)


def names_of(known: Mapping[str, str], own: Mapping[str, str]) -> Name:
    """Return the naming of indicators: the catalogue's names, then the programme's own."""
    return lambda indicator: known.get(indicator) or own.get(indicator) or indicator
