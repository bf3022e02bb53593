"""文中所述实施期（整体）目标与目标表的整体目标一致.

``三年治理石漠化12000公顷、…，新建蓄水池1150口`` against a table with a column of the whole term. A number is held against the only line of its
name and unit, and only in a sentence of which two others, or more, are those of their lines: it repeats the table.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import Frame, are_akin, noun_of, prose_frames
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.measures.printed_tables import PrintedCell, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_TERM = regex(
    "(?:整体|总体|实施期|规划期|全周期|[三四五]年)(?:绩效)?(?:总?目标|任务|计划)(?:值|数|量)?|总(?:目标|任务)(?:值|数|量)?"
)
_SAID = regex(
    "(?:[^，。；]{0,8}?(?:[三四五]年|实施期|规划期|整体(?:绩效)?目标|总体(?:绩效)?目标|总任务))"
)
_OTHER = regex(
    "完成|累计|已|实际|剩余|调整前|原|20\\d\\d年度?(?:计划|目标|任务)|本年|当年|其中|每年|年均"
)
_LEAST = 2

_Lines = list[tuple[str, PrintedCell]]


@rule(
    id="TARGET-130",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="文中整体目标“{name}”写为 {told}，目标表为 {cell}",
    en="the goal of the term for {name} is told as {told}, the table has {cell}",
    only=Only.PAPER,
)
def told_goals_of_the_term_are_those_of_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each goal of the term that the table has otherwise."""
    del catalogue
    lines = [
        (bare_label(row.label), row.cells[x])
        for table in printed_tables(dossier)
        for x in table.columns
        if _TERM.fullmatch(bare_label(table.head(x)))
        for row in table.rows
        if x in row.cells
    ]
    for frame in prose_frames(dossier) if lines else ():
        if _SAID.match(frame.bones.text) and not _OTHER.search(frame.bones.text):
            yield from _of_sentence(frame, lines)


def _of_sentence(frame: Frame, lines: _Lines) -> Iterator[Hit]:
    held, wrong = 0, []
    for mark in frame.bones.marks():
        told, name = frame.bones.amount(mark), _name(frame, mark)
        own = [(label, cell) for label, cell in lines if are_akin(name, label) and name]
        own = [one for one in own if _is_like(told, one[1])]
        if len(own) != 1 or told.vague or told.is_percent:
            continue
        label, cell = own[0]
        if _value(told, cell) == cell.quantity.value:
            held += 1
        else:
            wrong.append((mark, label, cell))
    for mark, label, cell in wrong if held >= max(_LEAST, len(wrong) + 1) else ():
        place = frame.bones.place(mark)
        words = {"name": label, "told": amount(frame.bones.amount(mark).quantity)}
        at = (frame.operand(place, place + 1), cell.operand)
        yield Hit(at, words | {"cell": cell.operand.text.strip()})


def _is_like(told: PrintedAmount, cell: PrintedCell) -> bool:
    """Return whether both are of one unit; a cell may leave out what it counts."""
    unit = cell.quantity.unit
    return unit.like(told.quantity.unit) or (not unit.symbol and counts(told.quantity.unit))


def _value(told: PrintedAmount, cell: PrintedCell) -> Fraction:
    unit = cell.quantity.unit
    return told.quantity.value_in(unit) if unit.symbol else told.quantity.value


def _name(frame: Frame, mark: str) -> str:
    """Return what an amount is of, without the years of the term; one right after another is of the same: 矿山116座480公顷."""
    bones = frame.bones
    for one in reversed([*bones.marks(0, bones.place(mark)), mark]):
        lead = re.sub("^.*?(?:[三四五]年|实施期|规划期)", "", bones.lead(one))
        if noun_of(lead):
            return noun_of(lead)
    return ""
