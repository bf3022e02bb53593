"""What all lines of a table have together, told with how many there are: 4个湿地片区合计4200公顷."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.limit_columns import TOTAL
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_TOLD = regex(
    rf"(?:^|(?<=[，。；]))(?P<n>{AMOUNT})(?P<kind>[\u4e00-\u9fff]{{1,8}}?)(?P<of>(?:总)?(?:面积|长度|投资|金额)?)(?:共|合计|总计|共计)(?:为|达)?(?P<sum>{AMOUNT})(?=[，。；（])"
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class CountedTotal:
    """A sum told of all lines of the only table of such things, and what the only column of its unit makes."""

    frame: Frame
    start: int
    end: int
    stated: PrintedAmount
    kind: str
    head: str
    due: Computed
    cells: tuple[PrintedCell, ...]


def counted_totals(dossier: Dossier) -> Iterator[CountedTotal]:
    """Yield the sums told of as many things as a table lists under that name.

    Example:
        ``4个湿地片区合计4200公顷`` beside 1240, 860, 1580 and 520 公顷 below 面积（公顷） of the four 片区.
    """
    tables = [one for one in printed_tables(dossier) if len(one.rows) >= _LEAST]
    for frame in prose_frames(dossier) if tables else ():
        for found in _TOLD.finditer(frame.bones.text):
            number, stated = (frame.bones.amount(found[key]) for key in ("n", "sum"))
            if not counts(number.quantity.unit) or number.vague or stated.vague:
                continue
            made = [one for table in tables for one in _columns(table, found, number, stated)]
            if len(made) == 1:
                head, due, cells = made[0]
                yield CountedTotal(frame, *found.span(), stated, found["kind"], head, due, cells)


def _columns(
    table: PrintedTable, found: re.Match[str], number: PrintedAmount, stated: PrintedAmount
) -> Iterator[tuple[str, Computed, tuple[PrintedCell, ...]]]:
    """Yield the columns of the unit told, where the lines are those things, and as many."""
    rows = [row for row in table.rows if not TOTAL.match(bare_label(row.label))]
    names = {
        bare_label(own[-1]) for x, own in table.heads.items() if own and x not in table.columns
    }
    kind = any(name and found["kind"].endswith(name) for name in names)
    if not kind or len(rows) != number.quantity.value:
        return
    for x in table.columns:
        cells = tuple(row.cells[x] for row in rows if x in row.cells)
        like = all(cell.quantity.unit.like(stated.quantity.unit) for cell in cells)
        if like and len(cells) == len(rows) and stated.quantity.unit.symbol != "%":
            yield table.head(x), add([c.quantity for c in cells], stated.quantity.unit), cells
