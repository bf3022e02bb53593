"""Numbers with units in running text, each with the words before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.values.numerals import plain, read_number
from shanhe.values.quantity import Quantity
from shanhe.values.unit import Unit, find_unit

_NUMBER = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?")
_CLAUSE_ENDS = "，。；、！？：,;!?\n"
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_UNIT = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """One number with its unit.

    Attributes:
        before: the words of the clause before it: ``修复废弃矿山（矿点）``.
        quantity: the number with its unit.
        quote: words, number and unit, for quoting.
    """

    before: str
    quantity: Quantity
    quote: str


def mentions(text: str) -> Iterator[Mention]:
    """Yield every number that has a known unit after it; calendar years are none.

    Example:
        ``矿山生态修复面积1922.26公顷，惠及36.52万人`` holds 1922.26 公顷 and 36.52 万人.
    """
    start = 0
    for found in _NUMBER.finditer(text):
        unit, end = _unit_after(text, found.end())
        number = read_number(found[0])
        if unit is None or number is None:
            continue
        if unit.measures("year") and _CALENDAR_YEAR.fullmatch(found[0]):
            continue
        before = _last_clause(text[start : found.start()])
        yield Mention(before, Quantity(number, unit), f"{before}{text[found.start() : end]}")
        start = end


def _unit_after(text: str, at: int) -> tuple[Unit | None, int]:
    """Return the longest unit that begins at ``at``, and where it ends."""
    while at < len(text) and text[at] in " \u3000\u00a0":
        at += 1
    for end in range(min(at + _LONGEST_UNIT, len(text)), at, -1):
        unit = find_unit(plain(text[at:end])) if text[end - 1] not in _CLAUSE_ENDS else None
        if unit is not None and unit.symbol:
            return unit, end
    return None, at


def _last_clause(text: str) -> str:
    cut = max((text.rfind(mark) for mark in _CLAUSE_ENDS), default=-1)
    return text[cut + 1 :].strip()
