"""Rates in turn, with the two lists of amounts that they are of: 中央5900万元、省级1900万元…，执行率分别为98.33%、95%….

The amounts done stand right before the rates; what was planned is any list of the paper that has the same names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.once import once
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import WordedList, worded_lists
from shanhe.records.dossier import Dossier
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_RATES = regex(
    rf"(?<!比)率(?:分别|依次)(?:为|是|达到?)?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
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
