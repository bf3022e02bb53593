"""Lines of a table that are totals of others: 合计 at its end, 小计 below a group, and a line with 其中 below it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from shanhe.measures.printed_tables import PrintedRow, PrintedTable
from shanhe.measures.slips import is_turned
from shanhe.measures.table_totals import LAST, WHOLE, columns_summed
from shanhe.measures.tried_cells import Tried, exceptions
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex

_SUBTOTAL = regex(".*小计")
_OF_WHICH = regex("其中[:：]?(?=.)")
_NO_PART = regex(f"率|比例|占比|得分|位次|排名|较|比上|{WHOLE.pattern}")
_LEAST_PARTS, _LEAST_OF_A_TOTAL, _LEAST_COLUMNS = 2, 4, 2
_ROOM = Fraction(5, 4)


def line_totals(table: PrintedTable) -> Iterator[Tried]:
    """Yield the cells of total lines that are not the sums of the lines they are of.

    Example:
        产出指标 50 above 其中：数量指标 24, 质量指标 10, 时效指标 8 and 成本指标 6: they are 48, where the column beside it adds up.
    """
    inner: set[int] = set()
    for whole, parts in (*_subtotals(table), *_above_their_parts(table)):
        rows = [table.rows[n] for n in parts]
        yield from exceptions(columns_summed(table, table.rows[whole], rows), least=_LEAST_COLUMNS)
        inner.update(parts)
    yield from _at_the_end(table, inner)


def _at_the_end(table: PrintedTable, inner: set[int]) -> Iterator[Tried]:
    """Yield the cells of the only line of totals; lines that are in a group count by its own total."""
    named = [row for row in table.rows if LAST.fullmatch(row.label)]
    wholes = [row for row in named if not _SUBTOTAL.fullmatch(row.label)] or named
    if len(wholes) != 1:
        return
    place = table.rows.index(wholes[0])
    span = range(place) if place else range(1, len(table.rows))
    parts = [table.rows[n] for n in span if n not in inner]
    if len(parts) < _LEAST_PARTS or (place and any(map(_is_part, parts))):
        return
    tried = columns_summed(table, wholes[0], parts)
    yield from _single(tried) if len(tried) == 1 else exceptions(tried, least=1)


def _is_part(row: PrintedRow) -> bool:
    return _OF_WHICH.match(row.label) is not None


def _subtotals(table: PrintedTable) -> Iterator[tuple[int, list[int]]]:
    """Yield each line called 小计 with the lines above it, down from the 小计 before."""
    parts: list[int] = []
    for n, row in enumerate(table.rows):
        if not _SUBTOTAL.fullmatch(row.label):
            parts.append(n)
        else:
            if len(parts) >= _LEAST_PARTS:
                yield n, parts
            parts = []


def _above_their_parts(table: PrintedTable) -> Iterator[tuple[int, list[int]]]:
    """Yield each line above one that begins with 其中, with as many below as most of its columns are sums of."""
    for start, first in enumerate(table.rows):
        if not start or not _is_part(first):
            continue
        below = list(takewhile(lambda row: not _NO_PART.search(row.label), table.rows[start:]))
        counts = range(_LEAST_PARTS, len(below) + 1)
        kept = {k: _kept(table, table.rows[start - 1], below[:k]) for k in counts}
        best = max(kept, key=lambda k: (kept[k], k), default=0)
        if best and kept[best] >= _LEAST_COLUMNS:
            yield start - 1, list(range(start, start + best))


def _kept(table: PrintedTable, whole: PrintedRow, parts: Sequence[PrintedRow]) -> int:
    return sum(one.holds for one in columns_summed(table, whole, parts) if one.telling)


def _single(tried: Sequence[Tried]) -> Iterator[Tried]:
    """Yield the only total of a table that is not the sum of its column, but near it or of the same digits."""
    for one in tried:
        due = one.due.value
        near = due and 1 / _ROOM <= one.stated.value / due <= _ROOM
        turned = is_turned(rounded(due, one.stated.places), one.stated.amount)
        if len(one.at) >= _LEAST_OF_A_TOTAL and not one.holds and (near or turned):
            yield one
