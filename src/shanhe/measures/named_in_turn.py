"""Values told in turn of things that were named before: 甲1440万元、乙1512万元、…。…增幅分别为6.67%、1.82%、…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.computed import percent, subtract
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.paired_lists import paired_names
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import worded_lists
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_IN_TURN = regex(
    rf"(?P<what>[\u4e00-\u9fff]{{2,10}})(?:分别|依次)(?:为|是)(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)


@dataclass(frozen=True, slots=True)
class InTurn:
    """Values by name, ``what`` they are; ``start`` and ``end`` in the skeleton of ``frame``."""

    frame: Frame
    what: str
    values: dict[str, PrintedAmount]
    start: int
    end: int


def named_in_turn(paragraph: Sequence[Frame]) -> Iterator[InTurn]:
    """Yield the values told in turn, by the names of the last list before them that has as many.

    Example:
        ``林农有效问卷192份、满意178份，护林员有效问卷96份、满意92份，满意度分别为92.71%和95.83%`` are 林农 and 护林员.
    """
    for n, frame in enumerate(paragraph):
        text = frame.bones.text
        for found in _IN_TURN.finditer(text) if "分别" in text or "依次" in text else ():
            marks = re.findall(AMOUNT, found["list"])
            values = [frame.bones.amount(mark) for mark in marks]
            names = _names_here(frame, found.start(), len(marks))
            names = names or _names_before(paragraph[:n], frame, values)
            if names:
                told = dict(zip(names, values, strict=True))
                yield InTurn(frame, found["what"], told, found.start(), found.end())


def _names_here(frame: Frame, place: int, count: int) -> tuple[str, ...]:
    """Return the names of the last list of a sentence before a place, if it has so many parts."""
    paired = [names for names, last in paired_names(frame) if last <= place]
    lists = [
        tuple(name for name, _ in one.parts) for one in worded_lists(frame) if one.end <= place
    ]
    fit = [names for names in (*lists, *paired) if len(names) == count]
    return fit[-1] if fit and len(set(fit[-1])) == count else ()


def _names_before(
    earlier: Sequence[Frame], frame: Frame, rates: Sequence[PrintedAmount]
) -> tuple[str, ...]:
    """Return the names of the last list of the sentences before, if rates of growth are proven to be in its order.

    They are where the growth of each, told in turn in the sentence as well, makes them: 96 of 396 − 96 is 32%.
    """
    lists = [
        one.parts
        for other in earlier
        for one in worded_lists(other)
        if len(one.parts) == len(rates)
    ]
    if not lists or not all(rate.is_percent for rate in rates):
        return ()
    parts = lists[-1]
    for found in re.finditer(f"{AMOUNT}(?:[、，和及与]+{AMOUNT})+", frame.bones.text):
        grown = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found[0])]
        if len(grown) == len(parts) and all(
            _is_growth(rate, part, own)
            for rate, (_, part), own in zip(rates, parts, grown, strict=True)
        ):
            return tuple(name for name, _ in parts)
    return ()


def _is_growth(rate: PrintedAmount, new: PrintedAmount, grown: PrintedAmount) -> bool:
    if not new.is_like(grown):
        return False
    old = subtract(new.quantity, grown.quantity)
    if old.value <= 0:
        return False
    base = Quantity(rounded(old.value, new.quantity.places), old.unit)
    made = percent(grown.quantity, base)
    return judge_equal(rate.quantity, made.interval, made.value).is_kept
