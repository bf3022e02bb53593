"""What a cell of a table is made of, learnt from the table itself.

A heading such as 合计 or 到位率 says that a cell is made of others, not of which. The other lines tell: a
relation that two or more of them keep, and more keep than break, is that of the table. One that is printed
once only, as the total under the last line, is taken where another column of the same table keeps it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from shanhe.measures.cell_makers import (
    Made,
    both,
    decline,
    difference,
    growth,
    quotient,
    quotient_in_yuan,
    rate,
)
from shanhe.measures.computed import Computed
from shanhe.measures.line_totals import line_totals
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable, bare_label
from shanhe.measures.table_totals import WHOLE, totals_beside, totals_over_places
from shanhe.measures.tried_cells import Tried, exceptions
from shanhe.measures.years_so_far import sums_of_years
from shanhe.records.source import Operand
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_RATE = regex(
    r".*(?:率|比例|占比|比重|进度|百分比|满意度|占(?:合同|全年|年度|总|计划|预算|目标|任务)[^，；]{0,4})(?:[（(].*[）)])?%?"
)
_SHARE = regex(r".*(?:比例|占比|比重|份额)(?:[（(].*[）)])?%?")
_SHARE_OF = regex("占?(?P<of>[\u4e00-\u9fff]{2,}?)所?占?(?:的?(?:比例|比重|份额)|占比)")
_GROWTH = regex(
    r".*(?:(?:增减|变[动化更]|调[整增减]|增[长加]|下降|减少|提高|降低)(?:幅度|率|比例)|[增降升涨减]幅|同比)(?:[（(].*[）)])?%?"
)
_LESS = regex(".*(?:未|结余|结转|剩余|差额|差值|增减|变化|变动|缺口|节约|超支|尚差).*")
_EACH = regex(
    "(?:单位|亩均|[户人]均|每|平均)(?:投资|造价|成本|费用|补助|面积|产量|工程量|[^率]{1,6}(?:投资|造价|成本|费用|补助)).*|单价.*|.*单价"
)
_SO_FAR = regex("(?:截至[^，。]*)?累计(?!占)[^占率]*")
_STEM = regex("([\u4e00-\u9fff]{2})(?:率|比例|进度)")
_BEFORE = regex("(?:变更|调整|治理|修复|变动|实施)前.*|原.*|上年.*|基期.*|.*[变调]更?整?前")
_AFTER = regex(
    "(?:变更|调整|治理|修复|变动|实施)后.*|现.*|本年.*|.*[变调]更?整?后|(?:变[更动化]|调整|增减)(?:量|数|额|面积|情况)?"
)
"""Heads of what a growth is of, and of what it leads to or comes to."""
_CHANGE = regex(
    r"(?:[比较与](?:20\d\d年|上年|去年|期初|基期|实施前|治理前|修复前)相?比?)?(?:增加|提高|上升|增长|下降|降低|减少)[值量数额]?(?:[（(].*[）)])?"
)
"""Heads of changes, which may be differences or percentages: 增加（百分点）, 比2022年降低."""
_LEAST_CHANGES = 3
_MOST_COLUMNS = 14


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell that is not what the table makes of others.

    Attributes:
        stated: as printed. due: as recomputed. at: the cell, then its operands.
    """

    row: str
    column: str
    stated: Quantity
    due: Computed
    at: tuple[Operand, ...]


def broken_cells(table: PrintedTable) -> Iterator[BrokenCell]:
    """Yield each cell that breaks a relation which the rest of its table keeps."""
    if len(table.columns) > _MOST_COLUMNS:
        return
    totals = (*line_totals(table), *totals_beside(table), *totals_over_places(table))
    for one in (*totals, *_made_of_two(table)):
        yield BrokenCell(one.row.label, table.head(one.column), one.stated, one.due, one.at)
    labels = [row.label for row in table.rows]
    if len(labels) <= _MOST_COLUMNS and any(_RATE.fullmatch(label) for label in labels):
        for one in _made_of_two(table.turned):
            label = labels[one.column]
            yield BrokenCell(label, one.row.label, one.stated, one.due, one.at)


