"""Tables of a paper as grids of printed numbers, whatever they are about.

The readers know goal tables, forms and splits; this knows only headings, labels and numbers, so that
sums, rates and differences of any table can be recomputed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from shanhe.measures.caption_units import CaptionUnits, caption_units
from shanhe.measures.once import once_each
from shanhe.measures.printed_amount import printed_amounts, unit_named
from shanhe.measures.sentences import in_table
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.values.numerals import plain, read_date
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

_SIGN = regex(r"[≥≤≧≦＞＜><=＋+ \u3000]*")
_MINUS = regex(r"\s*[-−－](?=\d)")
_BRACKETED = regex(r"[（(\[](?:单位)?[:：]?([^（）()\[\]A-Z/]{1,8}|[^（）()\[\]A-Z]{3,8})[）)\]]")
_APART = regex(r"[（(\[][^（）()\[\]]*[）)\]]|\s")
_NOTE = regex(r"\s*[（(](?P<note>[^（）()]{3,}(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]\s*$")
"""What a cell tells of its number in brackets after it."""
_NO_NAME = regex(r"〔20\d\d〕\d+号$|^[-—–－/…]*$")
_EMPTY = regex(r"\s*[-—–－/]+\s*")
_TOTAL = regex("合计|总计|共计")
"""Begins the line of totals, which may have a single number."""
_UNIT_HEAD = regex("(?:计量|度量)?单位")
_SERIAL = regex("序号|编号|号|位次|名次|排名|排序|排位")
_WEIGHT = regex("(?:标准|指标)?分值|权重|满分|标准分")
"""Heads of what may be scored, which is set and not measured."""
_LEAST = 2
"""Numbers that make a line one of values, and lines of values that make a table."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell that holds one number, and at most a note on it."""

    quantity: Quantity
    operand: Operand


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A line of values: the words at its left, cell by cell as well, and its numbers by column."""

    label: str
    cells: dict[int, PrintedCell]
    words: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The first cell of the words at its left."""
        return self.words[0] if self.words else ""

    @property
    def last(self) -> str:
        """The last cell of the words at its left."""
        return self.words[-1] if self.words else ""


