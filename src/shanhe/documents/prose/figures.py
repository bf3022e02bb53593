"""Numbers with their sign, unit and words of doubt."""

import re
from dataclasses import dataclass
from decimal import Decimal

from shanhe.documents.cell_values import named_unit
from shanhe.values.numerals import read_sign
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex
from shanhe.values.unit import Unit
from shanhe.values.whole_number import WORDS, whole_number

_SIGNS = [
    "≥",
    "≤",
    ">",
    "<",
    "=",
    "不低于",
    "不少于",
    "不小于",
    "至少",
    "不超过",
    "不高于",
    "不大于",
    "至多",
    "大于等于",
    "小于等于",
    "大于",
    "小于",
    "高于",
    "低于",
    "超过",
]
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_SIMPLE = [
    "亿元",
    "万元",
    "千元",
    "元",
    "平方公里",
    "平方千米",
    "平方米",
    "㎡",
    "km²",
    "km2",
    "m²",
    "m2",
    "hm²",
    "hm2",
    "公顷",
    "ha",
    "万亩",
    "亩",
    "个百分点",
    "百分点",
    "%",
    "‰",
    "万人次",
    "人次",
    "万人",
    "人",
    "名",
    "万户",
    "户",
    "个图斑",
    "图斑",
    "个月",
    "个",
    "处",
    "座",
    "种",
    "万立方米",
    "立方米",
    "万m³",
    "万m3",
    "m³",
    "m3",
    "万方",
    "公里",
    "千米",
    "km",
    "米",
    "万吨",
    "吨二氧化碳",
    "tCO2",
    "吨碳",
    "tC",
    "吨",
    "年",
    "天",
    "万株",
    "株",
    "万尾",
    "万棵",
    "棵",
    "万根",
    "根",
    "块",
    "盏",
    "辆",
    "口",
    "眼",
    "条",
    "项",
    "套",
    "台",
    "次",
    "份",
    "家",
    "公里",
    "分",
    "倍",
    "期",
    "t",
    "m",
]
_WORD = "|".join(sorted(set(map(re.escape, _SIMPLE)), key=len, reverse=True))
_NAMES = {"名": "人"}
_VAGUE = "(?<![节集签])约为|大约|(?<![节集签])约|(?<![最附邻])近|将近|接近|逾|超"
_NUMBER = r"(?:\d{1,3}(?:[, ]\d{3})+(?![\d,])|\d+)(?:\.\d+| \.\d+|\. \d+(?=[^\d\s]))?"
_FIGURE = regex(
    rf"(?:(?P<vague>{_VAGUE}) ?)?(?:(?P<sign>{_SIGN}) ?)?(?:为 ?)?"
    rf"(?:百分之(?P<percent>\d+(?:\.\d+)?|[{WORDS}]+)"
    rf"|(?P<number>(?:(?<![\w%~年月日])[+-] ?)?{_NUMBER})"
    rf"(?P<more>余|多|来)? ?(?P<unit>(?:{_WORD})(?:/(?:{_WORD}))?(?![a-zA-Z]))?)"
    r"(?P<after> ?(?:左右|上下|以上|及以上|以下|以内|多(?=月|年|天)))?"
)
_AFTER = {
    "以上": Sign.AT_LEAST,
    "及以上": Sign.AT_LEAST,
    "以下": Sign.AT_MOST,
    "以内": Sign.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed.

    Attributes:
        start, end: from its sign to its unit, or the word after it.
        number: where the digits begin.
        unit: ``None`` where no unit, or none that is known, follows; ``unit_text`` is as printed.
        vague: 约, 余, 左右 …: it stands for no exact number.
    """

    start: int
    end: int
    number: int
    amount: Decimal
    unit: Unit | None
    unit_text: str
    sign: Sign
    vague: bool

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit is not None and self.unit.measures("money")

    @property
    def is_percent(self) -> bool:
        """Whether it is a share."""
        return self.unit is not None and self.unit.symbol in {"%", "‰"}

    @property
    def wan(self) -> Decimal | None:
        """The amount in 万元, exact, with its decimals; ``None`` for no money.

        Example:
            1.2亿元 is 12000; 5000000元 is 500.
        """
        if self.unit_text == "千元":
            return self.amount / 10
        if not self.is_money or self.unit is None:
            return None
        shift = {"亿元": 4, "万元": 0, "元": -4}[self.unit.symbol]
        return _plain(self.amount.scaleb(shift)) if shift else self.amount


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures in folded ``text``, in order.

    Example:
        ``不低于80.80%`` is ≥80.80 %; ``约100余个`` is vague; ``百分之八十`` is 80 %.
    """
    return tuple(_figure(match) for match in _FIGURE.finditer(text))


def _figure(match: re.Match[str]) -> Figure:
    if match["percent"]:
        amount, symbol, number = _percent(match["percent"]), "%", match.start("percent")
    else:
        printed = match["number"]
        amount = Decimal(printed.replace(",", "").replace(" ", ""))
        symbol, number = match["unit"] or "", match.start("number")
    after = (match["after"] or "").strip()
    sign = Sign.ABOVE if match["sign"] == "超过" else read_sign(match["sign"] or "") or Sign.NONE
    sign = _AFTER.get(after, sign)
    doubt = bool(match["vague"] or match["more"]) or after in {"左右", "上下", "多"}
    known = named_unit(_NAMES.get(symbol, symbol)) if symbol else None
    return Figure(match.start(), match.end(), number, amount, known, symbol, sign, doubt)


def _percent(text: str) -> Decimal:
    known = whole_number(text)
    return Decimal(text) if known is None else Decimal(known)


def _plain(amount: Decimal) -> Decimal:
    whole = amount.normalize()
    return whole.quantize(Decimal(1)) if whole == whole.to_integral_value() else whole
