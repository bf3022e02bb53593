"""What one thing takes on the average, with the total and the number of things that it is made of.

``治理沟48条、长26.4公里，平均每条0.55公里``, ``受益1.92万户、5.76万人，户均3人`` and ``每亩补助180元，2.4万亩共432万元``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame, are_akin, noun_of
from shanhe.measures.printed_amount import PrintedAmount, printed_amounts
from shanhe.values.unit import Unit

_WORDS = r"[^，。；：、（）()\ue000-\uf8ff]"
_EACH = re.compile(
    rf"(?:每(?P<each>{_WORDS}{{1,14}})|(?P<per>[户亩人村])均(?P<what>{_WORDS}{{0,8}}))(?P<mean>{AMOUNT})"
)
_TIMES = frozenset({"年", "月", "天", "小时", "周", "期", "次", "分钟", "季"})
_BESIDE = re.compile("节约|比|较|增|减|少|多|差|超|未|剩|余|其中|每|均|单价|目标|计划|概算")
_PLAIN = re.compile("(?:为|是|约|达|平均|共)*")


@dataclass(frozen=True, slots=True)
class Average:
    """A mean with the numbers that it may be made of.

    Attributes:
        start, end: of its words in the skeleton. plain: nothing narrows what is shared out.
        made: from the only total and the only number of things beside it.
    """

    frame: Frame
    mean: PrintedAmount
    start: int
    end: int
    plain: bool
    made: tuple[Computed, ...]


def averages(frame: Frame) -> Iterator[Average]:
    """Yield the means of a sentence that a total and a number of things stand beside."""
    bones = frame.bones
    for found in _EACH.finditer(bones.text):
        word = found["each"] or f"{found['per']}{found['what']}"
        known = next(printed_amounts(f"1{word}"), None)
        mean = bones.amount(found["mean"])
        if known is None or not known.quantity.unit.symbol or mean.vague or mean.is_percent:
            continue
        per, rest = known.quantity.unit, word[known.end - 1 :]
        if per.symbol in _TIMES or not mean.quantity.unit.symbol:
            continue
        pairs = _pairs(frame, found, per, noun_of(rest))
        made = tuple(_mean(total, count, mean, per) for total, count in pairs)
        plain = _PLAIN.fullmatch(rest) is not None or per.symbol == mean.quantity.unit.symbol
        yield Average(frame, mean, found.start(), found.end(), plain, made)


def _pairs(
    frame: Frame, found: re.Match[str], per: Unit, noun: str
) -> list[tuple[PrintedAmount, PrintedAmount]]:
    """Return each total with each number of things; parts after 其中 and differences are neither."""
    bones, mean = frame.bones, frame.bones.amount(found["mean"])
    near = [mark for mark in bones.marks() if mark != found["mean"] and not _is_beside(frame, mark)]
    counts = [mark for mark in near if bones.amount(mark).quantity.unit.like(per)]
    totals = [mark for mark in near if bones.amount(mark).is_like(mean)]
    if per.like(mean.quantity.unit):
        counts = [mark for mark in counts if noun and are_akin(noun, bones.noun(mark))]
        totals = [mark for mark in totals if mark not in counts]
    return [
        (bones.amount(one), bones.amount(other))
        for one in totals
        for other in counts
        if bones.amount(other).quantity.value and not bones.amount(other).vague
    ]


def _is_beside(frame: Frame, mark: str) -> bool:
    bones = frame.bones
    part = re.split("[。；]", bones.text[: bones.place(mark)])[-1]
    return "其中" in part or _BESIDE.search(bones.lead(mark)) is not None


def _mean(total: PrintedAmount, count: PrintedAmount, mean: PrintedAmount, per: Unit) -> Computed:
    unit = mean.quantity.unit
    top, bottom = total.quantity.value_in(unit), count.quantity.value_in(per)
    interval = total.quantity.interval_in(unit) / count.quantity.interval_in(per)
    steps = f"{total.quantity} ÷ {count.quantity}"
    return Computed(top / bottom, interval, unit, steps)
