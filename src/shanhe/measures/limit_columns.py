"""Columns of tables whose numbers a sentence holds against a limit: 满意度低于90%, 合同价超过5000万元."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from shanhe.measures.printed_tables import PrintedTable, bare_label
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_BELOW = frozenset({"低于", "不足", "未达", "未达到", "小于", "少于", "不到"})
_AT_LEAST, _AT_MOST = (
    frozenset({"达到", "不低于", "不少于"}),
    frozenset({"未超过", "不超过", "不高于"}),
)
TOTAL = regex(".*(?:合计|总计|小计|共计|平均|全[省市州盟县区旗])")
"""Begins the label of a line of all, or of the mean of all."""
_LEAST, _LEAST_NAME = 3, 2


@dataclass(frozen=True, slots=True)
class LimitColumn:
    """The heading of a column and its numbers by their lines, in the unit of the limit."""

    head: str
    values: dict[str, Fraction]


def columns_told(table: PrintedTable, words: str, limit: Quantity) -> Iterator[LimitColumn]:
    """Yield the columns whose heads the words tell, in the unit of the limit, without lines of totals."""
    lines = [(bare_label(row.label), row) for row in table.rows]
    lines = [(label, row) for label, row in lines if not TOTAL.match(label)]
    firsts = [bare_label(row.first) for _, row in lines]
    if len(set(firsts)) == len(firsts):
        lines = list(zip(firsts, [row for _, row in lines], strict=True))
    for x in table.columns:
        head = bare_label(table.head(x))
        cells = {label: row.cells[x].quantity for label, row in lines if x in row.cells}
        if _are_bare(cells.values(), limit):
            cells = {label: replace(one, unit=limit.unit) for label, one in cells.items()}
        like = all(one.unit.like(limit.unit) for one in cells.values())
        named = all(len(label) >= _LEAST_NAME for label in cells) and head in words
        if named and like and len(head) >= _LEAST_NAME and len(cells) >= _LEAST:
            yield LimitColumn(head, {name: q.value_in(limit.unit) for name, q in cells.items()})


def _are_bare(cells: Collection[Quantity], limit: Quantity) -> bool:
    """Return whether numbers without a unit are of the size of a limit that has one and is no money."""
    bare = all(not one.unit.symbol for one in cells) and not limit.unit.measures("money")
    values = [one.value for one in cells]
    return (
        bare and bool(values) and min(values) <= limit.value * 2 and limit.value <= max(values) * 2
    )


def holds(way: str, value: Fraction, limit: Quantity) -> bool:
    """Return whether a number is as told: 99 is 低于 100, and 100 is 达到 100."""
    if way in _BELOW:
        return value < limit.value
    if way in _AT_MOST:
        return value <= limit.value
    return value >= limit.value if way in _AT_LEAST else value > limit.value
