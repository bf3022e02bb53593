"""Every number of a sentence that counts or measures something, whatever its unit.

``worded_amounts`` knows the units of targets and money alone; sentences also count samples, wells and
minutes, and state coefficients that have no unit. What is only counted in words of its own is like
itself: 批次 can be divided by 批次, not by 份.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from shanhe.measures.worded_amounts import folded
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

_NUMBER = regex(
    r"(?<![\d.,A-Za-z〔\[-])(?P<number>\d{1,3}(?:[,，]\d{3})+(?![\d，,])|\d+)(?P<rest>\.\d+)? *"
)
_COUNTED_THING = "个图斑"
_EACH = regex(
    "(?<!各)各(?!自?[类级项方地种界批级]|部门|单位|环节|阶段|渠道|[县市区旗镇乡村盟州]|旗县|标段|子?项目|图斑|指标|[年月季])(?:自|完成|安排|配备|设|有|建|建成|召开|开展|组织|发现|新增|抽查?|选取?|占|得|派|补助)?[了出]?[\u4e00-\u9fff]{0,3}$"
)
"""Before what each of several has, whose sum is more: 甲县、乙县各2个. It is no number of its own to reckon with."""
_NO_AMOUNT = regex(
    r"(?:19|20)\d\d ?(?:年度?|[-—~至] ?(?:19|20)\d\d ?年?)(?: ?\d{1,2} ?月)?(?: ?\d{1,3} ?日)?|\d{1,2} ?月(?: ?\d{1,3} ?日)?"
    r"|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|[〔\[【(（]\s*20\d\d\s*[〕\]】)）]?\s*(?:第\s*)?\d+\s*号|第\s*\d+"
    r"|(?:附?表|图|附件)\s*\d{1,2}(?:[-.—]\d+)*(?![\d.]|\s*[份张套个])|[A-Za-z]+[/ ]?[A-Za-z]*\s*\d+(?:[-.—]\d+)*|https?://[^\s）)，。]+|^\s*[（(]?\d{1,2}[）)、.．](?!\d)"
)
_WHOLE = (
    "批次|件|标段|地块|小班|单元|批|份|眼|口|条|套|台|次|项|家|株|块|根|辆|艘|期|名|例|起|场|门|间|栋|头|只|尾|盏|段|村|棵|幅|篇"
    "|组|支|樘|孔|张|宗|人份|幢|羽|袋|桶|箱|笔"
)
"""Words that count what cannot be had in parts."""
_MEASURED = "分钟|小时|毫克/升|微克/升|mg/L|克/千克|毫克/千克|微克/立方米|公斤/亩|公斤|千克|分|级|倍|周|千瓦时|千瓦|兆瓦|厘米|毫米|克|升|分贝|℃"
_COUNTER = regex(rf"万?(?:(?:{_WHOLE})(?!分)|{_MEASURED})")
_SCALED = regex(
    r"(?P<scale>[亿万])(?P<unit>立方米|平方米|平方公里|公顷|公里|千米|亩|吨|元|人次|人|户|米)"
)
_PER = regex(r"/[（(][^（）()]{1,12}[）)]")
_VAGUE_BEFORE = regex(r"(?:(?<![节集签])约为?|(?<![最附邻])近|将近|接近|逾|大约|左右)\s*$")
_VAGUE_AFTER = regex(r"\s*(?:余|多(?=[个万处人户亩])|左右|上下)")
_BLANK = regex("[\u00a0\u2009\u202f]")
_YEARS = range(1900, 2100)
_LONGEST = 7
_BREAKS = "，。；、：！？,;:（）()"


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """A number with its unit, ``start`` and ``end`` in the text.

    Attributes:
        vague: 约, 余, 左右 …: it stands for no exact number.
        each: every one of several has it: 甲县、乙县各2个.
    """

    quantity: Quantity
    start: int
    end: int
    vague: bool
    each: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether it is a share."""
        return self.quantity.unit.symbol == "%"

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.quantity.unit.measures("money")

    def is_like(self, other: "PrintedAmount") -> bool:
        """Return whether both are of one kind and exact enough to be reckoned with."""
        plain = not (self.vague or other.vague or self.each or other.each)
        return plain and self.quantity.unit.like(other.quantity.unit)


