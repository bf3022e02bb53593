"""What a cell of a table says: sign, number, unit, or words that are no number."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from shanhe.documents.cell_notes import end_of_value
from shanhe.values.numerals import plain, read_sign
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit, per

ABSENT = frozenset(
    {"", "/", "\\", "-", "--", "—", "——", "–", "_", "×", "无", "…", "……", "N/A", "不适用"}
    | {"未填报", "（未填报）", "(未填报)", "未填写", "（未填写）"}
)
"""Cells that say that there is no value; blank is one of them, 0 is not."""

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_WIDE |= {ord(a): ord(b) for a, b in zip("　≧≦⩾⩽﹪\xa0，", " ≥≤≥≤%  ", strict=False)}
_WIDE[ord("，")] = ord(",")
_WIDE |= dict.fromkeys((0x2009, 0x202F, 0x2007, 0x2002, 0x2003), ord(" "))
_NUMBER = r"[+-]?(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\s?\.\s?\d+)?"
_SIGNS = {
    "≥": ("≥", ">=", "大于等于", "大于或等于", "不低于", "不少于", "不小于", "至少"),
    "≤": ("≤", "<=", "小于等于", "小于或等于", "不超过", "不高于", "不大于", "不多于", "至多"),
    "=": ("=", "等于"),
    ">": (">", "大于", "高于", "超过"),
    "<": ("<", "小于", "低于"),
}
_SIGN_OF = {word: Sign(sign) for sign, words in _SIGNS.items() for word in words}
_SIGN = "|".join(sorted(map(re.escape, _SIGN_OF), key=len, reverse=True))
_AFTER = {"上": "≥", "内": "≤", "下": "≤"}
_UNIT = r"[^\d\s,;。；()](?:[^\d\s,;。；()]|(?<=[A-Za-z])[23])*?"
_SAYS = regex(
    rf"(?:指标\s*\d+\s*:\s*)?(?:达到|达|为|完成)?\s*(?P<sign>{_SIGN})?\s*"
    rf"(?P<of>百分之)?(?P<number>{_NUMBER}|(?<=百分之)[一二三四五六七八九十百零点]+)"
    rf"(?:\s*\(?(?P<unit>{_UNIT})\)?)??"
    r"\s*(?P<after>(?:\(含\))?\(?及?(?:以上|以内|之内|以下)\)?)?。?"
)
_LONGEST, _LONGEST_UNIT = 80, 12
_LABEL = regex(
    r"^\s*(?:指标\s*\d+\s*[:：]|\d+\s*[.、．](?!\d)|[(（]\d+[)）]|[①-⑳]|其中\s*[:：])\s*"
)
_TEMPLATE = regex(r"^(?:指标\s*\d+\s*[:：]?|[.…。·]+|[(（](?:填写|请填|说明|例如|如).*[)）])$")
_ENDING = regex(r"\s*[(（\[【]\s*(?:单位\s*[:：]\s*)?([^()（）\[\]【】]*)[)）\]】]\s*$")
_COUNTERS = "项条套次台件份家村所棵株批块辆幅本篇期组支间场级眼口道根座枚片宗例只头尾分"
_COUNTERS += "次班艘部架扇盏管段幢栋樘盆具副双张页册"
_WORDED = {"名": "人", "人(次)": "人次", "人/次": "人次", "元人民币": "元", "个点": "百分点"}
_MORE = {
    symbol: Unit(symbol, ((dimension, 1),), factor)
    for symbol, dimension, factor in (
        ("公斤", "mass", Fraction(1, 1000)),
        ("千克", "mass", Fraction(1, 1000)),
        ("斤", "mass", Fraction(1, 2000)),
        ("克", "mass", Fraction(1, 1_000_000)),
        ("毫克", "mass", Fraction(1, 10**9)),
        ("升", "volume", Fraction(1, 1000)),
        ("厘米", "length", Fraction(1, 100)),
        ("毫米", "length", Fraction(1, 1000)),
        ("小时", "day", Fraction(1, 24)),
        ("千瓦时", "energy", Fraction(1)),
        ("度", "energy", Fraction(1)),
        ("千瓦", "power", Fraction(1)),
        ("兆瓦", "power", Fraction(1000)),
    )
}
"""Units of other funds' indicators."""


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell as understood.

    Attributes:
        amount: exact; ``None`` for words, for a mark that nothing is there, and for what is only
            about right (约5).
        words: the text where it is no number.
        start, end: the number with its unit, in the cell's text; ``sign_at``: its sign.
        own_unit: the unit is printed in the cell itself.
    """

    sign: Sign = Sign.NONE
    amount: Decimal | None = None
    unit: Unit | None = None
    words: str = ""
    start: int = 0
    end: int = 0
    sign_at: tuple[int, int] = (0, 0)
    own_unit: bool = False

    @property
    def is_absent(self) -> bool:
        """Whether the cell is blank or says that there is nothing."""
        return self.amount is None and self.words in ABSENT


def folded(text: str) -> str:
    """Return ``text`` half-width, with as many characters."""
    return text.translate(_WIDE)


def read_cell(text: str, unit: Unit | None = None) -> CellValue:
    """Return what a cell says; ``unit`` is that of name, heading or caption.

    Example:
        ``≦28.83万元/公顷`` is at most 28.83 万元/公顷; ``1 922.26`` with 公顷 is 1922.26 公顷;
        ``约5公顷``, ``80%～90%`` and ``明显改善`` are words; ``/`` is absent.
    """
    bare = folded(text).strip()
    found = _said(bare)
    known = _unit(found, unit) if found else _UNKNOWN
    amount = _amount(found["number"]) if found and known is not _UNKNOWN else None
    if found is None or amount is None:
        words = " ".join(text.split())
        return CellValue(words="" if _TEMPLATE.match(words) else words, end=len(text))
    skipped = len(text) - len(text.lstrip())
    start = found.start("of") if found["of"] else found.start("number")
    end = found.end("unit") if found["unit"] else found.end("number")
    sign, (left, right) = _sign(found)
    sign_at = (left + skipped, right + skipped)
    own = bool(found["unit"] or found["of"])
    return CellValue(sign, amount, known, "", start + skipped, end + skipped, sign_at, own)


_UNKNOWN = Unit("?", (), Fraction(1))


def _said(bare: str) -> re.Match[str] | None:
    """Return the value of a cell, whatever note in brackets follows it."""
    found = _SAYS.fullmatch(bare) if len(bare) <= _LONGEST else None
    return found or _SAYS.fullmatch(bare, 0, end_of_value(bare))


def _unit(found: re.Match[str], other: Unit | None) -> Unit | None:
    """Return the unit in the cell, else ``other``; ``_UNKNOWN`` for words that are no unit."""
    if found["of"]:
        return find_unit("%")
    printed = (found["unit"] or "").strip()
    if not printed:
        return other
    return named_unit(printed) or _UNKNOWN


def _sign(found: re.Match[str]) -> tuple[Sign, tuple[int, int]]:
    if found["sign"]:
        return _SIGN_OF[found["sign"]], found.span("sign")
    if found["after"]:
        return Sign(_AFTER[found["after"].rstrip(")")[-1]]), found.span("after")
    return Sign.NONE, (0, 0)


@lru_cache(maxsize=2000)
def named_unit(text: str) -> Unit | None:
    """Return the unit that ``text`` spells; words that count things are units of their own.

    Example:
        ``名`` is 人, ``万株`` ten thousand 株; ``公顷左右`` is none.
    """
    word = plain(text).replace(" ", "")
    word = _WORDED.get(word, word)
    known = find_unit(word) or _MORE.get(word) if 0 < len(word) <= _LONGEST_UNIT else None
    if known is not None or not 0 < len(word) <= _LONGEST_UNIT:
        return known
    if word[0] in "万亿" and (one := named_unit(word[1:])) is not None:
        return Unit(word, one.dimensions, one.factor * (10_000 if word[0] == "万" else 10**8))
    above, slash, below = word.partition("/")
    if slash:
        top, bottom = named_unit(above), named_unit(below)
        return per(top, bottom) if top and bottom else None
    return Unit(word, ((word, 1),), Fraction(1)) if word in _COUNTERS else None


def _amount(text: str) -> Decimal | None:
    compact = re.sub(r"[\s,]", "", text)
    return Decimal(compact) if compact[-1].isdigit() and compact.isascii() else _spoken(compact)


_DIGITS = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")}


def _spoken(text: str) -> Decimal | None:
    """Return a number up to a hundred in Chinese words: ``九十五点五`` is 95.5."""
    whole, _, rest = text.partition("点")
    tens, ten, ones = whole.rpartition("十")
    if whole in {"百", "一百"}:
        number = "100"
    elif ten:
        number = f"{_DIGITS.get(tens, '1' if not tens else '?')}{_DIGITS.get(ones, '0' if not ones else '?')}"
    else:
        number = _DIGITS.get(whole, "?")
    decimals = "".join(_DIGITS.get(digit, "?") for digit in rest)
    spoken = f"{number}.{decimals}" if decimals else number
    return None if "?" in spoken else Decimal(spoken)


def sign_of(text: str) -> Sign:
    """Return the sign that a column of its own holds; none where it holds words."""
    return read_sign(folded(text)) or _SIGN_OF.get(folded(text).strip(), Sign.NONE)


@lru_cache(1024)
def bare_name(text: str) -> tuple[str, Unit | None]:
    """Return a name without ``指标1：`` and without the unit in brackets, and that unit.

    Example:
        ``指标1：修复面积（ha）`` is 修复面积 in ha; ``废弃矿山（矿点）数量`` stays; a line of the
        blank form (``指标1：``, ``……``) is empty.
    """
    word = "".join(text.split("\n")).strip()
    if _TEMPLATE.match(word):
        return "", None
    word = _LABEL.sub("", word)
    ending = _ENDING.search(word)
    unit = named_unit(ending[1]) if ending else None
    if unit is not None and ending:
        word = word[: ending.start()]
    return re.sub(r"\s+", "", word) if not word.isascii() else word, unit


def label_end(text: str) -> int:
    """Return where ``指标1：`` ends in a name; 0 where there is none."""
    found = _LABEL.match(text)
    return found.end() if found else 0


def heading_unit(text: str) -> Unit | None:
    """Return the unit in brackets in a heading, or after ``单位：`` in a caption.

    A single letter in brackets is a letter of a formula: ``全年预算数（A）``.
    """
    for word in re.findall(r"[(（]\s*(?:单位\s*[:：])?\s*([^()（）]+?)\s*[)）]", text):
        if len(word) > 1 or not word.isascii() or word == "%":
            known = named_unit(word)
            if known is not None:
                return known
    said = re.search(r"单位\s*[:：]\s*([^\s,，;；()（）]+)", text)
    return named_unit(said[1]) if said else None


def in_ten_thousand(value: CellValue) -> Decimal | None:
    """Return money in 万元, exactly; ``None`` for what is no money.

    Example:
        3 亿元 is 30000; 55422.20 万元 stays as printed, 100000000 元 is 10000.
    """
    if value.amount is None:
        return None
    if value.unit is None or value.unit.symbol == "万元":
        return value.amount
    if not value.unit.measures("money"):
        return None
    factor = value.unit.factor / 10_000
    moved = value.amount * factor.numerator / factor.denominator
    return moved.quantize(Decimal(1)) if moved == moved.to_integral_value() else moved
