"""What one thing takes on the average, with the total and the number of things that it is made of.

``治理沟48条、长26.4公里，平均每条0.55公里``, ``受益1.92万户、5.76万人，户均3人`` and ``每亩补助180元，2.4万亩共432万元``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame, are_akin, noun_of
from shanhe.measures.printed_amount import PrintedAmount, printed_amounts
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_WORDS = r"[^，。；：、（）()\ue000-\uf8ff]"
_EACH = regex(
    rf"(?:每(?P<each>{_WORDS}{{1,14}})|(?P<per>[户亩人村])均(?P<what>{_WORDS}{{0,8}}))(?P<mean>{AMOUNT})"
)
_GROUPS = tuple(
    regex(words)
    for words in (
        rf"(?P<total>{AMOUNT})[^，。；\ue000-\uf8ff]{{0,8}}?(?:组成|分成|分为|编成|编为)了?(?P<count>{AMOUNT})[^，。；\ue000-\uf8ff]{{0,6}}[，,（(](?P<words>每个?{_WORDS}{{0,4}}?[组队](?P<mean>{AMOUNT}))",
        rf"(?P<count>{AMOUNT})[^，。；\ue000-\uf8ff]{{0,6}}?[组队]?[，,、（(](?P<words>每个?{_WORDS}{{0,4}}?[组队](?P<mean>{AMOUNT}))[，,）)]?(?:总?共|合计|共计)(?P<total>{AMOUNT})",
    )
)
"""Groups of so many each: 抽调18人组成3个复核组，每组6人."""
_GAIN = regex("增收|增产|增效")
_TIMES = frozenset({"年", "月", "天", "小时", "周", "期", "次", "分钟", "季"})
_BESIDE = regex("节约|比|较|增|减|少|多|差|超|未|剩|余|其中|每|均|单价|目标|计划|概算")
_COMPARED = regex("比|较|高于|低于|目标|计划")
_LIMIT = regex("(?:低于|高于|超过|超出|不足|不到|未达到?|控制在|比)$")
"""Right before a mean that another one is held against: 每亩354.33元，低于每亩360元的控制标准."""
_WHOLE = regex("总|合计|共|累计")
_RIGHT_BEFORE = regex("[，,]?(?:平均)?")
_PLACE = regex("(?:乡镇|街道|村|社区|[镇乡县区市旗州])")
"""What is counted in 个, though 每 stands right before it: 平均每镇12人."""
_PLAIN = regex("(?:为|是|约|达|平均|共)*")


@dataclass(frozen=True, slots=True)
class Average:
    """A mean with the numbers that it may be made of.

    Attributes:
        start, end: of its words in the skeleton. plain: nothing narrows what is shared out.
        totals: those beside it. thing: what it is of each, after its unit: 项目 of 每个项目.
        best: from the numbers that are told to be sums where there are several: 甲县3个、乙县2个，共5个.
        made: from the only total and the only number of things beside it.
    """

    frame: Frame
    mean: PrintedAmount
    start: int
    end: int
    plain: bool
    made: tuple[Computed, ...]
    counts: tuple[PrintedAmount, ...]
    per: Unit
    totals: tuple[PrintedAmount, ...] = ()
    thing: str = ""
    best: Computed | None = None

    def over(self, count: PrintedAmount) -> Iterator[Computed]:
        """Yield what each total beside it makes of a number of things that stands elsewhere."""
        yield from (_mean(total, count, self.mean, self.per) for total in self.totals)

    def of(self, total: PrintedAmount) -> Iterator[Computed]:
        """Yield what a total that stands elsewhere makes of each number of things."""
        yield from (_mean(total, count, self.mean, self.per) for count in self.counts)


def averages(frame: Frame) -> Iterator[Average]:
    """Yield the means of a sentence that a total and a number of things stand beside."""
    bones = frame.bones
    yield from _groups(frame)
    for found in _EACH.finditer(bones.text):
        word = found["each"] or f"{found['per']}{found['what']}"
        place = _PLACE.fullmatch(word)
        word = f"个{word}" if place else word
        known = next(printed_amounts(f"1{word}"), None)
        mean = bones.amount(found["mean"])
        if (
            _COMPARED.search(word)
            or _LIMIT.search(bones.text[: found.start()])
            or known is None
            or not known.quantity.unit.symbol
            or mean.vague
            or mean.is_percent
        ):
            continue
        per, rest = known.quantity.unit, word[known.end - 1 :]
        if per.symbol in _TIMES or not mean.quantity.unit.symbol:
            continue
        totals, counts = _beside(frame, found, per, (word, noun_of(rest)))
        made = tuple(_mean(total, count, mean, per) for total in totals for count in counts)
        named = len(counts) == 1 and bones.text.startswith(rest, bones.place_of(counts[0]) + 1)
        plain = _PLAIN.fullmatch(rest) is not None or per.symbol == mean.quantity.unit.symbol
        plain = plain or (named and per.is_count)
        at = (found.start(), found.end())
        total, count = (_sum_of(frame, some, found.start()) for some in (totals, counts))
        best = _mean(total, count, mean, per) if total and count else None
        yield Average(frame, mean, *at, plain, made, counts, per, totals, noun_of(rest), best)


def _sum_of(frame: Frame, some: tuple[PrintedAmount, ...], end: int) -> PrintedAmount | None:
    """Return the only one of some amounts, else the only one before a place that is told to be a sum."""
    bones = frame.bones
    before = [place for one in some if (place := bones.place_of(one)) < end]
    told = [mark for place in before if _WHOLE.search(bones.lead(mark := bones.text[place]))]
    if len(some) == 1:
        return some[0]
    beside = before and _RIGHT_BEFORE.fullmatch(bones.text[before[-1] + 1 : end])
    last = bones.text[before[-1]] if beside and not told else ""
    bare = last and not bones.lead(last)
    return bones.amount(told[0] if told else last) if len(told) == 1 or bare else None


def _groups(frame: Frame) -> Iterator[Average]:
    """Yield how many are in a group, with how many there are in all and how many groups, which are counted in 个."""
    bones = frame.bones
    for pattern in _GROUPS if "每" in bones.text else ():
        for found in pattern.finditer(bones.text):
            total, count, mean = (bones.amount(found[key]) for key in ("total", "count", "mean"))
            plain = count.quantity.unit.symbol in {"个", "组", "队"} and not (
                total.vague or count.vague
            )
            if plain and count.quantity.value and total.is_like(mean) and not count.is_like(mean):
                per = count.quantity.unit
                made = (_mean(total, count, mean, per),)
                yield Average(frame, mean, *found.span("words"), True, made, (count,), per)


def _beside(
    frame: Frame, found: re.Match[str], per: Unit, names: tuple[str, str]
) -> tuple[tuple[PrintedAmount, ...], tuple[PrintedAmount, ...]]:
    """Return the totals and the numbers of things; parts after 其中 and differences are neither."""
    word, noun = names
    bones, mean = frame.bones, frame.bones.amount(found["mean"])
    after = _after_parts(frame, found)
    near = [
        mark
        for mark in bones.marks()
        if mark != found["mean"] and (mark == after or not _is_beside(frame, mark))
    ]
    counts = [mark for mark in near if bones.amount(mark).quantity.unit.like(per)]
    named = [mark for mark in near if bones.text.startswith(word, bones.place(mark) + 1)]
    counts = counts or [mark for mark in named if bones.amount(mark).quantity.unit.is_count]
    totals = [mark for mark in near if bones.amount(mark).is_like(mean)]
    if per.like(mean.quantity.unit):
        counts = [mark for mark in counts if noun and are_akin(noun, bones.noun(mark))]
        totals = [mark for mark in totals if mark not in counts]
    whole = [mark for mark in totals if _WHOLE.search(bones.lead(mark))]
    totals = whole if len(whole) == 1 else totals
    before = [mark for mark in totals if bones.place(mark) < found.start()]
    totals = before if len(totals) > 1 and before else totals
    numbers = [bones.amount(mark) for mark in counts]
    things = tuple(one for one in numbers if one.quantity.value and not one.vague)
    return tuple(bones.amount(mark) for mark in totals), things


def _after_parts(frame: Frame, found: re.Match[str]) -> str:
    """Return the total right before a mean if it is none of the parts told before it.

    Example:
        3128人 in ``隐患46处，其中滑坡19处、崩塌21处、泥石流6处，保护群众3128人，平均每处68人``.
    """
    bones = frame.bones
    before = bones.marks(0, found.start())
    between = bones.text[bones.place(before[-1]) + 1 : found.start()] if before else ""
    if not before or not _RIGHT_BEFORE.fullmatch(between):
        return ""
    total, lead = bones.amount(before[-1]), bones.lead(before[-1])
    start = bones.text.rfind("其中", 0, found.start())
    parts = [bones.amount(mark) for mark in bones.marks(max(start, 0), found.start())[:-1]]
    apart = start >= 0 and parts and not any(one.is_like(total) for one in parts)
    stated = bones.amount(found["mean"]).quantity
    if apart and any(
        one.quantity.value and total.quantity.value == stated.value * one.quantity.value
        for one in parts
    ):
        return ""  # it is the mean of one of them
    return before[-1] if apart and not _BESIDE.search(lead) else ""


def _is_beside(frame: Frame, mark: str) -> bool:
    bones = frame.bones
    part = re.split("[。；]", bones.text[: bones.place(mark)])[-1]
    return "其中" in part or _BESIDE.search(_GAIN.sub("", bones.lead(mark))) is not None


def _mean(total: PrintedAmount, count: PrintedAmount, mean: PrintedAmount, per: Unit) -> Computed:
    unit = mean.quantity.unit
    counted = count.quantity
    known = counted.unit.like(per)
    bottom = counted.value_in(per) if known else counted.value
    below = counted.interval_in(per) if known else counted.interval
    top, interval = total.quantity.value_in(unit), total.quantity.interval_in(unit) / below
    steps = f"{total.quantity} ÷ {count.quantity}"
    return Computed(top / bottom, interval, unit, steps)