def printed_amounts(text: str) -> Iterator[PrintedAmount]:
    """Yield the amounts; days, document numbers, labels and addresses hold none.

    Example:
        ``2024年检测水样240批次，达标234批次`` holds 240 and 234 批次.
    """
    plain = _BLANK.sub(" ", folded(text))
    plain = _NO_AMOUNT.sub(lambda found: "\u3000" * len(found[0]), plain)
    for found in _NUMBER.finditer(plain):
        unit, end = _unit_at(plain, found.end())
        number = Decimal(re.sub("[,，]", "", found["number"]) + (found["rest"] or ""))
        if unit is None:
            end = found.end("rest") if found["rest"] else found.end("number")
            unit = _BARE
        if unit.symbol == "年" and number in _YEARS:
            continue
        more = _VAGUE_AFTER.match(plain, found.end()) or _VAGUE_AFTER.match(plain, end)
        before = plain[: found.start()]
        vague = bool(more or _VAGUE_BEFORE.search(before))
        quantity = Quantity(number, unit, exact=unit.symbol in _EXACT)
        each = _EACH.search(before) is not None
        yield PrintedAmount(quantity, found.start(), end, vague, each)


_WHOLES = frozenset(_WHOLE.split("|"))
_EXACT = _WHOLES | {"种"}


def counts(unit: Unit) -> bool:
    """Return whether a unit is a word that counts things one by one, such as 个, 处, 眼 and 口."""
    return unit.is_count or unit.symbol in _WHOLES


def unit_named(word: str) -> Unit | None:
    """Return the unit that a heading names, counting words such as 份 among them."""
    return find_unit(word) or (_counted(word) if word in _WHOLES else None)


def in_a_sum(quantity: Quantity) -> Quantity:
    """Return a number as it stands in a sum: whole people are counted, points are given to the hundredth.

    As a mean (户均3人，平均96分) it may be rounded.
    """
    people = quantity.unit.measures("person", "visit") and quantity.unit.factor == 1
    if people and not quantity.places:
        return replace(quantity, exact=True)
    if quantity.unit.symbol == "分" and quantity.places < _PLACES_OF_POINTS:
        return replace(quantity, amount=quantity.amount.quantize(_HUNDREDTH))
    return quantity


_HUNDREDTH, _PLACES_OF_POINTS = Decimal("0.01"), 2
_BARE = Unit("", (("number", 1),), Fraction(1))


def _unit_at(text: str, start: int) -> tuple[Unit | None, int]:
    """Return the longest unit that begins at ``start``, and where it ends.

    Example:
        ``吨/（平方公里·年）`` is one unit, like itself alone; 60个图斑 are 60个, like those 50个 of them that pass.
    """
    if text.startswith(_COUNTED_THING, start):
        return find_unit(_COUNTED_THING[0]), start + 1
    unit, end = _plain_unit_at(text, start)
    per = _PER.match(text, end) if unit is not None else None
    return (_counted(text[start : per.end()]), per.end()) if per else (unit, end)


def _plain_unit_at(text: str, start: int) -> tuple[Unit | None, int]:
    more = _VAGUE_AFTER.match(text, start)
    start = more.end() if more and not text.startswith(("左右", "上下"), start) else start
    for end in range(min(start + _LONGEST, len(text)), start, -1):
        word = text[start:end]
        if word[-1] not in _BREAKS and not word[-1].isspace():
            known = find_unit(word)
            if known is not None and known.symbol:
                return _scaled(text, start, end) or (known, end)
    scaled = _SCALED.match(text, start)
    if scaled is not None and find_unit(scaled["unit"]) is not None:
        return _times(scaled["scale"], scaled["unit"]), scaled.end()
    counter = _COUNTER.match(text, start)
    return (_counted(counter[0]), counter.end()) if counter else (None, start)


def _scaled(text: str, start: int, end: int) -> tuple[Unit, int] | None:
    """Return a unit with 万 or 亿 that is longer than the one found: 1.5万人次 are no 万人."""
    longer = _SCALED.match(text, start)
    if longer is None or longer.end() <= end or find_unit(longer["unit"]) is None:
        return None
    return _times(longer["scale"], longer["unit"]), longer.end()


@cache
def _times(scale: str, symbol: str) -> Unit:
    """Return 亿立方米 and the like, which papers print and targets do not."""
    base = find_unit(symbol) or _BARE
    factor = 10**8 if scale == "亿" else 10**4
    return Unit(f"{scale}{base.symbol}", base.dimensions, base.factor * factor)


@cache
def _counted(symbol: str) -> Unit:
    """Return the unit of a word that counts: 名 are people, the others like themselves."""
    if symbol.endswith("名"):
        return find_unit(symbol.replace("名", "人")) or _BARE
    ten_thousand = symbol.startswith("万")
    base = symbol[1:] if ten_thousand else symbol
    return Unit(symbol, ((base, 1),), Fraction(10_000 if ten_thousand else 1))
