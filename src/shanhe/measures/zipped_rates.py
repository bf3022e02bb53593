"""Rates in turn, with the two lists of amounts that they are of: 中央5900万元、省级1900万元…，执行率分别为98.33%、95%….

The amounts done stand right before the rates; what was planned is any list of the paper that has the same names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.once import once
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import WordedList, worded_lists
from shanhe.records.dossier import Dossier
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_RATES = regex(
    rf"(?<!比)率(?:分别|依次)(?:为|是|达到?)?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_TIME = regex(r"\d{1,2}月[末底份]?|[一二三四]季度末?|[上下]半年|年[中末底]")
_LEAST_OF_BASE = 3
_MONEY = unit("万元")
_NEAR = 40
"""How far before the rates, in characters of the skeleton, the list that they are of ends at most."""


@dataclass(frozen=True, slots=True)
class ZippedRate:
    """One rate of a list as stated, with the quotient of its two amounts.

    Attributes:
        name: of the part. frame, start, end: where the rates stand.
    """

    name: str
    rate: PrintedAmount
    made: Computed
    frame: Frame
    start: int
    end: int


def zipped_rates(dossier: Dossier) -> Iterator[ZippedRate]:
    """Yield the rates that their amounts do not make, where most of those beside them do."""
    lists = _lists(dossier)
    for frame in frames(dossier):
        for found in _RATES.finditer(frame.bones.text):
            rates = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
            done = _done(frame, found, lists, len(rates))
            if done is not None and all(one.is_percent and not one.vague for one in rates):
                yield from _wrong(rates, done, lists, found)


def of_one_base(dossier: Dossier) -> Iterator[ZippedRate]:
    """Yield the one rate of several in turn that its amount does not make of the base of all others, a sum of the paper.

    Example:
        ``3月末支出1680.00万元，6月末4560.00万元，9月末8430.00万元，执行率依次为14.00%、38.00%和69.50%`` of 12000.00: 8430.00 is 70.25 %.
    """
    told = {
        one.quantity.value_in(_MONEY): one
        for frame in frames(dossier)
        for one in frame.bones.amounts
        if one.is_money and not one.vague and one.quantity.value
    }
    for frame in frames(dossier):
        for found in _RATES.finditer(frame.bones.text):
            rates = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
            parts = _amounts_before(frame, found, len(rates))
            plain = all(one.is_percent and not one.vague for one in rates)
            if parts and plain and len(rates) >= _LEAST_OF_BASE:
                yield from _of_base(frame, found, list(zip(parts, rates, strict=True)), told)


def _amounts_before(frame: Frame, found: re.Match[str], many: int) -> list[PrintedAmount]:
    """Return the sums of a time each right before the rates, of which there are as many."""
    start = max(frame.bones.text.rfind(stop, 0, found.start()) for stop in "。；") + 1
    marks = frame.bones.marks(start, found.start())
    parts = [frame.bones.amount(mark) for mark in marks]
    timed = all(_TIME.search(frame.bones.lead(mark)) for mark in marks)
    money = all(one.is_money and not one.vague for one in parts)
    return parts if len(parts) == many and timed and money else []


def _of_base(
    frame: Frame,
    found: re.Match[str],
    pairs: list[tuple[PrintedAmount, PrintedAmount]],
    told: dict[Fraction, PrintedAmount],
) -> Iterator[ZippedRate]:
    made = [[percent(part.quantity, base.quantity) for part, _ in pairs] for base in told.values()]
    wrong = [[n for n, (_, rate) in enumerate(pairs) if not _is_kept(rate, own[n])] for own in made]
    if any(not one for one in wrong):
        return
    alone = [(own, one[0]) for own, one in zip(made, wrong, strict=True) if len(one) == 1]
    if alone:
        own, n = alone[0]
        part, rate = pairs[n]
        yield ZippedRate(str(part.quantity), rate, own[n], frame, *found.span())


@once
def _lists(dossier: Dossier) -> tuple[WordedList, ...]:
    return tuple(one for frame in frames(dossier) for one in worded_lists(frame))


def _done(
    frame: Frame, found: re.Match[str], lists: tuple[WordedList, ...], many: int
) -> WordedList | None:
    """Return the list right before the rates that has as many amounts."""
    ends = [(one, frame.bones.place_of(one.parts[-1][1])) for one in lists if one.frame is frame]
    own = [one for one, end in ends if end < found.start() <= end + _NEAR]
    return own[-1] if own and len(own[-1].parts) == many else None


def _wrong(
    rates: list[PrintedAmount],
    done: WordedList,
    lists: tuple[WordedList, ...],
    found: re.Match[str],
) -> Iterator[ZippedRate]:
    planned = [
        _quotients(done, one) for one in lists if one is not done and one.names == done.names
    ]
    made = [one for one in planned if one]
    if not made:
        return
    best = max(made, key=lambda one: _held(rates, one))
    held = _held(rates, best)
    if held and held >= len(rates) - 2:
        for (name, _), rate, own in zip(done.parts, rates, best, strict=True):
            if not _is_kept(rate, own):
                yield ZippedRate(name, rate, own, done.frame, *found.span())


def _quotients(done: WordedList, planned: WordedList) -> list[Computed]:
    """Return done over planned, name by name; nothing where a pair cannot be divided."""
    wholes = dict(planned.parts)
    pairs = [(part, wholes[name]) for name, part in done.parts]
    if not all(part.is_like(whole) and whole.quantity.value for part, whole in pairs):
        return []
    return [percent(part.quantity, whole.quantity) for part, whole in pairs]


def _held(rates: list[PrintedAmount], made: list[Computed]) -> int:
    return len([1 for rate, one in zip(rates, made, strict=True) if _is_kept(rate, one)])


def _is_kept(rate: PrintedAmount, made: Computed) -> bool:
    return judge_equal(rate.quantity, made.interval, made.value).is_kept
