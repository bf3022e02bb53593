"""What is told to be so much above, below or times something that is only named: 比最高的低8.77个百分点, 是乙县的3.58倍."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shanhe.measures.computed import Computed, divide, subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames, with_earlier
from shanhe.measures.named_operands import bases_in, bases_told, of_subject
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import is_slip
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_BASE = r"[^，。；：\ue000-\uf8ff]{1,18}?"
_TIMES = regex(
    rf"(?:(?<![不作因])[是为](?!其)|达到?|相当于)(?P<base>{_BASE})的(?P<by>{AMOUNT})"
    rf"|比(?P<base2>{_BASE})(?P<more>多|高|增加|增长)(?:了|出)?(?P<by2>{AMOUNT})"
)
_TIMES_OF = regex(
    rf"(?:(?<![不作因])[是为](?!其)|相当于)[^，。；：\ue000-\uf8ff]{{0,14}}(?P<base>{AMOUNT})的(?P<by>{AMOUNT})"
)
"""The other number stands beside its name: 是一季度1440万元的2.43倍."""
_GAP = regex(
    rf"(?:比|较(?!为|上年|好)|与)(?P<base>{_BASE})(?:水平|值)?(?:相比)?[，,]?(?P<way>高出?|低|多|少|相差|快|慢|差)了?(?P<by>{AMOUNT})(?!，?的)"
    rf"|(?P<way2>高于|高出|低于|少于|多于|超出)(?P<base2>{_BASE})(?:水平|值)?(?P<by2>{AMOUNT})(?!，?的)"
)
_OTHER_TIME = regex(
    "上年|去年|同期|[年期]初|往年|历年|[常多]年|20\\d\\d年|目标|计划|任务|[治修][理复]?前|控制|标准|[概预]算|合同"
)
_DOWN = regex("低|少|慢|低于|少于")
_EITHER = frozenset({"相差", "差"})
_PERCENT = unit("%")
_POINT, _MULTIPLE = "百分点", "倍"


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A comparison with what it comes to; ``start`` and ``end`` are places of the skeleton."""

    frame: Frame
    start: int
    end: int
    stated: Quantity
    due: Computed


def compared_names(dossier: Dossier) -> Iterator[ComparedName]:
    """Yield the comparisons with a name whose value is certain, where no value that the name may have makes what is told.

    Example:
        总执行率 96.39% of 罗平县 and 87.62% of 师宗县: ``比最高的低7.88个百分点`` is 8.77.
    """
    for frame, earlier in with_earlier(prose_frames(dossier)):
        yield from _of_amounts(frame)
        for found in _all(frame):
            by = frame.bones.amount(found["by"] or found["by2"])
            if not by.vague and not _OTHER_TIME.search(found["base"] or found["base2"]):
                yield from _judge(dossier, (*earlier, frame), found, by)


def _of_amounts(frame: Frame) -> Iterator[ComparedName]:
    """Yield how many times a number told beside it something before it in its sentence is."""
    bones = frame.bones
    for found in _TIMES_OF.finditer(bones.text) if _MULTIPLE in frame.sentence.text else ():
        base, by = bones.amount(found["base"]), bones.amount(found["by"])
        start = max(bones.text.rfind(stop, 0, found.start()) for stop in "。；") + 1
        before = [bones.amount(mark) for mark in bones.marks(start, found.start())]
        if by.vague or by.quantity.unit.symbol != _MULTIPLE:
            continue
        pairs = [(one.quantity, base.quantity) for one in before if one.is_like(base)]
        made = [(due, True) for pair in pairs if (due := _made(*pair, by.quantity))]
        yield from _tried(frame, found, by.quantity, made, either=False)


def _all(frame: Frame) -> Iterator[re.Match[str]]:
    """Yield the comparisons by times and those by a difference that is no share."""
    for pattern, is_times in ((_TIMES, True), (_GAP, False)):
        for found in pattern.finditer(frame.bones.text):
            symbol = frame.bones.amount(found["by"] or found["by2"]).quantity.unit.symbol
            if symbol == _MULTIPLE if is_times else symbol not in {_MULTIPLE, "%", ""}:
                yield found


def _judge(
    dossier: Dossier, told: Sequence[Frame], found: re.Match[str], by: PrintedAmount
) -> Iterator[ComparedName]:
    frame, base = told[-1], found["base"] or found["base2"]
    stated, either = _stated(found, by.quantity)
    subject = of_subject(dossier, told, found.start(), lambda one: _takes(stated, one))
    if subject is None:
        return
    pairs = [*bases_in(dossier, subject, base), *bases_told(subject, base, told, found.start())]
    made = [(due, sure) for one, other, sure in pairs if (due := _made(one, other, stated))]
    yield from _tried(frame, found, stated, made, either=either)


def _tried(
    frame: Frame,
    found: re.Match[str],
    stated: Quantity,
    made: Sequence[tuple[Computed, bool]],
    *,
    either: bool,
) -> Iterator[ComparedName]:
    """Yield a comparison that nothing made bears out, if it is certain what is due."""
    if any(_is_told(stated, due, either=either) for due, _ in made):
        return
    due = _certain(stated, made)
    if due is not None:
        yield ComparedName(frame, found.start(), found.end(), stated, due)


def _stated(found: re.Match[str], by: Quantity) -> tuple[Quantity, bool]:
    """Return what is told, below as less than nothing and points as per cents, and whether it is told either way."""
    if by.unit.symbol == _MULTIPLE:
        return replace(by, amount=by.amount + (1 if found["more"] else 0)), False
    way = found["way"] or found["way2"]
    own = replace(by, unit=_PERCENT) if by.unit.symbol == _POINT else by
    signed = replace(own, amount=-own.amount) if _DOWN.fullmatch(way) else own
    return signed, way in _EITHER


def _takes(stated: Quantity, one: PrintedAmount) -> bool:
    if stated.unit.symbol == _MULTIPLE:
        return one.quantity.unit.symbol not in {"%", _POINT, _MULTIPLE, ""}
    return one.quantity.unit.like(stated.unit)


def _made(one: Quantity, other: Quantity, stated: Quantity) -> Computed | None:
    """Return what two numbers are apart by, or how many times the other the one is."""
    if stated.unit.symbol != _MULTIPLE:
        return (
            subtract(one, other)
            if one.unit.like(stated.unit) and one.unit.like(other.unit)
            else None
        )
    if not one.unit.like(other.unit) or other.interval.low <= 0:
        return None
    factor = one.unit.factor_to(other.unit)
    quotient = divide(one, other)
    return Computed(
        quotient.value * factor, quotient.interval.times(factor), stated.unit, quotient.steps
    )


def _is_told(stated: Quantity, due: Computed, *, either: bool) -> bool:
    turned = replace(stated, amount=-stated.amount)
    return judge_stated(stated, due).is_kept or (either and judge_stated(turned, due).is_kept)


def _certain(stated: Quantity, made: Sequence[tuple[Computed, bool]]) -> Computed | None:
    """Return what is due, if it is the only one, or one from which what is told is a slip of the pen or the other way round."""
    turned = replace(stated, amount=-stated.amount)
    for due, _ in made:
        own = rounded(due.value * due.unit.factor_to(stated.unit), stated.places)
        if is_slip(abs(own), abs(stated.amount)) or judge_stated(turned, due).is_kept:
            return due
    values = {rounded(due.value, stated.places) for due, _ in made}
    return made[0][0] if len(values) == 1 and all(sure for _, sure in made) else None
