"""Amounts with units in a sentence, each with its span, so that clauses can be told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

_NUMBER = regex(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)((?:\.\d+)?)[ \u3000]*")
_FOLDED = str.maketrans("０１２３４５６７８９．％﹪", "0123456789.%%")
_IS_WIDE = regex("[０-９．％﹪]")
"""What few texts hold: to look for it is quicker than to change each character."""
_LONGEST = 7
_YEARS = range(1900, 2100)
_DATED = regex(r"(?:月|[至到—~-])[ \u3000]*$")
"""Before the 日 of a date."""
_BREAKS = "，。；、：！？,;:"


@dataclass(frozen=True, slots=True)
class WordedAmount:
    """One amount; ``start`` and ``end`` are its first character and the one after its unit."""

    quantity: Quantity
    start: int
    end: int


def folded(text: str) -> str:
    """Return ``text`` with full-width digits made half-width; no character moves."""
    return text.translate(_FOLDED) if _IS_WIDE.search(text) else text


def worded_amounts(text: str) -> Iterator[WordedAmount]:
    """Yield every number with a known unit after it; years and days of the calendar are none.

    Example:
        ``其中东河区682万元、土右旗2555万元`` holds 682 and 2555 万元.
    """
    plain = folded(text)
    for found in _NUMBER.finditer(plain):
        unit, end = _unit_at(plain, found.end())
        number = Decimal(found[1].replace(",", "") + found[2])
        dated = unit is not None and _is_dated(plain, found, end)
        if unit is not None and not dated and not (unit.symbol == "年" and number in _YEARS):
            yield WordedAmount(Quantity(number, unit), found.start(), end)


def _is_dated(text: str, found: re.Match[str], end: int) -> bool:
    """Return whether a number is the month or day of a date: 6月16日, 3月2日至13日."""
    printed = text[found.end() : end]
    return printed == "月" or (printed == "日" and _DATED.search(text[: found.start()]) is not None)


def _unit_at(text: str, start: int) -> tuple[Unit | None, int]:
    """Return the longest unit that begins at ``start``, and where it ends."""
    for end in range(min(start + _LONGEST, len(text)), start, -1):
        word = text[start:end]
        if word[-1] not in _BREAKS and not word[-1].isspace():
            unit = find_unit(word)
            if unit is not None and unit.symbol:
                return unit, end
    return None, start
