"""A stored value and its number format → the text that a person sees in the cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache

from shanhe.documents.formats.marks import ODD_FORMAT
from shanhe.values.regex import regex

_DIGITS_OF_EXCEL = Context(prec=15)  # what Excel itself can keep and show
_TOKEN = regex(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|(?P<when>\[[<>=][^\]]*\])|\[(?P<span>[hms])+\]|\[[^\]]*\]|(?P<plain>.)',
    re.DOTALL,
)
_GENERAL = regex("general|g/通用格式|@", re.IGNORECASE)
_SCALED = regex(r"[0#?],+(?:\.|%|$)")
_COSMETIC = regex(r"[\s()+\-$€£¥￥]")
_SERIAL_OF_1904 = 1462
_LAST_SERIAL = 2958466  # 9999-12-31
_SECONDS = 86400

_LONG = 'yyyy"年"m"月"'
_CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), _LONG),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
    30: "m-d-yy",
    31: f'{_LONG}d"日"',
}
_BUILT_IN = {
    **_CHINESE,
    **dict.fromkeys((3, 5, 6, 37, 38, 41, 42), "#,##0"),
    **dict.fromkeys((4, 7, 8, 39, 40, 43, 44), "#,##0.00"),
    **dict.fromkeys((18, 20, 45, 47), "h:mm"),
    **dict.fromkeys((19, 21, 46), "h:mm:ss"),
    1: "0",
    2: "0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "m/d/yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "m/d/yy h:mm",
    48: "##0.0E+0",
}
"""Formats that a file names by number alone; 27 to 58 as in Chinese Excel and WPS."""


def format_code(number: int, own: dict[int, str]) -> str:
    """Return the format with that number; ``own`` are those that the file declares."""
    return own.get(number) or _BUILT_IN.get(number, "General")


def printed_number(raw: str, code: str, *, from_1904: bool) -> str:
    """Return a stored number as it is shown; a day as ``2025-07-07``.

    Decimals are those of the format, but are never cut. Literal text of the format, such as
    ``0.00"亩"``, belongs to what is shown. Signs of a currency, brackets and blanks do not.
    Of a day, only what the format shows is told: ``2025年7月`` for ``yyyy"年"m"月"``.
    """
    try:
        exact = (
            Decimal(raw) if re.fullmatch(r"-?\d+", raw) else _DIGITS_OF_EXCEL.create_decimal(raw)
        )
    except InvalidOperation:
        return raw
    if not exact.is_finite():
        return raw
    shape = _shape(code)
    if shape.shows:
        serial = exact + (_SERIAL_OF_1904 if from_1904 else 0)
        return _moment(serial, shape.shows) or f"{exact:f}"
    if shape.is_odd:
        return ODD_FORMAT + code
    return shape.before + _number(exact, shape) + shape.after


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a format does.

    Attributes:
        before, after: literal text around the number.
        whole, places: least digits before and after the point.
        percent: shown as a percentage.
        shows: ``y``, ``m``, ``d``, ``h`` where it shows a moment, empty for a number.
        is_odd: it shows another number than the one that is stored.
    """

    before: str = ""
    after: str = ""
    whole: int = 1
    places: int = 0
    percent: bool = False
    shows: frozenset[str] = frozenset()
    is_odd: bool = False


@lru_cache(maxsize=1000)
def _shape(code: str) -> _Shape:
    """Return what the section for positive numbers does."""
    tokens = list(_first_section(code))
    plain = "".join(mark for mark, is_plain in tokens if is_plain)
    if _GENERAL.search(plain):
        tokens = [(mark, False) for mark, is_plain in tokens if not is_plain]
        return _Shape(after=_literal(tokens))
    shows = _shown(plain)
    if shows:
        return _Shape(shows=shows)
    places = [n for n, (mark, is_plain) in enumerate(tokens) if is_plain and mark in "0#?"]
    if not places:
        return _Shape()
    inside = tokens[places[0] : places[-1] + 1]
    mask = "".join(mark for mark, _ in tokens[places[0] :] if mark in "0#?.,%E")
    whole, _, fraction = mask.partition("E")[0].partition(".")
    return _Shape(
        _literal(tokens[: places[0]]),
        _literal([t for t in tokens[places[-1] + 1 :] if t != ("%", True)]),
        max(whole.count("0"), 1),
        fraction.count("0"),
        "%" in plain,
        is_odd=_is_odd(code, mask, inside),
    )


def _is_odd(code: str, mask: str, inside: list[tuple[str, bool]]) -> bool:
    between = any(mark not in "0#?.,E+-/ " or not is_plain for mark, is_plain in inside)
    has_conditions = any(found["when"] for found in _TOKEN.finditer(code))
    return bool(_SCALED.search(mask)) or mask.count("%") > 1 or between or has_conditions


def _first_section(code: str) -> Iterator[tuple[str, bool]]:
    """Yield each mark that is shown, and whether it is a placeholder rather than a literal."""
    for found in _TOKEN.finditer(code):
        if found["plain"] == ";":
            return
        literal = found["quoted"] or found["escaped"]
        if literal:
            yield literal, False
        elif found["plain"] or found["span"]:
            yield found["plain"] or found["span"], True


def _literal(tokens: list[tuple[str, bool]]) -> str:
    return _COSMETIC.sub("", "".join(mark for mark, _ in tokens if mark not in {".", ","}))


def _shown(plain: str) -> frozenset[str]:
    """Return the parts of a moment that a format shows; ``ddd`` is a weekday, not a day."""
    letters = re.sub("d{3,}|a{3,}", "w", plain.lower())
    letters = re.sub("e+(?![+-])", "y", letters) if not re.search("[0#?]", letters) else letters
    has = {letter for letter in "ymdhs" if letter in letters}
    if "m" in has and has & {"h", "s"} and not has & {"y", "d"}:
        has.discard("m")  # minutes
    return frozenset("h" if letter == "s" else letter for letter in has)


def _moment(serial: Decimal, shows: frozenset[str]) -> str:
    """Return what is shown of the moment, empty where there is no such day."""
    if not 0 <= serial < _LAST_SERIAL:
        return ""
    days = serial if serial >= 61 else serial + 1  # Excel knows a 29 February 1900
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(days * _SECONDS))
    clock = f"{moment:%H:%M:%S}" if "h" in shows else ""
    if shows >= {"y", "m", "d"}:
        day = f"{moment:%Y-%m-%d}"
        return day if clock in {"", "00:00:00"} else f"{day} {clock}"
    words = (("y", f"{moment.year}年"), ("m", f"{moment.month}月"), ("d", f"{moment.day}日"))
    return "".join(word for letter, word in words if letter in shows) + clock


def _number(exact: Decimal, shape: _Shape) -> str:
    if shape.percent:
        exact = exact * 100
    exact = exact.normalize(Context(prec=40))
    exponent = exact.as_tuple().exponent
    own = max(-exponent, 0) if isinstance(exponent, int) else 0
    text = f"{abs(exact):.{max(shape.places, own)}f}"
    whole, point, fraction = text.partition(".")
    sign = "-" if exact < 0 else ""
    return f"{sign}{whole.zfill(shape.whole)}{point}{fraction}{'%' if shape.percent else ''}"
