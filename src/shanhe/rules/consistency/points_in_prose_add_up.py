"""文字所述得分与扣分、分值、合计相符.

``退耕还林抚育（10分）按97.50%的完成率得9.75分、扣0.25分``: what is got and what is taken off make the weight, told in brackets or of the same
name, and the weight times the rate is what is got. ``合计得98.82分`` is the sum of some points of its paragraph, and questioned
where some make it but for the order of its digits. ``距“优”差1.20分`` is the lowest score of that grade, as the paper has it, less the score. ``预算执行扣分最多`` has to have lost most.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.scored_in_turn import scored_in_turn
from shanhe.measures.slips import is_turned
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex

_WORDS = r"[^，。；：（）()\ue000-\uf8ff]"
_GOT = regex(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,20}}?)(?:[（(](?P<weight>{AMOUNT})[）)])?(?P<by>按{_WORDS}{{0,8}}(?P<rate>{AMOUNT})?{_WORDS}{{0,8}}?)?"
    rf"(?:自评)?(?:得分?|计)为?(?P<got>{AMOUNT})(?:[、，](?:被)?扣(?:分|减|除)?(?P<off>{AMOUNT}))?"
)
_TOTAL = regex(rf"(?:合计|总计|共计|共|总|最终|综合)(?:自评)?(?:得分?|评分)为?(?P<whole>{AMOUNT})")
_POINTS = regex("(?:得分?|计)为?$")
_MOST = regex("(?P<name>[\u4e00-\u9fff]{2,12}?)(?:指标)?(?:被)?扣分最(?P<way>多|少)")
_APART = regex(
    rf"(?:综合|评价|总|自评|最终|合计)(?:得分|评分|得|分)为?(?P<whole>{AMOUNT})[^。；\ue000-\uf8ff]{{0,24}}(?:距离?|较|比|与)[“\"]?(?P<grade>优秀?|良好?|中)[”\"]?(?:等级|档|级)?(?:的)?(?:下限|标准|分数线)?(?:还|仅|尚)?(?:相?差|低|少)(?P<gap>{AMOUNT})"
)
_BAND = regex(
    r"(?P<low>\d{2,3})\s*分?\s*(?:[（(]含[^（）()]{0,3}[）)])?\s*分?(?:至|到|—+|-|~|以上|及以上)[^。；，、]{0,14}?为?[“\"]?(?P<grade>优|良|中)(?=[秀好等”\"、，；。（(]|$)"
)
_MANY = 12
_LEAST = 3
_ROOM = Fraction(5, 4)


@rule(
    id="SAME-954",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#P-10"],
    zh="“{words}”与分值、得分不符：{steps}",
    en='"{words}" does not fit the weight and the points: {steps}',
    only=Only.PAPER,
)
def points_in_prose_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield points of running text that do not fit one another."""
    del catalogue
    every: Sequence[Frame] = frames(dossier)
    for _, own in groupby(every, key=lambda one: id(one.sentence.line)):
        paragraph = list(own)
        if "分" not in paragraph[0].sentence.line.text:
            continue
        lost: dict[str, Fraction] = {}
        for n, frame in enumerate(paragraph):
            for found in _GOT.finditer(frame.bones.text):
                yield from _row(every, frame, found)
                if found["off"] and not found["weight"]:
                    lost[found["name"]] = _value(frame.bones.amount(found["off"]))
            yield from _total(frame, paragraph[:n])
            for wrong in scored_in_turn(frame, paragraph[n - 1] if n else None):
                at = frame.operand(wrong.start, wrong.end)
                words = {"words": at.text, "steps": wrong.steps}
                yield Hit((at,), words, recomputed=wrong.steps)
            for found in _APART.finditer(frame.bones.text):
                yield from _below(every, frame, found)
        yield from _most(paragraph[0].sentence.line, lost)


