"""Rates told right after the two numbers that they are of, in fixed phrases: 任务1200亩，…，实际完成1260亩，…，超额5%; 增长20%，达到6000万元，上年为5000万元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.computed import PERCENT, Computed, grown, percent
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, in_a_sum
from shanhe.values.interval import Interval
from shanhe.values.regex import regex

_W = r"[^，。；：、（）()\ue000-\uf8ff]"
_OVER = regex(
    rf"(?:任务|计划|目标){_W}{{0,10}}?(?P<whole>{AMOUNT})(?P<between>[^。；]{{0,40}}?)实际完成{_W}{{0,6}}(?P<part>{AMOUNT})(?P<more>[^。；]{{0,30}}?)[，,]?超额(?:完成)?(?:任务|计划)?(?P<rate>{AMOUNT})"
)
_OVER_BY = regex(
    rf"(?:计划|目标|任务){_W}{{0,10}}?(?P<whole>{AMOUNT})[，,]{_W}{{0,4}}(?P<way>超额完成|超任务|多完成|少完成|欠){_W}{{0,4}}?(?P<gap>{AMOUNT})[，,](?:任务)?完成率(?:为|达到?)?(?P<rate>{AMOUNT})"
)
_GROWN = regex(
    rf"(?:同比|比上年|较上年)(?P<way>增长|增加|下降|减少)(?P<rate>{AMOUNT})[，,](?:达到?|降[到至]|为){_W}{{0,4}}(?P<part>{AMOUNT})[，,](?:上年|去年)(?:同期)?{_W}{{0,4}}?(?P<whole>{AMOUNT})"
)
_DOUBLED = regex(
    rf"(?:较|比){_W}{{2,12}}?(?P<whole>{AMOUNT})(?:增长|增加)?翻(?:了)?一番[，,](?:达到?|增[至到]|为){_W}{{0,4}}(?P<part>{AMOUNT})"
)
_LEFT = regex(
    rf"(?:目标|任务|计划){_W}{{0,10}}?(?P<whole>{AMOUNT})[，,](?:已?累计|已经?|实际)?完成{_W}{{0,4}}?(?P<rate>{AMOUNT})[，,；](?:尚?剩余|其余|尚余|还剩|未完成)的?{_W}{{0,4}}?(?P<part>{AMOUNT})"
)
_OF_YEAR = regex(rf"(?P<part>{AMOUNT})[，,]占全年(?:天数|总天数)?的(?P<rate>{AMOUNT})")
_MIXED = regex(
    rf"(?P<a>{AMOUNT})[，,]{_W}{{0,8}}?(?P<word>成活|合格|保存|满意|达标)[率度](?:为|达到?)?(?P<p>{AMOUNT})[；，]{_W}{{1,12}}?(?P<b>{AMOUNT})[，,]{_W}{{0,8}}?(?P=word)[率度](?:为|达到?)?(?P<q>{AMOUNT})[；，](?:综合|平均|加权平均|总体){_W}{{0,4}}?(?P=word)[率度](?:为|达到?)?(?P<rate>{AMOUNT})"
)
_DAYS = (365, 366)
_FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class RateInPhrase:
    """A number as stated and what the phrase makes it; ``start`` and ``end`` in the skeleton."""

    frame: Frame
    start: int
    end: int
    stated: PrintedAmount
    made: Computed


def rates_in_phrases(frame: Frame) -> Iterator[RateInPhrase]:
    """Yield each rate, or rest, with what its numbers make.

    Example:
        ``总体目标2000公顷，累计完成80%，剩余430公顷``: 20 % of 2000 are 400.
    """
    text = frame.bones.text
    if "超" in text or "完成率" in text:
        for found in _OVER.finditer(text):
            yield from _over(frame, found)
        for found in _OVER_BY.finditer(text):
            yield from _over_by(frame, found)
    for found in _GROWN.finditer(text) if "年" in text else ():
        yield from _grown(frame, found)
    for found in _DOUBLED.finditer(text) if "翻" in text else ():
        yield from _doubled(frame, found)
    for found in _LEFT.finditer(text) if "余" in text or "剩" in text or "未" in text else ():
        yield from _left(frame, found)
    for found in _OF_YEAR.finditer(text) if "占全年" in text else ():
        yield from _of_year(frame, found)
    for found in (
        _MIXED.finditer(text) if "综合" in text or "平均" in text or "总体" in text else ()
    ):
        yield from _mixed(frame, found)


def _take(frame: Frame, found: re.Match[str], *keys: str) -> list[PrintedAmount] | None:
    """Return the amounts of a phrase; ``None`` if one is a rough number."""
    taken = [frame.bones.amount(found[key]) for key in keys]
    return None if any(one.vague or one.each for one in taken) else taken


def _told(
    frame: Frame, found: re.Match[str], stated: PrintedAmount, made: Computed
) -> Iterator[RateInPhrase]:
    yield RateInPhrase(frame, found.start(), found.end(), stated, made)


def _over(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "whole", "part", "rate")
    plain = taken and taken[0].is_like(taken[1]) and not taken[0].is_percent
    if taken and plain and taken[2].is_percent and taken[0].quantity.value:
        whole, part, rate = taken
        yield from _told(frame, found, rate, grown(percent(part.quantity, whole.quantity)))


def _over_by(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "whole", "gap", "rate")
    plain = taken and taken[0].is_like(taken[1]) and not taken[0].is_percent
    if taken and plain and taken[2].is_percent and taken[0].quantity.value:
        whole, gap, rate = taken
        way = -1 if found["way"] in {"少完成", "欠"} else 1
        share = percent(gap.quantity, whole.quantity)
        interval = share.interval if way > 0 else -share.interval
        made = Computed(
            _FULL + share.value * way,
            interval + Interval.exactly(_FULL),
            PERCENT,
            f"100% {'+' if way > 0 else '−'} {share.steps}",
        )
        yield from _told(frame, found, rate, made)


def _grown(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "whole", "part", "rate")
    plain = taken and taken[0].is_like(taken[1]) and not taken[0].is_percent
    if taken and plain and taken[2].is_percent and taken[0].quantity.value:
        whole, part, rate = taken
        up = found["way"] in {"增长", "增加"}
        yield from _told(frame, found, rate, grown(percent(part.quantity, whole.quantity), up=up))


def _doubled(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "whole", "part")
    if taken and taken[0].is_like(taken[1]):
        whole, part = taken
        factor = whole.quantity.unit.factor_to(part.quantity.unit) * 2
        value = whole.quantity.value * factor
        interval = whole.quantity.interval.times(factor)
        made = Computed(value, interval, part.quantity.unit, f"{whole.quantity} × 2")
        yield from _told(frame, found, part, made)


def _left(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "whole", "rate", "part")
    if taken and taken[0].is_like(taken[2]) and taken[1].is_percent:
        whole, rate, part = taken
        rest = -(rate.quantity.interval + Interval.exactly(-_FULL))
        unit = part.quantity.unit
        interval = (rest * whole.quantity.interval_in(unit)).times(1 / _FULL)
        value = whole.quantity.value_in(unit) * (_FULL - rate.quantity.value) / _FULL
        steps = f"{whole.quantity} × (100% − {rate.quantity})"
        yield from _told(frame, found, part, Computed(value, interval, unit, steps))


def _of_year(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "part", "rate")
    if taken and taken[0].quantity.unit.symbol in {"天", "日"} and taken[1].is_percent:
        days = taken[0].quantity.value
        shares = [days * _FULL / every for every in _DAYS]
        steps = f"{taken[0].quantity.number} ÷ {_DAYS[0]} × 100%"
        made = Computed(shares[0], Interval(min(shares), max(shares)), PERCENT, steps)
        yield from _told(frame, found, taken[1], made)


def _mixed(frame: Frame, found: re.Match[str]) -> Iterator[RateInPhrase]:
    taken = _take(frame, found, "a", "p", "b", "q", "rate")
    if not taken:
        return
    one, first, two, second, rate = taken
    shares = all(each.is_percent for each in (first, second, rate))
    if not one.is_like(two) or one.is_percent or not shares:
        return
    left = in_a_sum(one.quantity).value
    right = in_a_sum(two.quantity).value_in(one.quantity.unit)
    if not left + right:
        return
    parts = [
        each.quantity.interval.times(weight / (left + right))
        for each, weight in ((first, left), (second, right))
    ]
    value = (first.quantity.value * left + second.quantity.value * right) / (left + right)
    steps = f"({one.quantity.number}×{first.quantity} + {two.quantity.number}×{second.quantity}) ÷ ({one.quantity.number} + {two.quantity.number})"
    yield from _told(frame, found, rate, Computed(value, parts[0] + parts[1], PERCENT, steps))