def _made_of_two(table: PrintedTable) -> Iterator[Tried]:
    """Yield the rates and differences that are not of the two columns which the other lines show."""
    for x in table.columns:
        head = table.head(x)
        if _GROWTH.fullmatch(head):
            yield from _broken([*_runs(table, x, growth), *_runs(table, x, rate)])
        elif _SHARE.fullmatch(head):
            yield from _broken([*_runs(table, x, rate), *_shares(table, x)])
        elif _RATE.fullmatch(head):
            yield from _broken(list(_runs(table, x, rate)))
        elif _LESS.fullmatch(head):
            yield from _broken(list(_runs(table, x, difference)))
        elif years := sums_of_years(table, x):
            yield from exceptions(years, least=2)
        elif _SO_FAR.fullmatch(head):
            yield from _broken(list(_runs(table, x, both)))
        elif _CHANGE.fullmatch(head) and not _is_flow(table, x):
            runs = [run for make in (difference, growth, decline) for run in _runs(table, x, make)]
            yield from _broken([run for run in runs if run.kept >= _LEAST_CHANGES])
        elif _EACH.fullmatch(bare_label(head)):
            yield from _broken([*_runs(table, x, quotient), *_runs(table, x, quotient_in_yuan)])


def _is_flow(table: PrintedTable, x: int) -> bool:
    """Return whether a table has what came beside what went, which are no differences: 期初, 增加, 减少, 期末."""
    return any(_CHANGE.fullmatch(table.head(y)) for y in table.columns if _is_beside(table, x, y))


def _is_beside(table: PrintedTable, x: int, y: int) -> bool:
    return y != x and table.group(y) == table.group(x)


_Make = Callable[[PrintedCell, PrintedCell, PrintedCell], Made | None]


@dataclass(frozen=True, slots=True)
class _Run:
    """What one relation makes of a column; ``named`` if the heading names what it is of."""

    tried: list[Tried]
    named: bool = False

    @property
    def kept(self) -> int:
        return sum(one.holds for one in self.tried if one.telling)


def _runs(table: PrintedTable, x: int, make: _Make) -> Iterator[_Run]:
    """Yield the relation of each pair of other columns to a column."""
    stem = _STEM.match(table.head(x))
    for one, other in permutations(_others(table, x), 2):
        tried = [
            Tried(row, x, *made, _at(row, x, one, other), telling=made[1].value not in {0, 100})
            for row in table.rows
            if {x, one, other} <= row.cells.keys()
            if (made := make(row.cells[x], row.cells[one], row.cells[other])) is not None
        ]
        yield _Run(
            tried, _is_named(stem, bare_label(table.head(one)), bare_label(table.head(other)))
        )


def _is_named(stem: re.Match[str] | None, one: str, other: str) -> bool:
    """Return whether the headings say what a column is made of: 到位数 a 到位率, 变更前 and 变更后 a 变更幅度."""
    by_stem = stem is not None and stem[1] in one
    return by_stem or bool(_BEFORE.fullmatch(other) and _AFTER.fullmatch(one))


def _shares(table: PrintedTable, x: int) -> Iterator[_Run]:
    """Yield the relation of each other column to a column of shares: a cell over that of the totals."""
    wholes = [row for row in table.rows if WHOLE.fullmatch(row.label)]
    for y in _others(table, x) if len(wholes) == 1 else ():
        whole = wholes[0].cells.get(y)
        parts = [row for row in table.rows if row is not wholes[0] and {x, y} <= row.cells.keys()]
        if whole is not None:
            made = [(row, rate(row.cells[x], row.cells[y], whole)) for row in parts]
            yield _Run(
                [
                    Tried(row, x, *one, (*_at(row, x, y), whole.operand), telling=True)
                    for row, one in made
                    if one is not None
                ],
                named=_is_share_of(bare_label(table.head(x)), bare_label(table.head(y))),
            )


def _is_share_of(head: str, other: str) -> bool:
    """Return whether a heading of shares names the column that they are of: 调整后占比 that of 资金调整后, not of 资金调整前."""
    found = _SHARE_OF.fullmatch(head)
    return found is not None and found["of"] in other


def _others(table: PrintedTable, x: int) -> list[int]:
    return [y for y in table.columns if y != x and not _RATE.fullmatch(table.head(y))]


def _broken(runs: Sequence[_Run]) -> Iterator[Tried]:
    """Yield what breaks the relation that most lines keep, and any other that as many keep; one that the headings name goes first."""
    best = max((run.kept for run in runs), default=0)
    likely = [run for run in runs if run.kept == best]
    named = [run for run in likely if run.named]
    if not likely:
        return
    likely, least = (named, 1) if named else (likely, 2)
    for each in exceptions(likely[0].tried, least=least):
        if all(any(o.row is each.row and not o.holds for o in run.tried) for run in likely):
            yield each


def _at(row: PrintedRow, *columns: int) -> tuple[Operand, ...]:
    return tuple(row.cells[x].operand for x in columns)
