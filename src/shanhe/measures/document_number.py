"""Document numbers (文号) taken apart, and compared whatever brackets were typed."""

import unicodedata
from functools import lru_cache

from shanhe.values.regex import regex

_WELL_FORMED = regex(r"[\u4e00-\u9fff]+〔20\d\d〕[1-9]\d*号")
_YEAR = regex(r"〔(\d{4})〕")
_OPENING, _CLOSING = "([【〔〈<{", ")]】〕〉>}"
_BRACKETS = dict.fromkeys(map(ord, _OPENING), "〔") | dict.fromkeys(map(ord, _CLOSING), "〕")


@lru_cache(2048)
def plain_number(text: str) -> str:
    """Return ``text`` without blanks and with the brackets that document numbers have.

    Example:
        ``财资环 [2025] 64号`` and ``财资环（2025）64号`` are both ``财资环〔2025〕64号``.
    """
    word = "".join(unicodedata.normalize("NFKC", text).split())
    return word.translate(_BRACKETS)


def is_well_formed(text: str) -> bool:
    """Return whether ``text`` is printed as a document number is: ``财资环〔2025〕64号``.

    Blanks are of the typesetting: ``财资环〔2025〕64 号`` is the same.
    """
    return _WELL_FORMED.fullmatch("".join(text.split())) is not None


def year_of(text: str) -> int | None:
    """Return the year in the brackets of a number, ``None`` where there is none."""
    found = _YEAR.search(plain_number(text))
    return int(found[1]) if found else None
