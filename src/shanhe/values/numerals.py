"""Numbers, signs and dates out of what people typed; refuses rather than guesses."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from shanhe.values.quantity import Quantity, Sign
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

_SPELLINGS = {
    Sign.AT_LEAST: ("≥", "≧", "⩾", "大于等于", "不低于", "不少于", "不小于", "至少"),
    Sign.AT_MOST: ("≤", "≦", "⩽", "小于等于", "不超过", "不高于", "不大于", "至多"),
    Sign.EQUAL: ("=", "等于"),
    Sign.ABOVE: (">", "大于", "高于"),
    Sign.BELOW: ("<", "小于", "低于"),
}
_SIGNS = {word: sign for sign, words in _SPELLINGS.items() for word in words}
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_QUANTITY = regex(rf"(?P<sign>{_SIGN})?(?P<number>{_NUMBER})(?P<unit>[^\d]*)")
_DATE = regex(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?: 00:00:00)?")


def plain(text: str) -> str:
    """Return ``text`` with full-width letters, digits and signs made half-width, ends stripped.

    The two glyphs ≦ and ≧ are made ≤ and ≥, which Unicode's own folding leaves alone.
    """
    if text.isascii():
        return text.strip()
    folded = unicodedata.normalize("NFKC", text.replace("㎡", "平方米").replace("²", "2"))
    return folded.replace("≦", "≤").replace("≧", "≥").strip()


def read_sign(text: str) -> Sign | None:
    """Return the sign that ``text`` is, ``Sign.NONE`` for blank, ``None`` if it is no sign."""
    word = plain(text)
    return _SIGNS.get(word) if word else Sign.NONE


def read_number(text: str) -> Decimal | None:
    """Return the number that ``text`` is, ``None`` if it is anything else.

    Full-width digits, thousands separators and blanks around are taken; words, units, an empty
    text and ``NaN`` are not.

    Example:
        ``１２．９２`` is 12.92 and ``1,922.26`` is 1922.26; ``约12`` is ``None``.
    """
    word = plain(text)
    return Decimal(word.replace(",", "")) if re.fullmatch(_NUMBER, word) else None


def read_quantity(text: str, unit: str = "", *, exact: bool = False) -> Quantity | None:
    """Return the quantity that ``text`` is, ``None`` if it is anything else.

    Args:
        text: such as ``≥28.83万元/公顷`` or ``422.33``.
        unit: the unit where ``text`` itself has none.
        exact: the number stands for itself (allotted money).
    """
    found = _QUANTITY.fullmatch(plain(text))
    known = find_unit(found["unit"].strip() or unit) if found else None
    if found is None or known is None:
        return None
    sign = _SIGNS[found["sign"]] if found["sign"] else Sign.NONE
    return Quantity(Decimal(found["number"].replace(",", "")), known, sign, exact)


def read_date(text: str) -> date | None:
    """Return the day that ``text`` is, ``None`` if it is no single day.

    Example:
        ``2025年7月7日``, ``2025-07-07`` and ``2025/7/7`` are the same day; ``2025年7月`` is none.
    """
    found = _DATE.fullmatch(plain(text))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
