"""文字所述缺口、未支出数、未完成数与表中该行之差相符.

``固原市未支出的1020万元`` is held against the line of 固原市: what was planned, less what arrived, was spent or done. It stands
if any two numbers of a line of that name differ by it, and is questioned only where such a difference comes near.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, subtract
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable
from shanhe.measures.stated import judge_stated
from shanhe.measures.told_cells import lines_by_label
from shanhe.measures.told_gaps import ToldGap, told_gaps
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.regex import regex

_WANTED = regex("预算|计划|目标|任务|下达|应")
_DONE = {
    "missing": regex("到位"),
    "unspent": regex("支出|支付|执行|使用"),
    "carried": regex("支出|支付|执行|使用"),
    "short": regex("完成|实际"),
}
_NO_DONE = regex("率|比例|占比|进度")
_ROOM = Fraction(5, 4)
Line = tuple[PrintedTable, PrintedRow]


@rule(
    id="SAME-938",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与表中“{label}”一行不符，该行为 {steps} = {due}",
    en="{words}: the line of {label} in the table makes {steps} = {due}",
    only=Only.PAPER,
)
def gaps_are_those_of_their_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each gap that the line it names does not have."""
    del catalogue
    lines = lines_by_label(dossier)
    for gap in told_gaps(dossier) if lines else ():
        label = _label(gap, lines)
        if gap.kind in _DONE and label and gap.when <= {label}:
            yield from _judge(gap, label, lines[label])


def _label(gap: ToldGap, lines: dict[str, list[Line]]) -> str:
    """Return the line that the words before a gap name last, none if they name two."""
    text = gap.frame.bones.text[: gap.end]
    words = text[max(text.rfind(mark, 0, gap.start) for mark in "。；") + 1 :]
    named = [label for label in lines if label in words]
    return named[0] if len(named) == 1 else ""


def _judge(gap: ToldGap, label: str, lines: list[Line]) -> Iterator[Hit]:
    cells = [cell for _, row in lines for cell in row.cells.values()]
    own = [one for one in cells if one.quantity.unit.like(gap.amount.quantity.unit)]
    every = (subtract(one.quantity, other.quantity) for one, other in permutations(own, 2))
    told = any(
        one.quantity.value_in(gap.amount.quantity.unit) == gap.amount.quantity.value for one in own
    )
    if told or any(judge_stated(gap.amount.quantity, one).is_kept for one in every):
        return
    near = [
        (made, at)
        for made, at in _differences(gap, lines)
        if is_near(_value(gap, made), gap.amount.quantity.value, _ROOM)
    ]
    if len(near) == 1:
        made, at = near[0]
        place = gap.frame.operand(gap.start, gap.end)
        words = {
            "words": place.text,
            "label": label,
            "steps": made.steps,
            "due": result(made, max(gap.amount.quantity.places, 0)),
        }
        operands = (place, *(cell.operand for cell in at))
        yield Hit(operands, words, recomputed=made.equation)


def _differences(
    gap: ToldGap, lines: list[Line]
) -> Iterator[tuple[Computed, tuple[PrintedCell, PrintedCell]]]:
    """Yield what each line was planned to have less what it has, of columns of one source."""
    done = _DONE[gap.kind]
    for table, row in lines:
        for x, y in permutations(row.cells, 2):
            first, second = ("".join(table.heads.get(one, ())) for one in (x, y))
            grouped = table.group(x) or table.group(y)
            alike = not grouped or table.head(x) == table.head(y)
            fit = _WANTED.search(first) and done.search(second) and not _NO_DONE.search(second)
            one, other = row.cells[x], row.cells[y]
            like = one.quantity.unit.like(gap.amount.quantity.unit)
            if fit and alike and like and other.quantity.unit.like(one.quantity.unit):
                yield subtract(one.quantity, other.quantity), (one, other)


def _value(gap: ToldGap, made: Computed) -> Fraction:
    return made.value * made.unit.factor_to(gap.amount.quantity.unit)