def _row(every: Sequence[Frame], frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    got = frame.bones.amount(found["got"])
    off = frame.bones.amount(found["off"]) if found["off"] else None
    if not _is_points(got) or (off is not None and not _is_points(off)):
        return
    weights = [frame.bones.amount(found["weight"])] if found["weight"] else []
    named = weights or _named(every, found["name"])
    total = _value(got) + (_value(off) if off else 0)
    near = [one for one in named if is_near(total, _value(one), _ROOM)]
    if off is not None and near and all(_value(one) != total for one in named):
        steps = f"{got.quantity.number} + {off.quantity.number} = {decimal_text(total)}（分值 {near[0].quantity.number}）"
        yield _hit(frame, found, steps)
    elif weights and found["rate"] and frame.bones.amount(found["rate"]).is_percent:
        rate = frame.bones.amount(found["rate"])
        due = _value(weights[0]) * _value(rate) / 100
        own = got.quantity
        if rounded(due, own.places) != own.amount and is_near(due, _value(got), _ROOM):
            steps = f"{weights[0].quantity.number} × {rate.quantity.number}% = {decimal_text(due)}"
            if abs(due - _value(got)) > Fraction(1, 10**own.places):
                yield _hit(frame, found, steps)


def _below(every: Sequence[Frame], frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield how far a score is told to be from the next grade if the bands of the paper make it another number.

    Example:
        ``综合得分88.80分，评价等级为“良”，距“优”差2.10分`` where 90分（含）至100分为优: 1.20.
    """
    whole, gap = (frame.bones.amount(found[key]) for key in ("whole", "gap"))
    lows = {
        band["low"]
        for one in every
        for band in _BAND.finditer(one.sentence.text)
        if band["grade"] == found["grade"][0]
    }
    if len(lows) == 1 and _is_points(whole) and _is_points(gap):
        low = next(iter(lows))
        due = Fraction(low) - _value(whole)
        if due > 0 and due != _value(gap):
            yield _hit(frame, found, f"{low} − {whole.quantity.number} = {decimal_text(due)}")


def _named(every: Sequence[Frame], name: str) -> list[PrintedAmount]:
    """Return the points that are told of a name: 产出指标50分."""
    return [
        frame.bones.amount(mark)
        for frame in every
        if name in frame.bones.text
        for mark in frame.bones.marks()
        if frame.bones.lead(mark).endswith(name) and _is_points(frame.bones.amount(mark))
    ]


def _total(frame: Frame, earlier: Sequence[Frame]) -> Iterator[Hit]:
    for found in _TOTAL.finditer(frame.bones.text):
        whole = frame.bones.amount(found["whole"])
        told = [
            one.bones.amount(mark)
            for one in (*earlier, frame)
            for mark in one.bones.marks(0, found.start() if one is frame else None)
            if _POINTS.search(one.bones.lead(mark)) and _is_points(one.bones.amount(mark))
        ]
        if not _LEAST <= len(told) <= _MANY or not _is_points(whole):
            continue
        sums = {
            sum(map(_value, some), Fraction(0)): some
            for size in range(2, len(told) + 1)
            for some in combinations(told, size)
        }
        due = [total for total in sums if is_turned(_as(total, whole), whole.quantity.amount)]
        if _value(whole) not in sums and due:
            parts = " + ".join(str(one.quantity.number) for one in sums[due[0]])
            yield _hit(frame, found, f"{parts} = {decimal_text(due[0])}")


def _as(total: Fraction, whole: PrintedAmount) -> Decimal:
    return rounded(total, whole.quantity.places)


def _most(line: TextLine, lost: dict[str, Fraction]) -> Iterator[Hit]:
    for found in _MOST.finditer(line.text) if len(lost) >= _LEAST else ():
        own = [value for name, value in lost.items() if name.startswith(found["name"])]
        end = max(lost.values()) if found["way"] == "多" else min(lost.values())
        if len(own) == 1 and own[0] != end:
            told = "、".join(f"{name}扣 {decimal_text(value)}" for name, value in lost.items())
            where = line.operand("text").where
            start = where.start + found.start()
            place = where._replace(text=found[0], start=start, end=start + len(found[0]))
            at = Operand(found[0], None, "", place)
            yield Hit((at,), {"words": found[0], "steps": told}, recomputed=told)


def _is_points(one: PrintedAmount) -> bool:
    return one.quantity.unit.symbol == "分" and not one.vague


def _value(one: PrintedAmount) -> Fraction:
    return one.quantity.value


def _hit(frame: Frame, found: re.Match[str], steps: str) -> Hit:
    at = frame.operand(found.start(), found.end())
    return Hit((at,), {"words": at.text, "steps": steps}, recomputed=steps)
