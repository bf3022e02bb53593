"""One cell of the workbook → fields of a record, or the reason why not."""

import re
from collections.abc import Callable
from difflib import get_close_matches

from shanhe.documents.formats.grid import NO_VALUE
from shanhe.documents.formats.marks import MERGED, ODD_FORMAT
from shanhe.documents.forms.workbook.declare import Column, Kind
from shanhe.documents.forms.workbook.numbers import amount, money, number, percent, sign, unit
from shanhe.documents.forms.workbook.row import Row
from shanhe.values.numerals import plain, read_date, read_number
from shanhe.values.period import read_period

ERRORS = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"}
)
"""What a spreadsheet shows where a formula failed."""


def read_row(row: Row) -> None:
    """Fill ``row.values`` with the fields of the record, and ``row.problems``."""
    for column in row.sheet.columns:
        text = row.text(column.key)
        if not text:
            if column.required and column.key in row.source.cells:
                row.refuse("required", column.key, **_wanted(column))
        elif mark := marked(text):
            row.refuse(mark, column.key, found=text.removeprefix(ODD_FORMAT))
        else:
            _READERS[column.kind](row, column, text)


def marked(text: str) -> str:
    """Return the kind of problem of a text that stands for what is no text, else nothing."""
    if text.startswith(ODD_FORMAT):
        return "odd_format"
    if text in ERRORS:
        return "error_value"
    return {NO_VALUE: "no_value", MERGED: "merged"}.get(text, "")


def _wanted(column: Column) -> dict[str, str]:
    """Return in words what a column may hold."""
    if column.kind is Kind.TEXT:
        return {"expected": column.note or column.kind.value}
    return {"expected": "、".join(column.choices) or column.kind.value, "note": column.note}


def _text(row: Row, column: Column, text: str) -> None:
    row.values[column.key] = text


def _choice(row: Row, column: Column, text: str) -> None:
    word = plain(text)
    found = next((choice for choice in column.choices if plain(choice) == word), None)
    if found is None:
        near = get_close_matches(text, column.choices, 1, 0.5)
        row.refuse(
            "not_a_choice", column.key, expected="、".join(column.choices), suggest="".join(near)
        )
    else:
        row.values[column.key] = found


def _yes_no(row: Row, column: Column, text: str) -> None:
    word = plain(text)
    if word in {"是", "否"}:
        row.values[column.key] = word == "是"
    else:
        row.refuse("not_a_choice", column.key, expected="是、否")


def _day(row: Row, column: Column, text: str) -> None:
    day = read_date(text)
    if day is None:
        row.refuse("not_a_date", column.key)
    else:
        row.values[column.key] = day


def _period(row: Row, column: Column, text: str) -> None:
    period = read_period(plain(text))
    if period is None:
        row.refuse("not_a_period", column.key)
    else:
        row.values[column.key] = period


def _year(row: Row, column: Column, text: str) -> None:
    period = read_period(plain(text))
    if period is None or period.year is None:
        row.refuse("not_a_year", column.key)
    else:
        row.values[column.key] = period.year


def _whole(row: Row, column: Column, text: str) -> None:
    number = read_number(text)
    if number is None or number != int(number):
        row.refuse("not_a_number" if number is None else "not_whole", column.key)
    else:
        row.values[column.key] = int(number)


def _place(row: Row, column: Column, text: str) -> None:
    places = row.names.places
    found = text if places is None else places.get(plain(text))
    if found is None:
        near = get_close_matches(text, places or (), 1, 0.5)
        row.refuse("unknown_place", column.key, suggest="".join(near))
    else:
        row.values[column.key] = found


def _indicator(row: Row, column: Column, text: str) -> None:
    found = row.names.indicator(text)
    if found is None:
        near = row.names.catalogue.suggest(text)
        row.refuse("unknown_indicator", column.key, suggest="、".join(near))
    else:
        row.values[column.key] = found


def _indicators(row: Row, column: Column, text: str) -> None:
    found: list[str] = []
    for name in filter(None, map(str.strip, re.split("[、，,；;\n]", text))):
        one = row.names.indicator(name)
        if one is None:
            near = "、".join(row.names.catalogue.suggest(name))
            row.refuse("unknown_indicator", column.key, found=name, suggest=near)
        else:
            found.append(one)
    row.values[column.key] = ",".join(found)


_READERS: dict[Kind, Callable[[Row, Column, str], None]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
    Kind.DAY: _day,
    Kind.YEAR: _year,
    Kind.PERIOD: _period,
    Kind.WHOLE: _whole,
    Kind.MONEY: money,
    Kind.PERCENT: percent,
    Kind.NUMBER: number,
    Kind.AMOUNT: amount,
    Kind.SIGN: sign,
    Kind.UNIT: unit,
    Kind.PLACE: _place,
    Kind.INDICATOR: _indicator,
    Kind.INDICATORS: _indicators,
}
