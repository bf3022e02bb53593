"""Ranks that a table prints, beside the order of the column they are of: 执行率排名 of 执行率."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.values.regex import regex

_RANK = regex(r"(?P<of>.*?)(?:排名|名次|位次|排位)(?:[（(].*[）)])?")
_NO_PLACE = regex("全[省市州盟县区旗]|合计|总计|平均|小计")
_RATED = regex("率|得分|总分|满意度|进度")
"""Heads of what ranks are mostly by, where a table has several columns."""
_LEAST, _MOST_BROKEN = 4, 2
_ALONE = 5
"""Lines of a table whose ranks do not say by what they are: one of them that no other shares is told twice."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line with the rank printed and the one that is due; ``head`` is what it is by."""

    label: str
    head: str
    of: str
    stated: int
    due: int
    cells: tuple[PrintedCell, PrintedCell]


def ranked(table: PrintedTable) -> Iterator[Ranked]:
    """Yield the ranks of a table by the column that bears them out best, the highest first or the lowest.

    Example:
        97.61 is 1, 97.00 is 2, 95.40 is 3; what is as high as another has its rank.
    """
    for x in table.columns:
        yield from _unnamed(table, x)
        found = _RANK.fullmatch(table.head(x))
        rows = [row for row in table.rows if x in row.cells and not _NO_PLACE.search(row.label)]
        if found is None or not found["of"] or len(rows) < _LEAST:
            continue
        runs = [
            list(_run(table, rows, (x, y), falling))
            for y in table.columns
            if y != x and found["of"] in table.head(y) and all(y in row.cells for row in rows)
            for falling in (True, False)
        ]
        best = min(runs, key=_broken, default=[])
        if best and _broken(best) <= _MOST_BROKEN and 2 * _broken(best) < len(best):
            yield from best


def _unnamed(table: PrintedTable, x: int) -> Iterator[Ranked]:
    """Yield the only rank of a column called 位次 alone that a column of the table does not bear out.

    No order of the same lines differs from another in one rank alone, so that it is by that column, or by none.
    """
    found = _RANK.fullmatch(table.head(x))
    rows = [row for row in table.rows if x in row.cells and not _NO_PLACE.search(row.label)]
    if found is None or found["of"] or len(rows) < _ALONE:
        return
    full = [y for y in table.columns if y != x and all(y in row.cells for row in rows)]
    rated = [y for y in full if _RATED.search(table.head(y))]
    runs = [
        list(_run(table, rows, (x, y), falling)) for y in rated or full for falling in (True, False)
    ]
    best = min(runs, key=_broken, default=[])
    if best and len(best) == len(rows) and _broken(best) == 1:
        yield from best


def _broken(run: list[Ranked]) -> int:
    return len([one for one in run if one.stated != one.due])


def _run(
    table: PrintedTable, rows: list[PrintedRow], columns: tuple[int, int], falling: bool
) -> Iterator[Ranked]:
    x, y = columns
    values = [row.cells[y].quantity.value for row in rows]
    for row in rows:
        own = row.cells[y].quantity.value
        due = 1 + len([one for one in values if (one > own if falling else one < own)])
        stated = row.cells[x].quantity.amount
        if stated == int(stated):
            cells = (row.cells[x], row.cells[y])
            yield Ranked(row.label, table.head(x), table.head(y), int(stated), due, cells)
