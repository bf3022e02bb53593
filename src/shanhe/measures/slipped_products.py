"""Totals of a rate for each that are off by a power of ten: 每亩用种2.5公斤，用种43.65公斤; 按每人次1500元计，发放劳务报酬152.64万元.

How many there are is told somewhere in the paper: a total that the rate makes with any number of that unit stands. One that none makes is a slip of
the unit, or of the decimal point, where it is ten, a hundred or a thousand times too much or too little for a number of what is named. What was used up is told for what was done, not for what was planned.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount, unit_named
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.products import Product
from shanhe.measures.slips import telling_digits
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_W = r"[^，。；：、\ue000-\uf8ff]"
_PER = "亩|公顷|公里|平方公里|米|平方米|立方米|人次|人|户|个|座|口|处|株|套|台|天|村|公斤|吨"
_RATE = regex(
    rf"(?P<what>{_W}{{0,10}}?)每(?P<per>{_PER})(?P<verb>{_W}{{0,10}}?)(?P<rate>{AMOUNT})(?:的?标准)?(?:计算?|测算|核算)?[，,](?:共|合计|累计|总计|全年)?(?P<noun>[\u4e00-\u9fff]{{2,10}}?)(?:合计|共计?|为|达)?(?P<total>{AMOUNT})"
)
_NO_TOTAL = regex("比|较|低|高|少|多|目标|标准|控制|每|均|其中|占|节约|超|减|增|成活|验收")
_USED = regex("共?(?:用|使用|消耗|耗用|投放|栽植|补植)")
_DONE = regex("(?<!未)(?<!应)(?:实际|完成|建成)")
_REACHED = regex(rf"[，,]完成(?:率)?(?:为|达)?(?P<rate>{AMOUNT})")
_LEAST_DIGITS = 3
"""Fewer may be right by chance, as of a tenth of all."""
_POWERS = frozenset(Fraction(10) ** n for n in (-4, -3, -2, -1, 1, 2, 3, 4))


def slipped_products(dossier: Dossier) -> Iterator[Product]:
    """Yield the totals that are a power of ten off what their rate makes.

    Example:
        ``务工10176人次。按每人次1500元计，发放劳务报酬152.64万元``: 10176 × 1500 is 1526.40.
    """
    frames = prose_frames(dossier)
    told = [
        (frame, found)
        for frame in frames
        if "每" in frame.bones.text
        for found in _RATE.finditer(frame.bones.text)
    ]
    for frame, found in told:
        rate, total = frame.bones.amount(found["rate"]), frame.bones.amount(found["total"])
        unit = unit_named(found["per"])
        plain = not (rate.vague or total.vague) and rate.is_like(total) and not rate.is_percent
        digits = telling_digits(total.quantity.amount)
        if (
            unit is None
            or not plain
            or digits < _LEAST_DIGITS
            or _NO_TOTAL.search(f"{found['noun']}{found['verb']}")
        ):
            continue
        planned = _of_plan(frames, (frame, found), unit)
        if planned is not None:
            yield Product(frame, found.start(), found.end(), total, planned)
            continue
        every = list(_every(dossier, frames, unit))
        if any(
            judge_stated(total.quantity, _times(rate, one, unit, total)).is_kept for one in every
        ):
            continue
        near = _near(frames, frame, found, unit)
        made = [_times(rate, one, unit, total) for one in near]
        off = [one for one in made if one.value and _is_off(total, one)]
        if off:
            yield Product(frame, found.start(), found.end(), total, off[0])


def _is_off(total: PrintedAmount, made: Computed) -> bool:
    """Return whether a total is a power of ten of what is due, within its decimals."""
    return any(
        judge_stated(
            total.quantity, Computed(made.value * power, made.interval.times(power), made.unit, "")
        ).is_kept
        for power in _POWERS
    )


def _every(dossier: Dossier, frames: Sequence[Frame], unit: Unit) -> Iterator[Quantity]:
    """Yield all quantities of a unit that the paper prints, in its tables too."""
    for frame in frames:
        yield from (one.quantity for one in frame.bones.amounts if _is_of(one.quantity, unit))
    for table in printed_tables(dossier):
        for row in table.rows:
            yield from (one.quantity for one in row.cells.values() if _is_of(one.quantity, unit))


def _named(frames: Sequence[Frame], found: re.Match[str], unit: Unit) -> list[tuple[Frame, str]]:
    """Return the quantities of what is named before the rate, wherever they are told."""
    what = re.sub("^(?:按照?|其中|共|以)+|(?:平均|按|均)+$", "", found["what"])
    return [
        (each, mark)
        for each in frames
        for mark in each.bones.marks()
        if (one := each.bones.amount(mark)).quantity.unit.like(unit) and not one.vague
        if len(what) > 1 and what in each.bones.lead(mark)
    ]


def _of_plan(
    frames: Sequence[Frame], told: tuple[Frame, re.Match[str]], unit: Unit
) -> Computed | None:
    """Return what was used up for what was done, if the total is that for what was planned.

    Example:
        ``网围栏每公里用水泥桩200根，共用25200根`` for ``网围栏128公里，完成101.59%``, where 126 were planned.
    """
    frame, found = told
    rate, total = frame.bones.amount(found["rate"]), frame.bones.amount(found["total"])
    named = _named(frames, found, unit) if _USED.match(found["noun"]) else []
    done = {each.bones.amount(mark).quantity for each, mark in named if _is_done(each, mark)}
    if len({one.value_in(unit) for one in done}) != 1:
        return None
    due = _times(rate, next(iter(done)), unit, total)
    others = [each.bones.amount(mark).quantity for each, mark in named]
    kept = [judge_stated(total.quantity, _times(rate, one, unit, total)).is_kept for one in others]
    return due if any(kept) and not judge_stated(total.quantity, due).is_kept else None


def _is_done(frame: Frame, mark: str) -> bool:
    """Return whether a quantity is told as done: by its words, or by the rate of completion after it."""
    bones = frame.bones
    after = _REACHED.match(bones.text, bones.place(mark) + 1)
    rated = after is not None and bones.amount(after["rate"]).is_percent
    return rated or _DONE.search(bones.lead(mark)) is not None


def _near(
    frames: Sequence[Frame], frame: Frame, found: re.Match[str], unit: Unit
) -> list[Quantity]:
    """Return the quantities of the thing named, anywhere, else those before the rate in its paragraph."""
    named = [each.bones.amount(mark).quantity for each, mark in _named(frames, found, unit)]
    beside = [
        one.quantity
        for each in frames
        if each.sentence.line is frame.sentence.line
        for mark in each.bones.marks(0, found.start() if each is frame else None)
        if (one := each.bones.amount(mark)).quantity.unit.like(unit) and not one.vague
    ]
    return [one for one in (named or beside) if _is_of(one, unit)]


def _is_of(quantity: Quantity, unit: Unit) -> bool:
    return quantity.unit.like(unit) and bool(quantity.value)


def _times(rate: PrintedAmount, thing: Quantity, unit: Unit, total: PrintedAmount) -> Computed:
    """Return rate times thing in the unit of the total."""
    own, whole = rate.quantity, total.quantity.unit
    interval = own.interval_in(whole) * thing.interval_in(unit)
    return Computed(own.value_in(whole) * thing.value_in(unit), interval, whole, f"{own} × {thing}")