@dataclass(frozen=True)
class PrintedTable:
    """Lines of values under the same headings.

    Attributes:
        heads: headings by column, those of groups first.
    """

    heads: dict[int, tuple[str, ...]]
    rows: tuple[PrintedRow, ...]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold numbers, from left to right."""
        return tuple(sorted({x for row in self.rows for x in row.cells}))

    @cached_property
    def turned(self) -> "PrintedTable":
        """The same numbers with lines for columns: 计划数, 到位数 and 到位率 below one another."""
        heads: dict[int, tuple[str, ...]] = {n: (row.label,) for n, row in enumerate(self.rows)}
        rows = tuple(
            PrintedRow(
                self.head(x), {n: row.cells[x] for n, row in enumerate(self.rows) if x in row.cells}
            )
            for x in self.columns
        )
        return PrintedTable(heads, rows)

    def head(self, column: int) -> str:
        """Return the nearest heading of a column."""
        return self.heads.get(column, ("",))[-1]

    def group(self, column: int) -> tuple[str, ...]:
        """Return the headings over the nearest one."""
        return self.heads.get(column, ("",))[:-1]


@once_each
def printed_tables(dossier: Dossier) -> Iterator[PrintedTable]:
    """Yield each run of lines of values with the headings above it."""
    above = ""
    for is_cell, group in groupby(dossier.texts, key=in_table):
        lines = list(group)
        if not is_cell:
            above = lines[-1].text
            continue
        for _, cells in groupby(lines, key=lambda line: line.source.cell("text").table):
            yield from _tables(list(cells), caption_units(above))


def bare_label(words: str) -> str:
    """Return what a line or column is called, without brackets and blanks: 退养还湿 for 退养还湿（亩）."""
    return plain(_APART.sub("", words))


def note_in(text: str) -> str:
    """Return what a cell tells of its number in brackets after it, empty for nothing.

    Example:
        ``82.32公顷（缺1.68公顷）`` tells ``缺1.68公顷``.
    """
    found = _NOTE.search(text)
    return found["note"] if found else ""


def _tables(cells: Sequence[TextLine], told: CaptionUnits) -> Iterator[PrintedTable]:
    heads: list[dict[int, str]] = []
    rows: list[dict[int, TextLine]] = []
    for _, group in groupby(cells, key=lambda line: line.source.cell("text").row):
        line = {_column(cell): cell for cell in group}
        if not all(line):
            return
        if _is_of_values(line) or (rows and _is_total(line)):
            rows.append(line)
        elif rows or len(line) == 1:
            yield from _made(heads, rows, told)
            heads, rows = [_words(line)], []
        else:
            heads.append(_words(line))
    yield from _made(heads, rows, told)


def _is_of_values(line: dict[int, TextLine]) -> bool:
    """Return whether a line has two numbers, or one and a day, or one and dashes beside its name."""
    numbers = sum(_number(cell.text) is not None for cell in line.values())
    empty = sum(_EMPTY.fullmatch(cell.text) is not None for cell in line.values())
    told = numbers > 0 and (any(_is_day(cell.text) for cell in line.values()) or empty > 0)
    return numbers >= _LEAST or (told and (empty == 0 or numbers + empty >= len(line) - 1))


def _is_total(line: dict[int, TextLine]) -> bool:
    """Return whether a line is called a total, and has its only number."""
    first = "".join(next(iter(line.values())).text.split())
    one = sum(_number(cell.text) is not None for cell in line.values()) == 1
    return one and _TOTAL.fullmatch(first) is not None


def _made(
    heads: list[dict[int, str]], rows: list[dict[int, TextLine]], told: CaptionUnits
) -> Iterator[PrintedTable]:
    if len(rows) < _LEAST or not heads:
        return
    columns = {x for row in rows for x in row}
    if len(heads) > 1 and _is_of_units(heads[-1]):
        heads = [*heads[:-2], _with_units(heads[-2], heads[-1])]
    is_double = len(heads) > 1 and _goes_on(heads[-2], heads[-1], columns)
    over = {x: _heads_over(x, heads[-2:] if is_double else heads[-1:]) for x in columns}
    bracketed = _unit_named(_BRACKETED.search("".join(heads[-1].values())))
    if not told.named and bracketed is not None:
        told = CaptionUnits((("", bracketed),))
    unit_column = next((x for x in over if over[x] and _UNIT_HEAD.fullmatch(over[x][-1])), None)
    made = tuple(_row(row, over, unit_column, told) for row in rows)
    yield PrintedTable(over, made)


def _is_of_units(line: dict[int, str]) -> bool:
    """Return whether a line below the headings names nothing but their units: 公顷, 处, 亩."""
    named = [unit_named(word) for word in line.values()]
    return len(named) >= _LEAST and all(one is not None and one.symbol for one in named)


def _with_units(upper: dict[int, str], units: dict[int, str]) -> dict[int, str]:
    """Return headings with their units in brackets: 修复面积（公顷）."""
    return {x: f"{word}（{units[x]}）" if x in units else word for x, word in upper.items()}


def _goes_on(upper: dict[int, str], lower: dict[int, str], columns: set[int]) -> bool:
    """Return whether two lines are one heading: some cells of the upper one reach down beside the lower."""
    return min(lower) > min(upper) or bool((upper.keys() & columns) - lower.keys())


def _heads_over(column: int, heads: list[dict[int, str]]) -> tuple[str, ...]:
    """Return the headings that reach over a column; a merged one begins at its left.

    Example:
        退养还湿 and below it （亩） are one heading, 退养还湿（亩）.
    """
    found: list[str] = []
    left = 0
    for line in heads:
        starts = [x for x in line if left <= x <= column]
        if starts:
            left = max(starts)
            found.append(line[left])
    if len(found) > 1 and _BRACKETED.fullmatch(found[-1]):
        return (*found[:-2], f"{found[-2]}{found[-1]}")
    return tuple(found)


def _row(
    line: dict[int, TextLine],
    over: dict[int, tuple[str, ...]],
    unit_column: int | None,
    told: CaptionUnits,
) -> PrintedRow:
    numbers = {x: number for x, cell in line.items() if (number := _number(cell.text))}
    serial = {x for x in numbers if over[x] and _SERIAL.fullmatch(over[x][-1])}
    first = min(numbers.keys() - serial, default=0)
    named = [
        cell.text
        for x, cell in line.items()
        if x < first and x not in {unit_column, *serial} and not _is_no_name(cell.text)
    ]
    label = "".join(named)
    said = line[unit_column].text if unit_column in line else ""
    own = find_unit(said.strip()) if said else _unit_named(_BRACKETED.search(label))
    cells = {}
    for x, number in numbers.items():
        head = _unit_named(_BRACKETED.search("".join(over[x]))) or _days_named(over[x])
        whole = line[x].source.cell("text")._replace(column=over[x][-1] if over[x] else "")
        value = (
            number
            if number.unit.symbol
            else replace(number, unit=head or own or told.of("".join(over[x])) or number.unit)
        )
        is_set = value.unit.measures("money") or _is_weight(over[x])
        value = replace(value, exact=is_set)
        cells[x] = PrintedCell(value, Operand(whole.text, value.amount, value.unit.symbol, whole))
    return PrintedRow("".join(label.split()), cells, tuple("".join(one.split()) for one in named))


def _is_weight(heads: tuple[str, ...]) -> bool:
    return bool(heads) and _WEIGHT.fullmatch(bare_label(heads[-1])) is not None


def _days_named(heads: tuple[str, ...]) -> Unit | None:
    """Return the unit of a column called 间隔天数 or the like."""
    return find_unit("天") if heads and heads[-1].endswith(("天数", "日数")) else None


def _unit_named(found: re.Match[str] | None) -> Unit | None:
    known = unit_named(found[1].strip()) if found else None
    return known if known is not None and known.symbol else None


def _column(line: TextLine) -> int:
    column = line.source.cell("text").column
    return int(column) if column.isdigit() else 0


def _words(line: dict[int, TextLine]) -> dict[int, str]:
    return {x: "".join(cell.text.split()) for x, cell in line.items()}


def _is_day(text: str) -> bool:
    return read_date("".join(text.split())) is not None


def _is_no_name(text: str) -> bool:
    """Return whether a cell is a day, the number of a document or a dash, which name no line."""
    return _is_day(text) or _NO_NAME.search(text.strip()) is not None


def _number(text: str) -> Quantity | None:
    """Return the number of a cell that holds nothing else but a note in brackets; a sign of bounds is passed over."""
    text = _NOTE.sub("", text)
    below = _MINUS.match(text)
    if below is not None:
        number = _number(text[below.end() :])
        return replace(number, amount=-number.amount) if number else None
    found = list(printed_amounts(text))
    if len(found) != 1 or found[0].vague:
        return None
    one = found[0]
    before, after = folded(text)[: one.start], text[one.end :]
    plain = _SIGN.fullmatch(before) is not None and not after.strip()
    return one.quantity if plain else None
