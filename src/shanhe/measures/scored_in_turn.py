"""Groups of a self-evaluation told one after the other with full points and points: 产出指标50分，得48.5分，扣1.5分；效益指标30分，得29分.

What was got and what was lost make the full points; the full points of all four groups make 100, and so do the points lost in all with
those of the whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.interval import decimal_text
from shanhe.values.regex import regex

_ROW = regex(
    rf"(?P<name>[\u4e00-\u9fff（）]{{2,14}}?)(?:权重|分值|满分|标准分|总分)?[为是]?(?P<full>{AMOUNT})[，,、]?(?:自评|实际|评价)?得分?[为是]?(?P<got>{AMOUNT})(?:[，,、](?:被)?(?P<word>扣)(?:分|减|除)?[为是]?(?P<lost>{AMOUNT}))?"
)
_WEIGHED = regex(
    rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:{AMOUNT})?[，,](?:权重|分值|满分)[为是]?(?P<full>{AMOUNT})[，,](?:自评|实际|评价)?得分?[为是]?(?P<got>{AMOUNT})(?:[，,、](?:被)?(?P<word>扣)(?:分|减|除)?[为是]?(?P<lost>{AMOUNT}))?"
)
_ALL = regex("小计|合计|总计|总共|共$|共计")
_GROUPS = (
    (regex("执行"), regex("产出"), regex("效益"), regex("满意")),
    (regex("决策|投入"), regex("过程|管理"), regex("产出"), regex("效益|效果")),
)
"""Divisions of 100 points, of which each group is told once."""
_LOST = regex(
    rf"(?:^|[，。；：])(?:自评|本次|本年度?|各项|全部|总体|评价|指标)*(?:共扣|扣分合计|合计扣|累计扣|总计扣|总扣)分?[为是]?(?P<lost>{AMOUNT})(?P<between>[^。]*?)(?:自评|最终|综合|评价|总|实际)+(?:得分|评分|得)[为是]?(?P<got>{AMOUNT})"
)
_OF_SOME = regex("产出|效益|满意|执行|决策|过程|管理|数量|质量|时效|成本")
_NOT_PLAIN = regex("加分|附加|折算|换算|不适用|剔除|百分制|扣除")
_FULL, _ROOM, _WIDE, _FAR = 100, Fraction(5, 4), Fraction(2), 10
_LEAST = 2


@dataclass(frozen=True, slots=True)
class ScoredWrong:
    """Points that do not fit one another; ``start`` and ``end`` in the skeleton."""

    frame: Frame
    start: int
    end: int
    steps: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A group with its full points, what it got and what it lost."""

    name: str
    full: PrintedAmount
    got: PrintedAmount
    lost: PrintedAmount | None
    start: int
    end: int


def scored_in_turn(frame: Frame, before: Frame | None) -> Iterator[ScoredWrong]:
    """Yield the rows, sums of rows and totals of a sentence that do not fit; ``before`` is the one before it in its paragraph.

    Example:
        ``产出指标50分，得48.5分，扣1.8分``: 48.5 + 1.8 is 50.3.
    """
    if "分" not in frame.sentence.text:
        return
    rows = _rows(frame)
    for row in rows:
        yield from _row(frame, row)
    yield from _full(frame, rows)
    sums = rows and _ALL.search(rows[0].name) and before is not None
    yield from _sum(frame, [*_rows(before), *rows] if sums and before else rows)
    for found in _LOST.finditer(frame.bones.text):
        yield from _lost(frame, found)


def _rows(frame: Frame) -> list[_Row]:
    bones = frame.bones
    told: dict[str, _Row] = {}
    for pattern in (_WEIGHED, _ROW):
        for found in pattern.finditer(bones.text):
            full, got = (bones.amount(found[key]) for key in ("full", "got"))
            lost = bones.amount(found["lost"]) if found["lost"] else None
            points = [one for one in (full, got, lost) if one is not None]
            if all(one.quantity.unit.symbol == "分" and not one.vague for one in points):
                row = _Row(found["name"], full, got, lost, *found.span())
                told.setdefault(found["got"], row)
    return sorted(told.values(), key=lambda row: row.start)


def _row(frame: Frame, row: _Row) -> Iterator[ScoredWrong]:
    full, got = _value(row.full), _value(row.got)
    if got > full and is_near(got, full, _WIDE) and not _NOT_PLAIN.search(frame.bones.text):
        yield _wrong(frame, row, f"{row.got.quantity.number} > {row.full.quantity.number}")
    elif row.lost is not None:
        made = got + _value(row.lost)
        if made != full and is_near(made, full, _WIDE):
            steps = f"{row.got.quantity.number} + {row.lost.quantity.number} = {decimal_text(made)}"
            yield _wrong(frame, row, f"{steps}（分值 {row.full.quantity.number}）")


def _full(frame: Frame, rows: Sequence[_Row]) -> Iterator[ScoredWrong]:
    """Yield the full points of four groups if they are not 100."""
    plain = [row for row in rows if not _ALL.search(row.name)]
    for groups in _GROUPS:
        own = [[row for row in plain if group.search(row.name)] for group in groups]
        if len(plain) == len(groups) and all(len(one) == 1 for one in own):
            made = sum((_value(row.full) for row in plain), Fraction(0))
            if made != _FULL and abs(made - _FULL) <= _FAR:
                steps = " + ".join(row.full.quantity.number for row in plain)
                at = (plain[0].start, plain[-1].end)
                yield ScoredWrong(frame, *at, f"{steps} = {decimal_text(made)}（满分 {_FULL}）")


def _sum(frame: Frame, rows: Sequence[_Row]) -> Iterator[ScoredWrong]:
    """Yield the points of all groups told if those of the rows are others, where their full points agree."""
    for n, row in enumerate(rows):
        before = rows[:n]
        if not _ALL.search(row.name) or len(before) < _LEAST:
            continue
        full = sum((_value(one.full) for one in before), Fraction(0))
        got = sum((_value(one.got) for one in before), Fraction(0))
        off = full == _value(row.full) and got != _value(row.got)
        if off and is_near(got, _value(row.got), _ROOM):
            steps = " + ".join(one.got.quantity.number for one in before)
            yield _wrong(frame, row, f"{steps} = {decimal_text(got)}")


def _lost(frame: Frame, found: re.Match[str]) -> Iterator[ScoredWrong]:
    """Yield the points lost in all that do not make 100 with those of the whole."""
    before = re.split("。", found.string[: found.start()])[-1]
    lost, got = (frame.bones.amount(found[key]) for key in ("lost", "got"))
    points = all(one.quantity.unit.symbol == "分" and not one.vague for one in (lost, got))
    made = _value(lost) + _value(got)
    plain = not (_OF_SOME.search(before) or _NOT_PLAIN.search(found.string))
    if points and plain and made != _FULL and abs(made - _FULL) <= _FAR:
        steps = f"{lost.quantity.number} + {got.quantity.number} = {decimal_text(made)}"
        yield ScoredWrong(frame, *found.span(), f"{steps}（满分 {_FULL}）")


def _value(one: PrintedAmount) -> Fraction:
    return one.quantity.value


def _wrong(frame: Frame, row: _Row, steps: str) -> ScoredWrong:
    return ScoredWrong(frame, row.start, row.end, steps)
