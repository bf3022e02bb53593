"""Numbers with units in running text, each with the words before it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shanhe.values.numerals import plain, read_number
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

_NUMBER = regex(r"(?<![\d.,])\d+(?:[,，]\d{3})*(?:[.．]\d+)?")
_CLAUSE_ENDS = "，。；、！？：,;!?\n"
_CALENDAR_YEARS = range(1900, 2100)
_LONGEST_UNIT = 8
_NONE: Mapping[str, Unit] = {}


@dataclass(frozen=True, slots=True)
class Mention:
    """One number with its unit.

    Attributes:
        before: the words of the clause before it: ``修复废弃矿山（矿点）``.
        quantity: the number with its unit.
        quote: words, number and unit as they stand there, for quoting.
    """

    before: str
    quantity: Quantity
    quote: str


def mentions(text: str, also: Mapping[str, Unit] = _NONE) -> Iterator[Mention]:
    """Yield every number that has a known unit after it; calendar years are none.

    ``also`` holds further units by symbol, as a table beside the text prints them (眼, 条).

    Example:
        ``矿山生态修复面积1922.26公顷，惠及36.52万人`` holds 1922.26 公顷 and 36.52 万人.
    """
    for found in _NUMBER.finditer(text):
        unit, end = _unit_after(text, found.end(), also)
        number = read_number(found[0])
        if unit is None or number is None:
            continue
        if not (unit.measures("year") and number in _CALENDAR_YEARS):
            before = _last_clause(text[: found.start()])
            yield Mention(before, Quantity(number, unit), f"{before}{text[found.start() : end]}")


def _unit_after(text: str, at: int, also: Mapping[str, Unit]) -> tuple[Unit | None, int]:
    """Return the longest unit that begins at ``at``, and where it ends."""
    while at < len(text) and text[at] in " \u3000\u00a0":
        at += 1
    for end in range(min(at + _LONGEST_UNIT, len(text)), at, -1):
        word = plain(text[at:end])
        unit = None if text[end - 1] in _CLAUSE_ENDS else find_unit(word) or also.get(word)
        if unit is not None and unit.symbol:
            return unit, end
    return None, at


def _last_clause(text: str) -> str:
    cut = max(text.rfind(mark) for mark in _CLAUSE_ENDS)
    return text[cut + 1 :].strip()
