"""Rows of a label and what stands beside it: heads of forms, money rows, goals in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from shanhe.documents.cell_values import (
    CellValue,
    heading_unit,
    in_ten_thousand,
    named_unit,
    read_cell,
)
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, squeezed
from shanhe.documents.indicator_rows import understood
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, unit

WORDS: Mapping[str, str] = {
    r"(?:转移支付(?:[(]项目[)])?|项目(?:支出)?|专项(?:资金)?)名称": "programme.name",
    r"所属专项|专项名称": "programme.fund",
    r"项目类型": "programme.kind",
    r"中央主管部门": "programme.central_authority",
    r"省级财政部门": "programme.province_finance",
    r"省级主管部门": "programme.province_authority",
    r"地方主管部门": "programme.local_authority",
    r"具体实施单位|(?:项目)?实施单位": "programme.implementing_body",
    r"(?:资金)?使用单位": "programme.using_units",
}
"""Labels of the head of a form → fields of the programme."""

_WORDS = tuple((regex(pattern), key) for pattern, key in WORDS.items())
_UNITS = regex(r"[(（](?:亿|万)?元[)）]")
_IN_UNIT = regex(r"[(](?:单位:)?(?:亿|万)?元[)]")
_LEAD = regex(r"^(?:其中[:,]?|[(]?\d+[)、.])")
_YUAN = unit("万元")


def label(bit: Bit) -> str:
    """Return the words of a label without unit, marks and ``其中：``."""
    word = _IN_UNIT.sub("", bit.word)
    return _LEAD.sub("", word).strip(":：")


def pairs(lines: Sequence[Line]) -> Iterator[tuple[Bit, Bit]]:
    """Yield each cell with the next one to its right, where the first begins in that line."""
    for line in lines:
        for left, right in pairwise(line):
            if left.word and right.fresh and right.cell is not left.cell:
                yield left, right


def read_words(lines: Sequence[Line], found: Found) -> None:
    """Add the fields of the programme that the head of a form fills."""
    for left, right in pairs(lines):
        if not left.fresh:
            continue
        word = label(left)
        key = next((key for pattern, key in _WORDS if pattern.fullmatch(word)), "")
        if key and right.word and not key.endswith("kind"):
            found.words.setdefault(key, clean(right.cell.text))


def clean(text: str) -> str:
    """Return the words of a cell on one line, without what a converter left behind."""
    return "".join(re.sub(r"\[bookmark:[^\]]*\]", "", text).split("\n")).strip()


def money_unit(*texts: str) -> Unit:
    """Return the unit of money that the nearest text names; 万元 where none does."""
    for text in texts:
        said = _UNITS.search(text)
        known = named_unit(said[0][1:-1]) if said else heading_unit(text)
        if known is not None and known.measures("money"):
            return known
    return _YUAN


def money(bit: Bit, fallback: Unit, found: Found) -> tuple[CellValue, Decimal | None]:
    """Return what a money cell says, and the amount in 万元."""
    value = read_cell(bit.cell.text, fallback)
    amount = in_ten_thousand(value)
    if amount is not None:
        understood(found, bit, value)
    return value, amount


def is_label(bit: Bit, pattern: re.Pattern[str]) -> bool:
    """Return whether a cell is a label of that pattern."""
    return bool(pattern.fullmatch(squeezed(label(bit))))
