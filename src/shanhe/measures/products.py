"""A price, height or number for each, with how many there are and what it comes to.

``注浆2.4万立方米，单价250元/立方米，费用600万元``, ``覆土厚度0.5米、面积60公顷、覆土30万立方米``. Which amounts belong together is
told by their units: money per volume, volume and money; length, area and volume. Where a part of a sentence has several quantities, the total
stands right after the rate (均价35元/立方米，收入119万元), and no quantity or sum of some makes it, the last one before the rate is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import combinations
from operator import add

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame, Skeleton
from shanhe.measures.printed_amount import PrintedAmount, unit_named
from shanhe.values.interval import Interval
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, unit

_RATE = regex("单价|标准|补助|补偿|均价|造价|定额|每|按")
_DEEP = regex("厚度?|深度?")
_NO_THING = regex("目标|计划|比|较|低|高|节约|少|多|超|每|均|控制|概算|剩余|未|其余|另")
_TOTAL = regex(
    rf"{AMOUNT}[，,](?:共|计|合计|取得|实现|获得|处置|出让|销售|拍卖|支付|应付)*(?:收入|收益|费用?|价款|总价|总造价|造价|金额|资金|报酬|补偿[款费]?|补助|支出|投资)?(?:共计?|合计|计|为|达)?(?P<total>{AMOUNT})"
)
_MOST_THINGS, _NEAR = 6, Fraction(2)
_LIMIT = regex("不超过|不高于|低于|高于|控制|概算|预算|批复|目标|计划|上限|限额|≤|比|较")
_EACH = regex("每(?P<unit>[\u4e00-\u9fff]{1,2}?)(?:补助|补偿|奖补|投入|造价|单价|需|按|平均|为)*$")
_DEPTHS = {"米": Fraction(1), "厘米": Fraction(1, 100), "毫米": Fraction(1, 1000)}
_VOLUME = unit("立方米")


@dataclass(frozen=True, slots=True)
class Product:
    """A total with what it is made of.

    Attributes:
        frame: the sentence. start, end: of the part of it that tells all three.
        total: as stated. made: from the rate and the quantity beside it.
    """

    frame: Frame
    start: int
    end: int
    total: PrintedAmount
    made: Computed


def products(frame: Frame) -> Iterator[Product]:
    """Yield the totals that the rate and the only quantity beside them should make, each once."""
    for span in frame.bones.parts():
        marks = [mark for mark in frame.bones.marks(*span) if _is_thing(frame, mark)]
        for rate in marks:
            told = [one for one in _of_rate(frame, span, rate, marks) if _is_meant(one, rate)]
            yield from told or _of_several(frame, span, rate)


def _is_meant(one: Product, rate: str) -> bool:
    """Return whether no other quantity of the part makes the total; a price told by 每 must come near it."""
    bones = one.frame.bones
    own = _as_rate(bones, rate)
    if own is not bones.amount(rate) and not is_near(
        _in_unit(one.made.value, one.total), one.total.quantity.value, _NEAR
    ):
        return False
    others = (bones.amount(mark) for mark in bones.marks(one.start, one.end) if mark != rate)
    made = [_times(own, each) for each in others if not (each.vague or _is_rate(each))]
    like = [each for each in made if each.unit.like(one.total.quantity.unit)]
    return not any(_makes(one.total, each.interval) for each in like)


def _as_rate(bones: Skeleton, mark: str) -> PrintedAmount:
    """Return an amount, as one per thing where 每 and the thing stand before it: 每座5.00万元 is 5.00 万元/座."""
    own = bones.amount(mark)
    found = _EACH.search(bones.lead(mark))
    thing = unit_named(found["unit"]) if found else None
    if thing is None or _is_rate(own):
        return own
    money = own.quantity.unit
    dimensions = (*money.dimensions, *((name, -power) for name, power in thing.dimensions))
    per = Unit(f"{money.symbol}/{thing.symbol}", dimensions, money.factor / thing.factor)
    return replace(own, quantity=replace(own.quantity, unit=per))


def _is_thing(frame: Frame, mark: str) -> bool:
    bones = frame.bones
    part = re.split("[。；]", bones.text[: bones.place(mark)])[-1]
    clause = re.split("[，：、]", part)[-1]
    not_meant = _LIMIT if _is_rate(_as_rate(bones, mark)) else _NO_THING
    return not (bones.amount(mark).vague or "其中" in part or not_meant.search(clause))


def _is_rate(one: PrintedAmount) -> bool:
    return len(one.quantity.unit.dimensions) > 1


def _of_rate(frame: Frame, span: tuple[int, int], rate: str, marks: list[str]) -> Iterator[Product]:
    bones = frame.bones
    deep = _DEEP.search(bones.lead(rate)) is not None
    own = _as_rate(bones, rate)
    amounts = [bones.amount(mark) for mark in marks if mark != rate]
    if deep and own.quantity.unit.symbol in _DEPTHS:
        things = [one for one in amounts if one.quantity.unit.measures("area")]
        totals = [one for one in amounts if one.quantity.unit.measures("volume")]
        made = [_volume(own, one) for one in things]
    elif _RATE.search(bones.lead(rate)) and _is_rate(own):
        kinds = [one.quantity.unit for one in amounts]
        plain = [mark for mark in marks if mark != rate and not _is_rate(_as_rate(bones, mark))]
        every = [_times(own, bones.amount(mark)) for mark in plain]
        made = [one for one in every if any(kind.like(one.unit) for kind in kinds)]
        totals = [one for one in amounts if made and one.quantity.unit.like(made[0].unit)]
    else:
        return
    if len(totals) == 1 and len(made) == 1:
        yield Product(frame, *span, totals[0], made[0])


def _of_several(frame: Frame, span: tuple[int, int], rate: str) -> Iterator[Product]:
    """Yield the total right after a rate that none of several quantities around it makes.

    Example:
        ``14.20万立方米自用，剩余3.40万立方米处置，均价35元/立方米，收入191万元``: 3.40 × 35 is 119.
    """
    bones = frame.bones
    found = _TOTAL.match(bones.text, bones.place(rate))
    own = bones.amount(rate)
    if found is None or not (_is_rate(own) and _RATE.search(bones.lead(rate))):
        return
    total = bones.amount(found["total"])
    things = [bones.amount(mark) for mark in bones.marks(*span) if mark not in found[0]]
    things = [one for one in things if not (one.vague or _is_rate(one))]
    made = [(one, _times(own, one)) for one in things]
    made = [each for each in made if each[1].unit.like(total.quantity.unit)]
    before = [each for each in made if each[0].start < own.start]
    if total.vague or len(made) < 2 or not before or len(made) > _MOST_THINGS:
        return
    if not any(_makes(total, few) for few in _sums([one for _, one in made])):
        product = before[-1][1]
        if is_near(_in_unit(product.value, total), total.quantity.value, _NEAR):
            yield Product(frame, *span, total, product)


def _sums(made: list[Computed]) -> Iterator[Interval]:
    """Yield what each product, and each sum of some, comes to in base units."""
    for size in range(1, len(made) + 1):
        for few in combinations(made, size):
            yield reduce(add, (one.interval for one in few))


def _makes(total: PrintedAmount, made: Interval) -> bool:
    factor = total.quantity.unit.factor
    return made.meets(total.quantity.interval.times(factor))


def _in_unit(value: Fraction, total: PrintedAmount) -> Fraction:
    return value / total.quantity.unit.factor


def _volume(depth: PrintedAmount, area: PrintedAmount) -> Computed:
    factor = _DEPTHS[depth.quantity.unit.symbol]
    square = area.quantity.interval_in(unit("平方米"))
    interval = (depth.quantity.interval * square).times(factor)
    value = depth.quantity.value * area.quantity.value_in(unit("平方米")) * factor
    return Computed(value, interval, _VOLUME, f"{depth.quantity} × {area.quantity}")


def _times(rate: PrintedAmount, thing: PrintedAmount) -> Computed:
    """Return rate times thing in base units; its unit has what is left of both dimensions."""
    left = dict(rate.quantity.unit.dimensions)
    for name, power in thing.quantity.unit.dimensions:
        left[name] = left.get(name, 0) + power
    factor = rate.quantity.unit.factor * thing.quantity.unit.factor
    rest = tuple(sorted((name, power) for name, power in left.items() if power))
    whole = Unit("", rest, Fraction(1))
    interval = (rate.quantity.interval * thing.quantity.interval).times(factor)
    value = rate.quantity.value * thing.quantity.value * factor
    return Computed(value, interval, whole, f"{rate.quantity} × {thing.quantity}")
