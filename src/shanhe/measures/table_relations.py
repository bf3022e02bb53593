"""What a cell of a table is made of, learnt from the table itself.

A heading such as 合计 or 到位率 says that a cell is made of others, not of which. The other lines tell: a
relation that two or more of them keep, and more keep than break, is that of the table. One that is printed
once only, as the total under the last line, is taken where another column of the same table keeps it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from shanhe.measures.computed import PERCENT, Computed, add, percent, subtract
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.records.source import Operand
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity

_TOTAL = re.compile(
    "(?:年度)?(?:合计|总计|共计|小计|总额|总量|总数|总投资|(?:年度|项目)?资金总额|投资总额|计)[:：]?"
)
_PLACE_TOTAL = re.compile(f"{_TOTAL.pattern}|全[省市州县区]|目标合计")
_RATE = re.compile(r".*(?:率|比例|占比|比重|进度|百分比)(?:[（(].*[）)])?%?")
_LESS = re.compile(".*(?:未|结余|结转|剩余|差额|差值|增减|变化|变动|缺口|节约|超支|尚差).*")
_NOT_ADDED = re.compile(
    "率|比例|占比|比重|进度|百分|均|单价|单位成本|标准|序号|编号|年限|系数|指数|得分|分值|权重|增幅|同比|浓度|最|增减|变化"
    "|日期|时间|受益|覆盖|涉及|惠及|目标值|指标值|完成值|期限|密度|高程|代码"
)
_PART_OF = re.compile("其中|小计")
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


@dataclass(frozen=True, slots=True)
class _Tried:
    """A cell with what a relation makes of it; ``due`` is ``None`` where it says nothing."""

    row: PrintedRow
    column: int
    stated: Quantity
    due: Computed
    at: tuple[Operand, ...]
    telling: bool

    @property
    def holds(self) -> bool:
        return judge_equal(self.stated, self.due.interval, self.due.value).is_kept


def broken_cells(table: PrintedTable) -> Iterator[BrokenCell]:
    """Yield each cell that breaks a relation which the rest of its table keeps."""
    if len(table.columns) > _MOST_COLUMNS:
        return
    found = [*_totals_below(table), *_totals_beside(table), *_made_of_two(table)]
    for one in found:
        yield BrokenCell(one.row.label, table.head(one.column), one.stated, one.due, one.at)


def _totals_below(table: PrintedTable) -> Iterator[_Tried]:
    """Yield the cells of the line of totals that are not the sums of their columns."""
    wholes = [row for row in table.rows if _TOTAL.fullmatch(row.label)]
    if len(wholes) != 1:
        return
    place = table.rows.index(wholes[0])
    parts = table.rows[:place] if place else table.rows[1:]
    if len(parts) < 2 or (place and any(_PART_OF.search(row.label) for row in parts)):
        return
    tried = []
    for x in table.columns:
        if x in wholes[0].cells and not _NOT_ADDED.search("".join(table.heads.get(x, ()))):
            tried += _sum(
                wholes[0], x, [row.cells[x] for row in parts if x in row.cells], len(parts)
            )
    yield from _exceptions(tried, least=1)


def _totals_beside(table: PrintedTable) -> Iterator[_Tried]:
    """Yield the cells of a column of totals that are not the sums of the columns beside it."""
    for x in table.columns:
        if not _PLACE_TOTAL.fullmatch(table.head(x)):
            continue
        beside = [y for y in table.columns if table.group(y) == table.group(x) and y != x]
        beside = [y for y in beside if not _NOT_ADDED.search(table.head(y))]
        for columns in ([y for y in beside if y < x], [y for y in beside if y > x]):
            tried: list[_Tried] = []
            for row in table.rows:
                if x in row.cells and all(y in row.cells for y in columns):
                    tried += _sum(row, x, [row.cells[y] for y in columns], len(columns))
            yield from _exceptions(tried, least=2)


def _sum(row: PrintedRow, x: int, parts: Sequence[PrintedCell], count: int) -> list[_Tried]:
    stated = row.cells[x].quantity
    values = [one.quantity for one in parts]
    like = all(one.unit.like(stated.unit) for one in values) and stated.unit is not PERCENT
    if len(values) < 2 or len(values) != count or not like or stated.unit.symbol == "%":
        return []
    due = add(values, stated.unit)
    telling = len([one for one in values if one.amount]) > 1
    at = (row.cells[x].operand, *(one.operand for one in parts))
    return [_Tried(row, x, stated, due, at, telling)]


def _made_of_two(table: PrintedTable) -> Iterator[_Tried]:
    """Yield the rates and differences that are not of the two columns which the other lines show."""
    for x in table.columns:
        head = table.head(x)
        if _RATE.fullmatch(head):
            yield from _of_columns(table, x, _rate)
        elif _LESS.fullmatch(head):
            yield from _of_columns(table, x, _difference)


_Make = Callable[[PrintedCell, PrintedCell, PrintedCell], tuple[Quantity, Computed] | None]


def _of_columns(table: PrintedTable, x: int, make: _Make) -> Iterator[_Tried]:
    others = [y for y in table.columns if y != x and not _RATE.fullmatch(table.head(y))]
    runs = []
    for one, other in permutations(others, 2):
        tried = [
            _Tried(row, x, *made, _at(row, x, one, other), telling=made[1].value not in {0, 100})
            for row in table.rows
            if {x, one, other} <= row.cells.keys()
            if (made := make(row.cells[x], row.cells[one], row.cells[other])) is not None
        ]
        kept = sum(each.holds for each in tried if each.telling)
        runs.append((kept, tried))
    best = max((kept for kept, _ in runs), default=0)
    likely = [tried for kept, tried in runs if kept == best]
    for each in _exceptions(likely[0], least=2) if likely else ():
        if all(any(one.row is each.row and not one.holds for one in tried) for tried in likely):
            yield each


def _at(row: PrintedRow, *columns: int) -> tuple[Operand, ...]:
    return tuple(row.cells[x].operand for x in columns)


def _rate(
    stated: PrintedCell, one: PrintedCell, other: PrintedCell
) -> tuple[Quantity, Computed] | None:
    part, whole = one.quantity, other.quantity
    if not part.unit.like(whole.unit) or not whole.amount or part.unit.symbol == "%":
        return None
    return replace(stated.quantity, unit=PERCENT, exact=False), percent(part, whole)


def _difference(
    stated: PrintedCell, one: PrintedCell, other: PrintedCell
) -> tuple[Quantity, Computed] | None:
    new, old = one.quantity, other.quantity
    if not new.unit.like(old.unit) or not new.unit.like(stated.quantity.unit):
        return None
    return stated.quantity, subtract(new, old)


def _exceptions(tried: Sequence[_Tried], least: int) -> Iterator[_Tried]:
    """Yield what breaks a relation that enough of the others keep."""
    kept = sum(one.holds for one in tried if one.telling)
    broken = [one for one in tried if not one.holds]
    whole = kept and len(tried) - len(broken) > least
    if (kept >= least or whole) and len(tried) - len(broken) >= len(broken):
        yield from broken
