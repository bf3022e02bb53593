"""Where a value was read from, and the value as an operand of a proof."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from shanhe.values.period import Period
from shanhe.values.quantity import Quantity
from shanhe.values.unit import Unit


class Source(NamedTuple):
    """A place in something that was handed in; a tuple, since a paper has thousands of them.

    Attributes:
        file: name of the file, without its folder.
        part: sheet, table or section.
        row: row as the user counts it, 0 where there is none.
        column: heading of the column, empty where there is none.
        text: what stands there, as printed.
        table, paragraph, line: their numbers in a document, from 1; 0 where they do not apply.
        start, end: span of the characters in the paragraph or cell.
    """

    file: str
    part: str
    row: int = 0
    column: str = ""
    text: str = ""
    table: int = 0
    paragraph: int = 0
    line: int = 0
    start: int = 0
    end: int = 0

    def place(self, lang: str = "zh") -> str:
        """Return ``file › part › row › column``, leaving out what is not there."""
        named = _PLACES[lang]
        numbers = (self.table, self.row, self.paragraph, self.line)
        counted = [word.format(n) for word, n in zip(named, numbers, strict=True) if n]
        return " › ".join(word for word in (self.file, self.part, *counted, self.column) if word)


_PLACES = {
    "zh": ("表 {}", "第 {} 行", "第 {} 段", "文本第 {} 行"),
    "en": ("table {}", "row {}", "paragraph {}", "line {}"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a printed number means: its coordinates.

    Attributes:
        concept: an indicator's id, or a word for money such as ``investment``.
        aspect: target, actual, completion, change, share, budget, executed, rate, …
        region, period, version: empty where they do not apply.
    """

    concept: str
    aspect: str
    region: str = ""
    period: str = ""
    version: str = ""


class Operand(NamedTuple):
    """One number, day or text that takes part in a proof.

    Attributes:
        text: as printed.
        value: as understood; ``None`` where it is no number or day.
        unit: symbol of the unit, empty where there is none.
        where: the place it was read from.
        fact: what it means, where that is known.
    """

    text: str
    value: Decimal | date | None
    unit: str
    where: Source
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """One cell: the heading over it, the row it is in, the text in it."""

    column: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class RowSource:
    """Where a record was read from: its row, and each of its cells by field name.

    Attributes:
        at: exact places by field, for what was read from a paper.
    """

    file: str
    part: str
    row: int
    cells: Mapping[str, Printed] = field(default_factory=dict)
    at: Mapping[str, Source] = field(default_factory=dict)

    def cell(self, key: str) -> Source:
        """Return the place of field ``key``, or of the whole record where it has no cell."""
        if key in self.at:
            return self.at[key]
        found = self.cells.get(key)
        if found is not None:
            return Source(self.file, self.part, found.row, found.column, found.text)
        return _around(self.at.values()) or Source(self.file, self.part, self.row)


def _around(places: Iterable[Source]) -> Source | None:
    """Return the paragraph, row or table that all places are in, ``None`` where there is none."""
    wholes = {one._replace(column="", text="", start=0, end=0) for one in places}
    if len(wholes) > 1 and all(one.table for one in wholes):
        wholes = {one._replace(row=0, line=0) for one in wholes}
    return wholes.pop() if len(wholes) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something that the papers say; every field can be traced to its cell."""

    source: RowSource = field(compare=False, repr=False)

    def fact(self, key: str) -> Fact | None:
        """Return what field ``key`` means, where it has coordinates."""
        del key
        return None

    def operand(self, key: str, unit: str = "") -> Operand:
        """Return field ``key`` as an operand, with its place and coordinates."""
        value: Any = getattr(self, key)
        where = self.source.cell(key)
        text = where.text or ("" if value is None else str(value))
        if key.endswith("amount"):
            prefix = key[: -len("amount")]
            own, sign = getattr(self, f"{prefix}unit", None), getattr(self, f"{prefix}sign", "")
            unit = own.symbol if isinstance(own, Unit) else unit
            text = text if text.startswith(str(sign)) else f"{sign}{text}"
        known = value if isinstance(value, Decimal | date) else None
        return Operand(text, known, unit, where, self.fact(key))


def period_key(period: Period | None) -> str:
    """Return the word for a period in a fact's coordinates, empty for none."""
    return period.key if period else ""


def quantity_of(amount: Decimal | None, unit: Unit | None, **more: Any) -> Quantity | None:
    """Return amount and unit as one quantity, ``None`` where either is missing."""
    return None if amount is None or unit is None else Quantity(amount, unit, **more)
