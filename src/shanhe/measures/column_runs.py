"""Columns that run on from line to line: what is done so far is that of the line above and the line's own; months make quarters.

``累计支付`` beside ``当月支付``: 3378.25 and 4163.20 are 7541.45.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.measures.stated import judge_stated
from shanhe.records.source import Operand
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_SO_FAR = regex("累计(?!占)[^占率]*")
_OWN = regex("[当本单]?[月季年期旬](?:度)?[^累率占]*")
_TOTAL = regex("合计|总计|小计|全年|共计")
_MONTH = regex(r"(?:20\d\d年)?(\d{1,2})月份?")
_PARTS = (
    (regex("上半年|[前1一][—\\-至到~～]?[6六]个?月"), (1, 6)),
    (regex("下半年"), (7, 12)),
    (regex("(?<!前)[一1]季度"), (1, 3)),
    (regex("(?<![前至])[二2]季度"), (4, 6)),
    (regex("(?<![前至])[三3]季度"), (7, 9)),
    (regex("(?<![前至])[四4]季度"), (10, 12)),
)
_TOLD = regex(
    rf"(?:^|(?<=[，。；]))(?:第)?(?P<part>上半年|下半年|[一二三四1234]季度|1[—\-至到~～]6月)(?:共|累计|合计)?[\u4e00-\u9fff]{{0,4}}?(?P<list>{AMOUNT}(?:[、，]{AMOUNT})*)(?![万亿]?元?以)"
)
_COUNTED = regex("[笔个户人次件份处项]数")
"""Headings of counts, whatever unit the caption has for the table."""
_LEAST, _MONTHS = 4, 6


@dataclass(frozen=True, slots=True)
class BrokenRun:
    """A number beside what the lines of a column make of it."""

    words: str
    stated: Quantity
    due: Computed
    at: tuple[Operand, ...]


def broken_sums_so_far(table: PrintedTable) -> Iterator[BrokenRun]:
    """Yield each cell of a column of sums so far that is not the one above it and its line's own."""
    rows = [row for row in table.rows if not _TOTAL.fullmatch(row.label)]
    for x in table.columns:
        if not _SO_FAR.match(table.head(x)) or len(rows) < _LEAST:
            continue
        for y in table.columns:
            if (
                y != x
                and _OWN.match(table.head(y))
                and all({x, y} <= row.cells.keys() for row in rows)
            ):
                yield from _run(table, rows, x, y)


def _run(table: PrintedTable, rows: list[PrintedRow], x: int, y: int) -> Iterator[BrokenRun]:
    tried = [
        (above.cells[x], row, add([above.cells[x].quantity, row.cells[y].quantity], unit))
        for above, row in pairwise(rows)
        if (unit := row.cells[x].quantity.unit).like(row.cells[y].quantity.unit)
        if unit.like(above.cells[x].quantity.unit)
    ]
    broken = [one for one in tried if not judge_stated(one[1].cells[x].quantity, one[2]).is_kept]
    if len(tried) < len(rows) - 1 or 2 * len(broken) >= len(tried) or len(broken) > 2:
        return
    for above, row, due in broken[:1]:
        at = tuple(cell.operand for cell in (row.cells[x], above, row.cells[y]))
        yield BrokenRun(f"{row.label}{table.head(x)}", row.cells[x].quantity, due, at)


def broken_parts_of_year(table: PrintedTable, frames: tuple[Frame, ...]) -> Iterator[BrokenRun]:
    """Yield what sentences tell of a quarter or a half year that its months do not make, by one column.

    Example:
        ``上半年支付236笔`` where the months have 0, 12, 31, 48, 66 and 79.
    """
    months = {int(found[1]): row for row in table.rows if (found := _MONTH.fullmatch(row.label))}
    for frame in frames if len(months) >= _MONTHS else ():
        text = frame.bones.text
        for found in (
            _TOLD.finditer(text) if "季度" in text or "半年" in text or "月" in text else ()
        ):
            first, last = next(span for part, span in _PARTS if part.fullmatch(found["part"]))
            rows = [months[month] for month in range(first, last + 1) if month in months]
            for mark in re.findall(AMOUNT, found["list"]) if len(rows) == last - first + 1 else ():
                stated = frame.bones.amount(mark)
                sums = [] if stated.vague else list(_sums(table, rows, stated.quantity))
                if len(sums) == 1 and not judge_stated(stated.quantity, sums[0][0]).is_kept:
                    at = frame.operand(found.start(), frame.bones.place(mark) + 1)
                    due, cells = sums[0]
                    operands = tuple(cell.operand for cell in cells)
                    yield BrokenRun(at.text, stated.quantity, due, (at, *operands))


def _sums(
    table: PrintedTable, rows: list[PrintedRow], stated: Quantity
) -> Iterator[tuple[Computed, list[PrintedCell]]]:
    """Yield the sums of the columns that may be meant: of the unit, or called by it (笔数)."""
    for x in table.columns:
        head = table.head(x)
        if (
            _SO_FAR.match(head)
            or re.search("率|占|比", head)
            or not all(x in row.cells for row in rows)
        ):
            continue
        cells = [row.cells[x] for row in rows]
        values = [one.quantity for one in cells]
        called = _COUNTED.search(head) is not None
        if called and f"{stated.unit.symbol}数" in head:
            values = [Quantity(one.amount, stated.unit, exact=True) for one in values]
        elif called:
            continue
        if all(one.unit.symbol and one.unit.like(stated.unit) for one in values):
            yield add(values, stated.unit), cells
