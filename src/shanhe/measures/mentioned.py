"""Quantities mentioned in sentences, each with the words before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.values.numerals import plain
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

_NUMBER = regex(r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*")
_LONGEST = 8
_YEARS = range(1900, 2100)
_BREAKS = regex(r"[。；;！!\n、，]|,(?!\d{3})")


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in a sentence.

    Attributes:
        clause: the words of the clause before the number, which say what it is.
    """

    quantity: Quantity
    clause: str


def mentions(text: str) -> Iterator[Mention]:
    """Yield the quantities with a unit; years such as 2025年 and bare numbers are none.

    Example:
        ``修复面积422.33公顷，隐患点78处`` has 422.33 公顷 after 修复面积 and 78 处 after 隐患点.
    """
    folded = plain(text)
    for found in _NUMBER.finditer(folded):
        unit = _unit_at(folded, found.end())
        amount = Decimal(found.group(1).replace(",", "") + (found.group(2) or ""))
        if unit is not None and not (unit.symbol == "年" and amount in _YEARS):
            clause = _BREAKS.split(folded[: found.start()])[-1]
            yield Mention(Quantity(amount, unit), clause)


def _unit_at(text: str, start: int) -> Unit | None:
    """Return the longest unit that stands at ``start``."""
    for length in range(_LONGEST, 0, -1):
        word = text[start : start + length]
        if len(word) == length and word.strip() == word:
            unit = find_unit(word)
            if unit is not None and unit.symbol:
                return unit
    return None
