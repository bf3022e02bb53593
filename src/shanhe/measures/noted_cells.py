"""What the note of a cell makes of its number: ``82.32公顷（缺1.68公顷）``, ``96.67%（60个单元，58个合格）``.

A note stands in brackets after the number. It tells what is lacking against the plan of its line, what was added to the
plan before, two counts that make the rate, a quotient written out, or the value from which it changed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add, divide, percent, subtract
from shanhe.measures.frame import AMOUNT, Skeleton, skeleton
from shanhe.measures.printed_amount import counts
from shanhe.measures.printed_tables import (
    PrintedCell,
    PrintedRow,
    PrintedTable,
    note_in,
    printed_tables,
)
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_START = r"(?:^|[，；：:（(])"
_GAP = regex(
    rf"{_START}(?:[尚还仍]|与?(?:较|比|距|低于)?(?:年度|全年)?(?:目标|计划|任务|预算)(?:值|数)?)?(?:未(?:支出|支付|执行|使用|完成|到位|拨付|达标)的?|结余|剩余|少完成|[缺差少短欠]|尚有(?=[^，；]{{1,8}}未)|相差|低)"
    rf"(?:了|资金|余额)?(?:为|共)?(?P<gap>{AMOUNT})(?!的)(?!分)"
)
_ADDED = regex(
    rf"{_START}[^，；：:（(\ue000-\uf8ff]{{0,16}}?(?:追加|增拨|增加|调增|新增|调入|核增|净增|调减|核减|压减|减少|调出|收回)(?:预算|资金|指标|了)*(?:为|共)?(?P<gap>{AMOUNT})"
)
_QUOTIENT = regex(rf"(?P<top>{AMOUNT})[÷/](?P<bottom>{AMOUNT})(?![÷/×])")
_CHANGE = regex(
    rf"(?:前|原来?|上年|去年|年初|基期|20\d\d年)(?:为|是|的)?(?P<old>{AMOUNT})[，,]?[^，；\ue000-\uf8ff]{{0,6}}?(?P<way>提高|提升|上升|增加|增长|下降|降低|减少|压减)了?(?P<by>{AMOUNT})"
)
_PART = regex("合格|达标|按期|按时|如期|及时|满意|成活|通过|优良|完成|完工|开工|覆盖|达到|落实")
_KEPT = regex("质保|保证金|其中")
_WANTED = regex("预算|计划|目标|指标值|任务|安排|下达|应")
_BEFORE = regex("年初|调整前|原|批复|变更前")
_AFTER = regex("调整后|变更后|全年|调剂后")
_LEAST = 2
_ROOM = Fraction(5, 4)
_POINT, _PERCENT = unit("百分点"), unit("%")


@dataclass(frozen=True, slots=True)
class NotedNumber:
    """A number that a note, or its cell, states, beside what the others make.

    Attributes:
        words: those of the note. cells: the cell with the note first.
    """

    words: str
    stated: Quantity
    due: Computed
    cells: tuple[PrintedCell, ...]


@dataclass(frozen=True, slots=True)
class _Noted:
    """A cell with its note, in its line of a table."""

    table: PrintedTable
    row: PrintedRow
    column: int
    bones: Skeleton

    @property
    def cell(self) -> PrintedCell:
        return self.row.cells[self.column]

    @property
    def value(self) -> Quantity:
        return self.cell.quantity

    def amount(self, mark: str) -> Quantity:
        """Return an amount of the note; a bare one has the unit of the cell, points are percentages of it."""
        stated = self.bones.amount(mark).quantity
        bare = not stated.unit.symbol or (stated.unit == _POINT and self.value.unit == _PERCENT)
        return replace(stated, unit=self.value.unit) if bare else stated

    def others(self) -> list[tuple[str, PrintedCell]]:
        """Return the like cells of the line with their headings, the nearest to the left first."""
        like = [
            x
            for x, one in self.row.cells.items()
            if x != self.column and one.quantity.unit.like(self.value.unit)
        ]
        like.sort(key=lambda x: (x > self.column, abs(x - self.column)))
        return [("".join(self.table.heads.get(x, ())), self.row.cells[x]) for x in like]


def noted_numbers(dossier: Dossier) -> Iterator[NotedNumber]:
    """Yield what the notes of cells make of the numbers beside them."""
    for table in printed_tables(dossier):
        for row in table.rows:
            for x, cell in row.cells.items():
                note = note_in(cell.operand.text)
                if note:
                    noted = _Noted(table, row, x, skeleton(note))
                    for judge in (_lacking, _added, _rated, _divided, _changed):
                        yield from judge(noted)


def _lacking(one: _Noted) -> Iterator[NotedNumber]:
    """Yield what is lacking beside the plan less the cell; what is kept back of a contract is a part of it."""
    if not _KEPT.search(one.bones.text):
        yield from _apart(one, list(_GAP.finditer(one.bones.text)), _WANTED)


def _added(one: _Noted) -> Iterator[NotedNumber]:
    """Yield what was added beside the cell less the plan before."""
    if _AFTER.search(one.table.head(one.column)):
        yield from _apart(one, list(_ADDED.finditer(one.bones.text)), _BEFORE)


def _apart(one: _Noted, told: list[re.Match[str]], heads: re.Pattern[str]) -> Iterator[NotedNumber]:
    """Yield a difference told once, unless any two numbers of the line are apart by it."""
    if len(told) != 1 or one.bones.amount(told[0]["gap"]).vague:
        return
    stated, others = one.amount(told[0]["gap"]), one.others()
    if not stated.unit.like(one.value.unit):
        return
    if any(judge_stated(stated, _gap(one.value, each.quantity)).is_kept for _, each in others):
        return
    named = [each for head, each in others if heads.search(head)]
    if named:
        due = _gap(one.value, named[0].quantity)
        words = _shown(one, told[0][0].lstrip("，；：:（("))
        yield NotedNumber(words, stated, due, (one.cell, named[0]))


def _gap(one: Quantity, other: Quantity) -> Computed:
    low, high = sorted((one, other), key=lambda each: each.value * each.unit.factor)
    return subtract(high, low)


def _rated(one: _Noted) -> Iterator[NotedNumber]:
    """Yield the rate beside its two counts, of what its name says."""
    part = re.split("[；。]", one.bones.text)[0]
    amounts = [one.bones.amount(mark) for mark in one.bones.marks(0, len(part))]
    pair = [each for each in amounts if each.quantity.unit.symbol]
    named = set(_PART.findall(one.row.label)) & set(_PART.findall(part))
    if one.value.unit != _PERCENT or len(pair) < _LEAST or not named:
        return
    if not all(pair[0].is_like(each) and counts(each.quantity.unit) for each in pair):
        return
    made = _rates([each.quantity for each in pair])
    if made and not any(judge_stated(one.value, due).is_kept for due in made):
        best = min(made, key=lambda due: abs(due.value - one.value.value))
        if len(pair) == _LEAST or is_near(best.value, one.value.value, _ROOM):
            yield NotedNumber(_shown(one, part), one.value, best, (one.cell,))


def _rates(values: list[Quantity]) -> list[Computed]:
    """Return what counts may make: any of a larger one, and all after the first of it (非常满意 and 满意)."""
    pairs = [
        percent(small, large)
        for small, large in permutations(values, 2)
        if 0 < small.value <= large.value
    ]
    first, *rest = values
    if len(rest) > 1 and first.value:
        total = add(rest, first.unit)
        low = total.interval.times(100 / first.value)
        value = total.value / first.value * 100
        pairs.append(Computed(value, low, _PERCENT, f"({total.steps}) ÷ {first.number} × 100%"))
    return pairs


def _divided(one: _Noted) -> Iterator[NotedNumber]:
    """Yield the value beside the quotient that its note writes out."""
    found = _QUOTIENT.search(one.bones.text)
    pair = [one.bones.amount(found[key]).quantity for key in ("top", "bottom")] if found else []
    if not found or not pair[1].value:
        return
    alike = pair[0].unit.like(pair[1].unit)
    due = percent(*pair) if alike and one.value.unit == _PERCENT else divide(*pair)
    if due.unit.like(one.value.unit):
        yield NotedNumber(_shown(one, found[0]), one.value, due, (one.cell,))


def _changed(one: _Noted) -> Iterator[NotedNumber]:
    """Yield the value beside what it was and by how much it changed."""
    found = _CHANGE.search(one.bones.text)
    if not found or any(one.bones.amount(found[key]).vague for key in ("old", "by")):
        return
    old, change = one.amount(found["old"]), one.amount(found["by"])
    of_rate = one.bones.amount(found["by"]).is_percent and one.value.unit == _PERCENT
    if of_rate or not (old.unit.like(one.value.unit) and change.unit.like(one.value.unit)):
        return
    up = found["way"] in {"提高", "提升", "上升", "增加", "增长"}
    due = add([old, change], one.value.unit) if up else subtract(old, change)
    yield NotedNumber(_shown(one, found[0]), one.value, due, (one.cell,))


def _shown(one: _Noted, words: str) -> str:
    """Return words of the skeleton as they are printed."""
    place = one.bones.text.index(words)
    at, note = one.bones.at, note_in(one.cell.operand.text)
    end = place + len(words)
    return note[at[place] : at[end] if end < len(at) else len(note)]
