"""文字所述增减与调整对照表中该行的增减一致.

``林地减少3.90公顷`` is held against the line 林地 of a table with columns 调整前 and 调整后. It is questioned where the direction is the other way, or
the number comes near that of the line, or has its digits in another order. ``由不高于37.00降为不高于36.75`` is held against both values of the line, of which it
must have one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, printed_tables
from shanhe.measures.slips import is_turned
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_OLD = regex("(?:调整|变更|修改|修订|调剂)前.*|原.{0,8}")
_NEW = regex("(?:调整|变更|修改|修订|调剂)后.*|现.{0,8}")
_TOLD = regex(
    rf"(?<=[\u4e00-\u9fff]{{2}})(?P<way>调增|核增|净增|增加|增|调减|核减|减少|减)了?(?P<by>{AMOUNT})"
)
_BOUND = "(?:原来?的?|不高于|不低于|不超过|不少于|不大于|不小于|≤|≥)?"
_FROM_TO = regex(
    rf"(?<=[\u4e00-\u9fff]{{2}})(?:由|从){_BOUND}(?P<old>{AMOUNT})[^，。；、\ue000-\uf8ff]{{0,4}}?(?:调?[减增降升]低?少?加?高?|提高|下调|上调|调整|变更|修改|改|核减|核增)[至为到]{_BOUND}(?P<new>{AMOUNT})"
)
"""单位面积治理成本由不高于37.00万元/公顷降为不高于36.75万元/公顷."""
_NAME = regex("[\u4e00-\u9fff]{2,16}$")
_OTHER = regex("较上年|比上年|同比|去年|实施前|修复前|治理前")
_LABEL = regex("^(?:其中)?[：:]?|[（(].*?[）)]")
_ROOM = Fraction(5, 4)


@dataclass(frozen=True, slots=True)
class _Change:
    delta: Computed
    cells: tuple[PrintedCell, PrintedCell]


@rule(
    id="CHANGE-617",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#C-06"],
    zh="文中称“{words}”，调整对照表中该行由 {old} 变为 {new}，增减为 {due}",
    en='"{words}" is told; in the change table this line goes from {old} to {new}, by {due}',
    only=Only.PAPER,
)
def told_changes_are_those_of_the_change_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each told change that is another than that of its line."""
    del catalogue
    known: dict[str, list[_Change]] = {}
    for table in printed_tables(dossier):
        for label, change in _changes(table):
            known.setdefault(label, []).append(change)
    for frame in prose_frames(dossier) if known else ():
        if not _OTHER.search(frame.bones.text):
            for found in _FROM_TO.finditer(frame.bones.text):
                before = frame.bones.text[: found.start()]
                named = [label for label in known if before.endswith(label)]
                if named and len(known[max(named, key=len)]) == 1:
                    yield from _judge_ends(frame, found, known[max(named, key=len)][0])
            for found in _TOLD.finditer(frame.bones.text):
                before = frame.bones.text[: found.start()]
                named = [label for label in known if before.endswith(label)]
                if named and len(known[max(named, key=len)]) == 1:
                    yield from _judge(frame, found, known[max(named, key=len)][0])


def _changes(table: PrintedTable) -> Iterator[tuple[str, _Change]]:
    """Yield the lines of a change table with their differences."""
    olds = [x for x in table.columns if _OLD.fullmatch(table.head(x))]
    news = [x for x in table.columns if _NEW.fullmatch(table.head(x))]
    for row in table.rows if len(olds) == len(news) == 1 else ():
        cells = row.cells.get(olds[0]), row.cells.get(news[0])
        label = _LABEL.sub("", row.label)
        if len(label) > 1 and cells[0] is not None and cells[1] is not None:
            old, new = cells[0].quantity, cells[1].quantity
            if old.unit.like(new.unit):
                yield label, _Change(subtract(new, old), (cells[0], cells[1]))


def _judge(frame: Frame, found: re.Match[str], change: _Change) -> Iterator[Hit]:
    by, due = frame.bones.amount(found["by"]), change.delta
    if by.vague or not by.quantity.unit.like(due.unit) or by.is_percent or not due.value:
        return
    sign = 1 if "增" in found["way"] else -1
    stated = Quantity(sign * by.quantity.amount, by.quantity.unit)
    if not judge_stated(stated, due).is_kept and _is_meant(by, due):
        at = frame.operand(found.start() - len(_name(frame, found)), found.end())
        old, new = (cell.quantity for cell in change.cells)
        words = {"words": at.text, "old": amount(old), "new": amount(new)}
        places = max(old.places, new.places)
        operands = (at, *(cell.operand for cell in change.cells))
        yield Hit(operands, {**words, "due": result(due, places)}, recomputed=due.equation)


def _judge_ends(frame: Frame, found: re.Match[str], change: _Change) -> Iterator[Hit]:
    """Yield a change told from one value to another of which the line has one alone."""
    told = [frame.bones.amount(found[key]) for key in ("old", "new")]
    cells = [cell.quantity for cell in change.cells]
    like = all(
        one.quantity.unit.like(cell.unit) and not one.vague
        for one, cell in zip(told, cells, strict=True)
    )
    if not like or not change.delta.value:
        return
    same = [
        one.quantity.value_in(cell.unit) == cell.value
        for one, cell in zip(told, cells, strict=True)
    ]
    if same.count(True) == 1:
        at = frame.operand(found.start() - len(_name(frame, found)), found.end())
        words = {"words": at.text, "old": amount(cells[0]), "new": amount(cells[1])}
        due = result(change.delta, max(one.places for one in cells))
        operands = (at, *(cell.operand for cell in change.cells))
        yield Hit(operands, {**words, "due": due}, recomputed=change.delta.equation)


def _name(frame: Frame, found: re.Match[str]) -> str:
    named = _NAME.search(frame.bones.text[: found.start()])
    return named[0] if named else ""


def _is_meant(by: PrintedAmount, due: Computed) -> bool:
    """Return whether a change may be that of the line: the same with another sign, near it, or its digits in another order."""
    value = abs(due.value) * due.unit.factor_to(by.quantity.unit)
    turned = is_turned(rounded(value, by.quantity.places), by.quantity.amount)
    return turned or is_near(value, by.quantity.value, _ROOM)
