"""Ranks that a table prints, beside the order of the column they are of: 执行率排名 of 执行率."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.values.regex import regex

_RANK = regex(r"(?P<of>.*?)(?:排名|名次|位次|排位)(?:[（(].*[）)])?")
_NO_PLACE = regex("全[省市州盟县区旗]|合计|总计|平均|小计")
_LEAST, _MOST_BROKEN = 4, 2


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
