"""What a cell of a table is made of, learnt from the table itself.

A heading such as 合计 or 到位率 says that a cell is made of others, not of which. The other lines tell: a
relation that two or more of them keep, and more keep than break, is that of the table. One that is printed
once only, as the total under the last line, is taken where another column of the same table keeps it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from shanhe.measures.cell_makers import (
    Made,
    both,
    difference,
    growth,
    quotient,
    quotient_in_yuan,
    rate,
)
from shanhe.measures.computed import PERCENT, Computed, add
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.measures.slips import is_turned
from shanhe.measures.stated import judge_stated
from shanhe.records.source import Operand
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded

_TOTAL = re.compile(
    "(?:年度|全[省市州盟县区旗]|各[市县区]|[两三四五六七八九][市县区地])?(?:合计|总计|共计|小计|累计|总额|总量|总数|总投资|(?:年度|项目)?资金总额|投资总额|计)[:：]?"
)
_WHOLE = re.compile(f"{_TOTAL.pattern}|全[省市州盟县区旗]")
_POINTS_TOTAL = re.compile("总分|总得分|得分合计|综合得分")
_PLACE_TOTAL = re.compile(
    f"{_TOTAL.pattern}|全[省市州县区](?:完成|实际|下达|安排|计划)?|目标合计|{_POINTS_TOTAL.pattern}"
)
_RATE = re.compile(
    r".*(?:率|比例|占比|比重|进度|百分比|占(?:合同|全年|年度|总|计划|预算|目标|任务)[^，；]{0,4})(?:[（(].*[）)])?%?"
)
_SHARE = re.compile(r".*(?:比例|占比|比重|份额)(?:[（(].*[）)])?%?")
_GROWTH = re.compile(
    r".*(?:(?:增减|变动|变化|调整|增长|下降)(?:幅度|率|比例)|[增降升涨减]幅|同比)(?:[（(].*[）)])?%?"
)
_LESS = re.compile(".*(?:未|结余|结转|剩余|差额|差值|增减|变化|变动|缺口|节约|超支|尚差).*")
_NOT_ADDED = re.compile(
    "率|比例|占比|比重|进度|百分|均|单价|单位成本|标准|序号|编号|年限|系数|指数|得分|分值|权重|增幅|同比|浓度|最|增减|变化"
    "|日期|时间|受益|覆盖|涉及(?!金额|资金)|惠及|目标值|指标值|完成值|期限|密度|高程|代码|单位(?:投资|造价|费用|面积|工程量|产量)|^每|造价"
)
_POINTS = re.compile("[^率]*(?:得分|分值|权重)(?:[（(].*[）)])?")
_RATED_ROW = re.compile("率|比例|比重|覆盖度|盖度|满意度|单价|成本|标准|年限|浓度|均")
"""Rows whose values have no sum, whatever their column."""
_EACH = re.compile(
    "(?:单位|亩均|[户人]均|每|平均)(?:投资|造价|成本|费用|补助|面积|产量|工程量|[^率]{1,6}(?:投资|造价|成本|费用|补助)).*|单价.*|.*单价"
)
_SO_FAR = re.compile("(?:截至[^，。]*)?累计(?!占)[^占率]*")
_STEM = re.compile("([\u4e00-\u9fff]{2})(?:率|比例|进度)")
_PART_OF = re.compile("其中|小计")
_MOST_COLUMNS = 14
_LEAST_BRACKET = 2
_LEAST_PARTS = 3
_ROOM = Fraction(5, 4)
_SHARED_ROW = re.compile("占比|比例|比重|份额|贡献|构成")
"""Rows of shares, whose whole is the sum of the parts."""


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
    for one in (*_totals_below(table), *_totals_beside(table), *_made_of_two(table)):
        yield BrokenCell(one.row.label, table.head(one.column), one.stated, one.due, one.at)
    labels = [row.label for row in table.rows]
    if len(labels) <= _MOST_COLUMNS and any(_RATE.fullmatch(label) for label in labels):
        for one in _made_of_two(table.turned):
            label = labels[one.column]
            yield BrokenCell(label, one.row.label, one.stated, one.due, one.at)


def _totals_below(table: PrintedTable) -> Iterator[_Tried]:
    """Yield the cells of the line of totals that are not the sums of their columns."""
    wholes = [row for row in table.rows if _WHOLE.fullmatch(row.label)]
    if len(wholes) != 1:
        return
    place = table.rows.index(wholes[0])
    parts = table.rows[:place] if place else table.rows[1:]
    if len(parts) < 2 or (place and any(_PART_OF.search(row.label) for row in parts)):
        return
    weighted = any(re.search("分值|权重", table.head(x)) for x in table.columns)
    tried = []
    for x in table.columns:
        heads = "".join(table.heads.get(x, ()))
        added = not _NOT_ADDED.search(heads) or (weighted and _POINTS.fullmatch(heads))
        if x in wholes[0].cells and added:
            tried += _sum(
                wholes[0], x, [row.cells[x] for row in parts if x in row.cells], len(parts)
            )
    yield from _single(tried) if len(tried) == 1 else _exceptions(tried, least=1)


def _single(tried: Sequence[_Tried]) -> Iterator[_Tried]:
    """Yield the only total of a table that is not the sum of its column, but near it or of the same digits."""
    for one in tried:
        due = one.due.value
        near = due and 1 / _ROOM <= one.stated.value / due <= _ROOM
        turned = is_turned(rounded(due, one.stated.places), one.stated.amount)
        if len(one.at) > _LEAST_PARTS and not one.holds and (near or turned):
            yield one


def _totals_beside(table: PrintedTable) -> Iterator[_Tried]:
    """Yield the cells of a column of totals that are not the sums of the columns beside it."""
    for x in table.columns:
        if not _PLACE_TOTAL.fullmatch(table.head(x)):
            continue
        beside = [y for y in table.columns if table.group(y) == table.group(x) and y != x]
        if not _POINTS_TOTAL.fullmatch(table.head(x)):
            beside = [y for y in beside if not _NOT_ADDED.search(table.head(y))]
        for columns in ([y for y in beside if y < x], [y for y in beside if y > x]):
            tried: list[_Tried] = []
            for row in table.rows:
                full = x in row.cells and all(y in row.cells for y in columns)
                if full and not _RATED_ROW.search(row.label):
                    tried += _sum(row, x, [row.cells[y] for y in columns], len(columns))
            yield from _exceptions(tried, least=2)
            if len(columns) > _LEAST_BRACKET and sum(one.holds for one in tried) > 1:
                yield from _outside(table, x, columns)


def _outside(table: PrintedTable, x: int, columns: Sequence[int]) -> Iterator[_Tried]:
    """Yield the rates of the whole that are above or below those of all its parts."""
    for row in table.rows:
        full = x in row.cells and all(y in row.cells for y in columns)
        if not full or _SHARED_ROW.search(row.label):
            continue
        stated, parts = row.cells[x].quantity, [row.cells[y] for y in columns]
        if {one.quantity.unit.symbol for one in parts} | {stated.unit.symbol} != {"%"}:
            continue
        if judge_stated(stated, add([one.quantity for one in parts])).is_kept:
            continue
        low = min(parts, key=lambda one: one.quantity.amount)
        high = max(parts, key=lambda one: one.quantity.amount)
        bound = low if stated.amount < low.quantity.amount else high
        if not low.quantity.amount <= stated.amount <= high.quantity.amount:
            value = bound.quantity
            steps = f"{low.quantity.number} ~ {high.quantity.number}"
            due = Computed(value.value, value.interval, value.unit, steps)
            at = (row.cells[x].operand, bound.operand)
            yield _Tried(row, x, stated, due, at, telling=True)


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
        if _GROWTH.fullmatch(head):
            yield from _broken([*_runs(table, x, growth), *_runs(table, x, rate)])
        elif _SHARE.fullmatch(head):
            yield from _broken([*_runs(table, x, rate), *_shares(table, x)])
        elif _RATE.fullmatch(head):
            yield from _broken(list(_runs(table, x, rate)))
        elif _LESS.fullmatch(head):
            yield from _broken(list(_runs(table, x, difference)))
        elif _SO_FAR.fullmatch(head):
            yield from _broken(list(_runs(table, x, both)))
        elif _EACH.fullmatch(head):
            yield from _broken([*_runs(table, x, quotient), *_runs(table, x, quotient_in_yuan)])


_Make = Callable[[PrintedCell, PrintedCell, PrintedCell], Made | None]


@dataclass(frozen=True, slots=True)
class _Run:
    """What one relation makes of a column; ``named`` if the heading names what it is of."""

    tried: list[_Tried]
    named: bool = False

    @property
    def kept(self) -> int:
        return sum(one.holds for one in self.tried if one.telling)


def _runs(table: PrintedTable, x: int, make: _Make) -> Iterator[_Run]:
    """Yield the relation of each pair of other columns to a column."""
    stem = _STEM.match(table.head(x))
    for one, other in permutations(_others(table, x), 2):
        tried = [
            _Tried(row, x, *made, _at(row, x, one, other), telling=made[1].value not in {0, 100})
            for row in table.rows
            if {x, one, other} <= row.cells.keys()
            if (made := make(row.cells[x], row.cells[one], row.cells[other])) is not None
        ]
        yield _Run(tried, stem is not None and stem[1] in table.head(one))


def _shares(table: PrintedTable, x: int) -> Iterator[_Run]:
    """Yield the relation of each other column to a column of shares: a cell over that of the totals."""
    wholes = [row for row in table.rows if _WHOLE.fullmatch(row.label)]
    for y in _others(table, x) if len(wholes) == 1 else ():
        whole = wholes[0].cells.get(y)
        parts = [row for row in table.rows if row is not wholes[0] and {x, y} <= row.cells.keys()]
        if whole is not None:
            made = [(row, rate(row.cells[x], row.cells[y], whole)) for row in parts]
            yield _Run(
                [
                    _Tried(row, x, *one, (*_at(row, x, y), whole.operand), telling=True)
                    for row, one in made
                    if one is not None
                ]
            )


def _others(table: PrintedTable, x: int) -> list[int]:
    return [y for y in table.columns if y != x and not _RATE.fullmatch(table.head(y))]


def _broken(runs: Sequence[_Run]) -> Iterator[_Tried]:
    """Yield what breaks the relation that most lines keep, and any other that as many keep."""
    best = max((run.kept for run in runs), default=0)
    likely = [run for run in runs if run.kept == best]
    if not likely:
        return
    least = 1 if len(likely) == 1 and likely[0].named else 2
    for each in _exceptions(likely[0].tried, least=least):
        if all(any(o.row is each.row and not o.holds for o in run.tried) for run in likely):
            yield each


def _at(row: PrintedRow, *columns: int) -> tuple[Operand, ...]:
    return tuple(row.cells[x].operand for x in columns)


def _exceptions(tried: Sequence[_Tried], least: int) -> Iterator[_Tried]:
    """Yield what breaks a relation that enough of the others keep."""
    kept = sum(one.holds for one in tried if one.telling)
    broken = [one for one in tried if not one.holds]
    whole = kept and len(tried) - len(broken) > least
    if (kept >= least or whole) and len(tried) - len(broken) >= len(broken):
        yield from broken
