"""One cell of the workbook → fields of a record, or the reason why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats.grid import NO_VALUE
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.records.problem import Problem
from shanhe.records.source import RowSource
from shanhe.values.numerals import plain, read_date, read_number, read_quantity, read_sign
from shanhe.values.period import read_period
from shanhe.values.quantity import Sign
from shanhe.values.unit import find_unit

ABSENT = (
    "-",
    "—",
    "–",
    "/",
    "无",
    "不适用",
    "未统计",
    "未到期",
    "未报",
    "尚未测算",
    "新增指标",
    "取消",
)
"""Words that stand for the absence of a number; each is kept as written."""

CLASSES = (
    "达成预期指标",
    "部分达成预期指标并具有一定效果",
    "未达成预期指标且效果较差",
    "达成",
    "部分达成",
    "未达成",
)
"""The classes of a qualitative indicator (form footnote)."""


@dataclass(frozen=True, slots=True)
class Names:
    """What names may stand in a workbook.

    Attributes:
        catalogue: for indicators.
        own: names of the programme's own indicators, to their ids.
        places: names and other spellings of regions and units, to the short name.
    """

    catalogue: Catalogue
    own: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def indicator(self, name: str) -> str | None:
        """Return the id of the indicator that ``name`` means."""
        if name in self.own:
            return self.own[name]
        found = self.catalogue.indicator_named(name)
        return found.id if found else None


@dataclass(slots=True)
class Row:
    """A row being read: its texts by field, and what came of it."""

    sheet: Sheet
    source: RowSource
    names: Names
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        """Return the text of field ``key``."""
        cell = self.source.cells.get(key)
        return cell.text.strip() if cell else ""

    def refuse(self, kind: str, key: str, **words: str) -> None:
        """Note that field ``key`` cannot be read."""
        self.problems.append(Problem(kind, self.source.cell(key), words))


def read_row(row: Row) -> None:
    """Fill ``row.values`` with the fields of the record, and ``row.problems``."""
    for column in row.sheet.columns:
        text = row.text(column.key)
        if text == NO_VALUE or (text.startswith("#") and text.endswith(("!", "?", "A"))):
            row.refuse("no_value" if text == NO_VALUE else "error_value", column.key)
        elif text:
            _READERS[column.kind](row, column, text)
        elif column.required:
            row.refuse("required", column.key, expected=column.note or column.kind.value)


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
    if text in {"是", "否"}:
        row.values[column.key] = text == "是"
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
        row.refuse("not_a_period", column.key)
    else:
        row.values[column.key] = period.year


def _whole(row: Row, column: Column, text: str) -> None:
    number = read_number(text)
    if number is None or number != int(number):
        row.refuse("not_a_number" if number is None else "not_whole", column.key, expected="整数")
    else:
        row.values[column.key] = int(number)


def _number(row: Row, column: Column, text: str) -> None:
    _in_unit(row, column, text, ("",))


def _percent(row: Row, column: Column, text: str) -> None:
    _in_unit(row, column, text, ("", "%"))


def _money(row: Row, column: Column, text: str) -> None:
    _in_unit(row, column, text, ("", "万元"))


def _in_unit(row: Row, column: Column, text: str, allowed: tuple[str, ...]) -> None:
    """Read a number that may carry the column's own unit, and no other."""
    found = read_quantity(text)
    if found is None or found.sign:
        _words(row, column, text, f"{column.key}_words")
    elif found.unit.symbol not in allowed:
        row.refuse("wrong_unit", column.key, found=found.unit.symbol, expected=allowed[-1] or "无")
    else:
        row.values[column.key] = found.amount


def _words(row: Row, column: Column, text: str, key: str) -> None:
    """Keep a word for "no number" where the record has a place for it; else refuse."""
    allowed = ABSENT if column.kind is not Kind.AMOUNT else (*ABSENT, *CLASSES)
    has_place = any(each.name == key for each in fields(row.sheet.record))
    if text not in allowed:
        row.refuse("not_a_number", column.key, expected=column.kind.value)
    elif has_place:
        row.values[key] = text
    elif column.required:
        row.refuse("required", column.key, expected=column.kind.value)


def _amount(row: Row, column: Column, text: str) -> None:
    """Read a value whose sign and unit stand in columns of their own, in the cell, or both."""
    prefix = column.key.removesuffix("amount")
    found = read_quantity(text)
    if found is None:
        _words(row, column, text, f"{prefix}words")
        return
    row.values[column.key] = found.amount
    _settle_sign(row, column, f"{prefix}sign", found.sign)
    if found.unit.symbol:
        _settle_unit(row, column, f"{prefix}unit", found.unit.symbol)


def _settle_sign(row: Row, column: Column, key: str, sign: Sign) -> None:
    stated = read_sign(row.text(key))
    if sign and stated and sign is not stated:
        row.refuse("two_signs", column.key, found=sign.value, expected=stated.value)
    elif sign:
        row.values[key] = sign


def _settle_unit(row: Row, column: Column, key: str, symbol: str) -> None:
    stated = find_unit(plain(row.text(key))) if row.text(key) else None
    if stated is not None and stated.symbol != symbol:
        row.refuse("two_units", column.key, found=symbol, expected=stated.symbol)
    else:
        row.values[key] = find_unit(symbol)


def _sign(row: Row, column: Column, text: str) -> None:
    sign = read_sign(text)
    if sign is None:
        row.refuse("not_a_choice", column.key, expected="≥、≤、=、>、<")
    else:
        row.values[column.key] = sign


def _unit(row: Row, column: Column, text: str) -> None:
    unit = find_unit(plain(text))
    if unit is None:
        row.refuse("unknown_unit", column.key)
    else:
        row.values.setdefault(column.key, unit)


def _place(row: Row, column: Column, text: str) -> None:
    found = row.names.places.get(plain(text))
    if found is None:
        near = get_close_matches(text, row.names.places, 1, 0.5)
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
    names = text.replace("，", "、").replace(",", "、").replace("；", "、").split("、")
    found: list[str] = []
    for name in filter(None, map(str.strip, names)):
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
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _amount,
    Kind.SIGN: _sign,
    Kind.UNIT: _unit,
    Kind.PLACE: _place,
    Kind.INDICATOR: _indicator,
    Kind.INDICATORS: _indicators,
}
