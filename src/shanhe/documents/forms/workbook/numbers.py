"""Cells that hold numbers, with their signs and units."""

from dataclasses import fields

from shanhe.documents.forms.workbook.declare import Column, Kind
from shanhe.documents.forms.workbook.row import Row
from shanhe.values.numerals import plain, read_quantity, read_sign
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

_CONVERSIONS = {"元": "1万元=10000元", "亿元": "1亿元=10000万元", "‰": "10‰=1%"}


def number(row: Row, column: Column, text: str) -> None:
    """Read a plain number."""
    _in_unit(row, column, text, ("",))


def percent(row: Row, column: Column, text: str) -> None:
    """Read a percentage, with or without its sign."""
    _in_unit(row, column, text, ("", "%"))


def money(row: Row, column: Column, text: str) -> None:
    """Read an amount in 万元."""
    _in_unit(row, column, text, ("", "万元"))


def _in_unit(row: Row, column: Column, text: str, allowed: tuple[str, ...]) -> None:
    """Read a number that may carry the column's own unit, and no other."""
    found = read_quantity(text)
    if found is None or found.sign:
        _words(row, column, text, f"{column.key}_words")
    elif found.unit.symbol not in allowed:
        kind = "wrong_unit" if allowed[-1] else "no_unit"
        symbol = found.unit.symbol
        note = _CONVERSIONS.get(symbol, "")
        row.refuse(kind, column.key, found=symbol, expected=allowed[-1], note=note)
    else:
        row.values[column.key] = found.amount


def _words(row: Row, column: Column, text: str, key: str) -> None:
    """Keep a word for "no number" where the record has a place for it; else refuse.

    A qualitative indicator has words as its value, whatever they are: 基本建立, 明显改善.
    """
    is_amount = column.kind is Kind.AMOUNT
    worded = is_amount and row.names.is_worded(row.values.get("indicator", ""))
    has_place = any(each.name == key for each in fields(row.sheet.record))
    if text in ABSENT or (is_amount and text in CLASSES) or worded:
        if has_place:
            row.values[key] = text
        elif column.required:
            row.refuse("not_a_number", column.key)
    else:
        row.refuse("not_an_amount" if is_amount else "not_a_number", column.key)


def amount(row: Row, column: Column, text: str) -> None:
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


def sign(row: Row, column: Column, text: str) -> None:
    """Read a sign of comparison."""
    found = read_sign(text)
    if found is None:
        row.refuse("not_a_choice", column.key, expected="≥、≤、=、>、<")
    else:
        row.values[column.key] = found


def unit(row: Row, column: Column, text: str) -> None:
    """Read a unit of measure."""
    found = find_unit(plain(text))
    if found is None:
        row.refuse("unknown_unit", column.key)
    else:
        row.values.setdefault(column.key, found)
