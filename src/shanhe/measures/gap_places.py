"""Where a gap is told to lie as a whole, and where the tables have it: 比目标少0.62公里，全部在黄石镇."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, bare_label, printed_tables
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand

_GAP = re.compile(
    rf"(?P<kind>[少缺差多欠]|超[出额过]?的?|未[^，。；、]{{1,6}}的|不[合达][格标]的|剩余的?|短缺)(?P<gap>{AMOUNT})[^，。；、\ue000-\uf8ff]{{0,6}}[，,]?(?:全部?|均|都)"
    r"(?:集中|位于|分布|发生)?[在为是系](?P<place>[\u4e00-\u9fff]{1,6}[县区市旗镇乡盟])(?=[，。；、（]|$)"
)
_WANTED = re.compile("目标|计划|任务|应|下达|预算|合计|总数")
_DONE = re.compile("完成|完工|实际|到位|合格|支出|支付")
_NO_VALUE = re.compile("率|比例|占比|进度")


@dataclass(frozen=True, slots=True)
class GapPlace:
    """A place that has no gap of this size, and the only one that has.

    Attributes:
        amount: as told. due: the place that has it. made: its gap. at: its two cells.
    """

    frame: Frame
    start: int
    end: int
    amount: PrintedAmount
    due: str
    made: Computed
    at: tuple[Operand, Operand]


_Gaps = dict[str, tuple[Computed, tuple[Operand, Operand]]]


def misplaced_gaps(dossier: Dossier) -> Iterator[GapPlace]:
    """Yield each gap told of one place alone that the tables have at another.

    Example:
        黄石镇 目标 3.10 and 完成 2.48, 长胜镇 both 3.30: ``少0.62公里，全部在长胜镇`` is of 黄石镇.
    """
    for frame in prose_frames(dossier):
        for found in _GAP.finditer(frame.bones.text):
            amount = frame.bones.amount(found["gap"])
            runs = [*_gaps_of(dossier, found["place"])] if not amount.vague else []
            fits = [
                {
                    place: one
                    for place, one in run.items()
                    if _is_like(one[0], amount) and one[0].value
                }
                for run in runs
            ]
            only = [
                run
                for run in fits
                if len(run) == 1 and _is_told(amount, _size(next(iter(run.values()))[0]))
            ]
            if only and not any(found["place"] in run for run in only):
                place, (made, at) = next(iter(only[0].items()))
                span = (found.start(), found.end())
                yield GapPlace(frame, *span, amount, place, _size(made), at)


def _is_like(made: Computed, gap: PrintedAmount) -> bool:
    """Return whether a gap can be that of a line; counts in a table often have no unit."""
    own = gap.quantity.unit
    return made.unit.like(own) or (not made.unit.symbol and counts(own))


def _is_told(gap: PrintedAmount, made: Computed) -> bool:
    if not made.unit.symbol:
        return made.value == gap.quantity.value
    return judge_stated(gap.quantity, made).is_kept


def _size(made: Computed) -> Computed:
    if made.value >= 0:
        return made
    return Computed(-made.value, -made.interval, made.unit, made.steps)


def _gaps_of(dossier: Dossier, place: str) -> Iterator[_Gaps]:
    """Yield what is planned less what is done by place, for each line or pair of columns of a table with the place."""
    for table in printed_tables(dossier):
        labels = [bare_label(row.label) for row in table.rows]
        if place in labels:
            for x, y in combinations(table.columns, 2):
                if _is_pair(table, x, y):
                    rows = [row for row in table.rows if {x, y} <= row.cells.keys()]
                    yield _without_totals(
                        {bare_label(row.label): _gap(row.cells[x], row.cells[y]) for row in rows}
                    )
        groups = {table.group(x)[-1:] for x in table.columns}
        if (place,) in groups:
            yield from _gaps_across(table)


def _gaps_across(table: PrintedTable) -> Iterator[_Gaps]:
    pairs = {
        table.group(x)[-1]: (x, y)
        for x, y in combinations(table.columns, 2)
        if table.group(x) and table.group(x) == table.group(y) and _is_pair(table, x, y)
    }
    for row in table.rows:
        own = {place: pair for place, pair in pairs.items() if set(pair) <= row.cells.keys()}
        yield _without_totals(
            {place: _gap(row.cells[x], row.cells[y]) for place, (x, y) in own.items()}
        )


def _without_totals(gaps: dict[str, tuple[Computed, tuple[Operand, Operand]] | None]) -> _Gaps:
    places = {
        place: one
        for place, one in gaps.items()
        if one is not None and place[-1:] in "县区市旗镇乡盟"
    }
    return {place: one for place, one in places.items() if not place.startswith("全")}


def _is_pair(table: PrintedTable, x: int, y: int) -> bool:
    one, other = table.head(x), table.head(y)
    if _NO_VALUE.search(one) or _NO_VALUE.search(other):
        return False
    return bool(_WANTED.search(one) and _DONE.search(other) and not _WANTED.search(other))


def _gap(one: PrintedCell, other: PrintedCell) -> tuple[Computed, tuple[Operand, Operand]] | None:
    if not one.quantity.unit.like(other.quantity.unit):
        return None
    return subtract(one.quantity, other.quantity), (one.operand, other.operand)
