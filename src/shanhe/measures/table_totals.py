"""Sums of lines and columns of a table, and the columns of totals that are none."""

import re
from collections.abc import Iterator, Sequence

from shanhe.measures.computed import PERCENT, Computed, add
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.measures.stated import judge_stated
from shanhe.measures.tried_cells import Tried, exceptions
from shanhe.values.regex import regex

_TOTAL = regex(
    "(?:年度|全[省市州盟县区旗]|各[市县区]|[两三四五六七八九][市县区地])?(?:合计|总计|共计|小计|累计|总额|总量|总数|总投资|(?:年度|项目)?资金总额|投资总额|计)[:：]?"
)
_TERM = regex(
    "(?:整体|总体|实施期|全周期|规划期)(?:绩效)?(?:目标|任务|计划|指标)?[值数量]?|总(?:任务|目标)[值数量]?"
)
_YEAR = regex(r"20\d\d年?度?(?:绩效)?(?:目标|任务|计划|指标)?[值数量]?")
"""Heads of the term and of its years, which make it where most lines say so."""
WHOLE = regex(f"{_TOTAL.pattern}|全[省市州盟县区旗]")
_POINTS_TOTAL = regex("总分|总得分|得分合计|综合得分")
_PLACE_TOTAL = regex(
    f"{_TOTAL.pattern}|全[省市州县区](?:完成|实际|下达|安排|计划)?|目标合计|{_POINTS_TOTAL.pattern}"
)
_NOT_ADDED = regex(
    "率|比例|占比|比重|进度|百分|均|单价|单位成本|标准|序号|编号|年限|系数|指数|得分|分值|权重|增幅|同比|浓度|最|增减|变化"
    "|日期|时间|受益|覆盖|涉及(?!金额|资金)|惠及|目标值|指标值|完成值|期限|密度|高程|代码|单位(?:投资|造价|费用|面积|工程量|产量)|^每|造价"
)
_POINTS = regex("[^率]*(?:得分|分值|权重)(?:[（(].*[）)])?")
_RATED_ROW = regex("率|比例|比重|覆盖度|盖度|满意度|单价|成本|标准|年限|浓度|均")
"""Rows whose values have no sum, whatever their column."""
LAST = regex(f"{WHOLE.pattern}|{_POINTS_TOTAL.pattern}")
_LEAST_BRACKET = 2
_SHARED_ROW = regex("占比|比例|比重|份额|贡献|构成")
"""Rows of shares, whose whole is the sum of the parts."""


def columns_summed(
    table: PrintedTable, whole: PrintedRow, parts: Sequence[PrintedRow]
) -> list[Tried]:
    """Return the cells of a line beside the sums of those of other lines, column by column."""
    weighted = any(re.search("分值|权重", table.head(x)) for x in table.columns)
    tried = []
    for x in table.columns:
        heads = "".join(table.heads.get(x, ()))
        added = not _NOT_ADDED.search(heads) or (weighted and _POINTS.fullmatch(heads))
        if x in whole.cells and added:
            tried += _sum(whole, x, [row.cells[x] for row in parts if x in row.cells], len(parts))
    return tried


def totals_beside(table: PrintedTable) -> Iterator[Tried]:
    """Yield the cells of a column of totals that are not the sums of the columns beside it.

    Example:
        整体目标 459.00 beside 2023年 145.00, 2024年 158.00 and 2025年 165.00: they are 468.00, where the other lines add up.
    """
    for x in table.columns:
        term = _TERM.fullmatch(table.head(x))
        if not term and not _PLACE_TOTAL.fullmatch(table.head(x)):
            continue
        beside = [y for y in table.columns if table.group(y) == table.group(x) and y != x]
        if term:
            beside = [y for y in beside if _YEAR.fullmatch(table.head(y))]
        if not _POINTS_TOTAL.fullmatch(table.head(x)):
            beside = [y for y in beside if not _NOT_ADDED.search(table.head(y))]
        for columns in ([y for y in beside if y < x], [y for y in beside if y > x]):
            tried: list[Tried] = []
            for row in table.rows:
                full = x in row.cells and all(y in row.cells for y in columns)
                level = term and full and _is_a_level(row, x, columns)
                if full and not level and not _RATED_ROW.search(row.label):
                    tried += _sum(row, x, [row.cells[y] for y in columns], len(columns))
            yield from exceptions(tried, least=2)
            if len(columns) > _LEAST_BRACKET and sum(one.holds for one in tried) > 1:
                yield from _outside(table, x, columns)


_OF_PLACES = regex(
    "(?:全年|实际|当年)?(?:完成|实际|目标|计划|任务|下达|安排|到位|支出)(?:数|值|量)?"
)
_DONE = regex("完成|实际|支出|到位")
_PLACE = regex("[\u4e00-\u9fff]{1,7}[县市区旗镇乡]")
_LEAST_PLACES = 3


def totals_over_places(table: PrintedTable) -> Iterator[Tried]:
    """Yield the cells of the column of a whole that those of all places in their line do not make.

    Where there are several, 目标 and 完成, the places are of the one that most lines bear out, and what they make of another is no slip.

    Example:
        ``完成 283.80 | 甲市 82.00 | 乙县 71.10 | 丙县 130.70``, where the lines above and below add up: 283.80 for 283.80.
    """
    places = [x for x in table.columns if _PLACE.fullmatch(table.head(x))]
    wholes = [x for x in table.columns if _OF_PLACES.fullmatch(table.head(x))]
    if len(places) < _LEAST_PLACES or not wholes or len({table.group(x) for x in places}) > 1:
        return
    tried: dict[int, list[Tried]] = {x: [] for x in wholes}
    for row in table.rows:
        full = all(x in row.cells for x in (*places, *wholes))
        if full and not _RATED_ROW.search(row.label) and not _NOT_ADDED.search(row.label):
            for x in wholes:
                tried[x] += _sum(row, x, [row.cells[y] for y in places], len(places))
    best = max(wholes, key=lambda x: (len(_holding(tried[x])), bool(_DONE.search(table.head(x)))))
    borne_out = {id(one.row) for x in wholes if x != best for one in _holding(tried[x])}
    yield from (one for one in exceptions(tried[best], least=2) if id(one.row) not in borne_out)


def _holding(tried: Sequence[Tried]) -> list[Tried]:
    return [one for one in tried if one.holds]


def _is_a_level(row: PrintedRow, x: int, columns: Sequence[int]) -> bool:
    """Return whether the term ends where its highest year does, and adds up nothing: 受益人口 5.20, 6.80 and 8.20万人."""
    years = [row.cells[y].quantity.value for y in columns]
    return bool(years) and row.cells[x].quantity.value == max(years)


def _outside(table: PrintedTable, x: int, columns: Sequence[int]) -> Iterator[Tried]:
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
            yield Tried(row, x, stated, due, at, telling=True)


def _sum(row: PrintedRow, x: int, parts: Sequence[PrintedCell], count: int) -> list[Tried]:
    stated = row.cells[x].quantity
    values = [one.quantity for one in parts]
    like = all(one.unit.like(stated.unit) for one in values) and stated.unit is not PERCENT
    if len(values) < 2 or len(values) != count or not like or stated.unit.symbol == "%":
        return []
    due = add(values, stated.unit)
    telling = len([one for one in values if one.amount]) > 1
    at = (row.cells[x].operand, *(one.operand for one in parts))
    return [Tried(row, x, stated, due, at, telling)]
