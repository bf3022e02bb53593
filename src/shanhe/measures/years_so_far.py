"""Columns of what was done so far beside those of its years: 累计完成 is 2023年完成, 2024年完成 and 2025年完成, a dash is nothing done."""

import re
from collections.abc import Iterator

from shanhe.measures.computed import add
from shanhe.measures.printed_tables import PrintedTable, bare_label
from shanhe.measures.tried_cells import Tried
from shanhe.values.regex import regex

_SO_FAR = regex("(?:截至[^，。]*)?(?:累计|合计|总计)(?P<did>[\u4e00-\u9fff]{0,6})")
_LEAST = 2


def sums_of_years(table: PrintedTable, x: int) -> list[Tried]:
    """Return the cells of a column beside the sums of the columns of two or more years that are called as it is.

    Example:
        累计完成 126.00 beside 2023年完成 18.50, 2024年完成 74.00, 2025年目标 30.00 and 2025年完成 33.50.
    """
    found = _SO_FAR.fullmatch(bare_label(table.head(x)))
    did = found["did"] if found else ""
    years = [y for y in table.columns if _is_of_a_year(bare_label(table.head(y)), did)]
    heads = {bare_label(table.head(y))[:4] for y in years}
    if not did or len(years) < _LEAST or len(heads) < len(years):
        return []
    return list(_tried(table, x, years))


def _is_of_a_year(head: str, did: str) -> bool:
    return re.fullmatch(f"20\\d\\d年度?(?:实际)?{re.escape(did)}", head) is not None


def _tried(table: PrintedTable, x: int, years: list[int]) -> Iterator[Tried]:
    for row in table.rows:
        cells = [row.cells[y] for y in years if y in row.cells]
        stated = row.cells[x].quantity if x in row.cells else None
        like = stated is not None and all(c.quantity.unit.like(stated.unit) for c in cells)
        if stated is not None and cells and like and stated.unit.symbol != "%":
            due = add([cell.quantity for cell in cells], stated.unit)
            at = (row.cells[x].operand, *(cell.operand for cell in cells))
            yield Tried(row, x, stated, due, at, telling=len(cells) > 1)
