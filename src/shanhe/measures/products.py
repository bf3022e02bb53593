"""A price, height or number for each, with how many there are and what it comes to.

``注浆2.4万立方米，单价250元/立方米，费用600万元``, ``覆土厚度0.5米、面积60公顷、覆土30万立方米``. Which amounts belong together is
told by their units: money per volume, volume and money; length, area and volume.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.computed import Computed
from shanhe.measures.frame import Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.unit import Unit, unit

_RATE = re.compile("单价|标准|补助|补偿|均价|每|按")
_DEEP = re.compile("厚度?|深度?")
_NO_THING = re.compile("目标|计划|比|较|低|高|节约|少|多|超|每|均|控制|概算|剩余|未|其余|另")
_LIMIT = re.compile("不超过|不高于|低于|高于|控制|概算|预算|批复|目标|计划|上限|限额|≤|比|较")
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
            yield from _of_rate(frame, span, rate, marks)


def _is_thing(frame: Frame, mark: str) -> bool:
    bones = frame.bones
    part = re.split("[。；]", bones.text[: bones.place(mark)])[-1]
    clause = re.split("[，：、]", part)[-1]
    not_meant = _LIMIT if _is_rate(bones.amount(mark)) else _NO_THING
    return not (bones.amount(mark).vague or "其中" in part or not_meant.search(clause))


def _is_rate(one: PrintedAmount) -> bool:
    return len(one.quantity.unit.dimensions) > 1


def _of_rate(frame: Frame, span: tuple[int, int], rate: str, marks: list[str]) -> Iterator[Product]:
    bones = frame.bones
    deep = _DEEP.search(bones.lead(rate)) is not None
    own = bones.amount(rate)
    amounts = [bones.amount(mark) for mark in marks if mark != rate]
    if deep and own.quantity.unit.symbol in _DEPTHS:
        things = [one for one in amounts if one.quantity.unit.measures("area")]
        totals = [one for one in amounts if one.quantity.unit.measures("volume")]
        made = [_volume(own, one) for one in things]
    elif _RATE.search(bones.lead(rate)) and _is_rate(own):
        kinds = [one.quantity.unit for one in amounts]
        every = [_times(own, one) for one in amounts if not _is_rate(one)]
        made = [one for one in every if any(kind.like(one.unit) for kind in kinds)]
        totals = [one for one in amounts if made and one.quantity.unit.like(made[0].unit)]
    else:
        return
    if len(totals) == 1 and len(made) == 1:
        yield Product(frame, *span, totals[0], made[0])


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
