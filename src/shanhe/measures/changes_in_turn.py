"""Changes told in turn after the old and new values of each: 甲镇由43.5%提高到50%，乙镇由45%提高到50.5%，分别提高6.5个和5.5个百分点."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shanhe.measures.computed import Computed, percent, subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_UP = "提高|提升|上升|增加|增长|回升|扩大|延长"
_DOWN = "下降|降低|减少|降|缩小|压减|缩短"
_FROM_TO = regex(
    rf"(?:从|由)(?P<old>{AMOUNT})(?:(?P<up>{_UP})|{_DOWN})(?:到|至|为)(?P<new>{AMOUNT})"
)
_IN_TURN = regex(
    rf"(?:分别|依次)(?:(?P<up>{_UP})|{_DOWN})了?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_POINT = "百分点"


@dataclass(frozen=True, slots=True)
class ChangeInTurn:
    """A change as told, and the new value less the old one; ``start`` and ``end`` are places of the skeleton."""

    frame: Frame
    start: int
    end: int
    stated: Quantity
    due: Computed


def changes_in_turn(dossier: Dossier) -> Iterator[ChangeInTurn]:
    """Yield the changes that their two values do not make, where at least as many of those beside them are made, or all in another order."""
    for frame in prose_frames(dossier):
        text = frame.bones.text
        for found in _IN_TURN.finditer(text) if "分别" in text or "依次" in text else ():
            start = max(text.rfind(stop, 0, found.start()) for stop in "。；") + 1
            values = [*_FROM_TO.finditer(text, start, found.start())]
            marks = re.findall(AMOUNT, found["list"])
            one_way = all(bool(each["up"]) is bool(found["up"]) for each in values)
            if len(values) == len(marks) and one_way:
                yield from _wrong(frame, found, values, marks)


def _wrong(
    frame: Frame, found: re.Match[str], values: list[re.Match[str]], marks: list[str]
) -> Iterator[ChangeInTurn]:
    told = [frame.bones.amount(mark) for mark in marks]
    pairs = [tuple(frame.bones.amount(one[key]) for key in ("old", "new")) for one in values]
    made = [
        _made(one, pair[0], pair[1], told[-1], up=bool(found["up"]))
        for one, pair in zip(told, pairs, strict=True)
    ]
    known = [one for one in made if one is not None]
    wrong = [one for one in known if not judge_stated(one[0], one[1]).is_kept]
    few = 2 * len(wrong) <= len(made) or _are_turned(known)
    if len(known) == len(made) and few:
        for stated, due in wrong:
            yield ChangeInTurn(frame, found.start(), found.end(), stated, due)


def _are_turned(made: list[tuple[Quantity, Computed]]) -> bool:
    """Return whether the changes told are those made, in another order."""
    told = sorted((one for one, _ in made), key=lambda one: one.value)
    due = sorted((one for _, one in made), key=lambda one: one.value)
    return all(judge_stated(one, each).is_kept for one, each in zip(told, due, strict=True))


def _made(
    one: PrintedAmount, old: PrintedAmount, new: PrintedAmount, last: PrintedAmount, *, up: bool
) -> tuple[Quantity, Computed] | None:
    """Return a change in the unit of its values and what it should be; points may have their word after the last only."""
    if one.vague or not old.is_like(new):
        return None
    unit = old.quantity.unit
    more, less = (new.quantity, old.quantity) if up else (old.quantity, new.quantity)
    if one.is_percent and unit.symbol != "%" and old.quantity.value:
        apart = subtract(more, less)
        places = max(more.places, less.places)
        grown = Quantity(rounded(apart.value, places), apart.unit, exact=True)
        return one.quantity, percent(grown, old.quantity)
    if last.quantity.unit.symbol == _POINT and unit.symbol == "%":
        stated = replace(one.quantity, unit=unit, exact=False)
    elif one.quantity.unit.like(unit) and unit.symbol != "%":
        stated = one.quantity
    else:
        return None
    return stated, subtract(more, less)
