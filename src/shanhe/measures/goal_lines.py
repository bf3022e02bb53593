"""Lines, or columns, of any table that have a target and what was reached of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.once import once_each
from shanhe.measures.printed_tables import (
    PrintedCell,
    PrintedTable,
    bare_label,
    printed_tables,
)
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_WANTED = regex("(?:年度|全年|绩效|本年|当年)*(?:目标|计划|任务)(?:值|数|量)?")
_DONE = regex("(?:全年|年度|累计)?(?:实际)?(?:完成|达到)?(?:值|数|量|情况)?(?<=.)")
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What a table sets and what it says was reached, in like units."""

    label: str
    wanted: PrintedCell
    done: PrintedCell


@once_each
def goal_lines(dossier: Dossier) -> Iterator[GoalLine]:
    """Yield the lines of tables with one target and one result; of a table on its side the columns.

    A line below its group is known by its own name as well: 草原改良面积 beside 产出.

    Example:
        年度目标 1,860.00 and 实际完成 1,884.00 below 退化湿地修复（公顷）.
    """
    for table in printed_tables(dossier):
        yield from _lines(table)
        yield from _lines(table.turned)


def _lines(table: PrintedTable) -> Iterator[GoalLine]:
    heads = {x: bare_label(table.head(x)) for x in table.columns}
    wanted = [x for x in table.columns if _WANTED.fullmatch(heads[x])]
    done = [x for x in table.columns if _DONE.fullmatch(heads[x])]
    if len(wanted) != 1 or len(done) != 1:
        return
    lasts = [bare_label(row.last) for row in table.rows]
    for row in table.rows:
        one, other = row.cells.get(wanted[0]), row.cells.get(done[0])
        label = bare_label(row.label)
        like = one and other and one.quantity.unit.like(other.quantity.unit)
        if one and other and like and len(label) >= _LEAST_NAME:
            yield GoalLine(label, one, other)
            last = bare_label(row.last)
            if last != label and len(last) > _LEAST_NAME and lasts.count(last) == 1:
                yield GoalLine(last, one, other)
