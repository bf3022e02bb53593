"""Personal data and exact coordinates in a text, taken out; every other number stays.

What is published carries no personal data, and no coordinates beyond the decimals that are set
(预算法 14: state secrets are excepted; practice U-03).
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from shanhe.documents.redaction.surnames import may_be_person
from shanhe.values.regex import regex

HIDDEN = "＊＊＊"
_LABEL = r"(?P<label>(?:{words})\s*(?:[（(][^（）()]{{0,8}}[)）])?\s*(?:[:：]|为|是|系)?\s*)"
_TITLED = r"(?P<label>(?:{words})\s*(?:[（(][^（）()]{{0,8}}[)）])?\s*[:：]\s*)"
_PERSONS = "联系人|经办人|填报人|填表人|审核人|复核人|项目经理|总监理工程师|法定代表人|法人代表|户主|受访人|姓名"
_TITLES = "负责人|责任人|主管领导|分管领导|副?局长|副?主任|副?科长|副?处长|副?组长|成员|签发人?|签字|审核|复核|填报"
_ACCOUNTS = "银行账号|银行账户|银行卡号|收款账号|开户账号|专户账号|账号|账户|帐号|卡号"
_DIGITS = r"\d(?:[ \-]?\d)"
_NAME = r"(?P<what>[\u4e00-\u9fff·]{2,4}?)(?=[，,。；;、）)（(\s/]|\d|$|同志|[电手])"
_IDENTITY = regex(
    r"(?<![\dA-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_OLD_IDENTITY = regex(
    _LABEL.format(words="身份证件?号码?|身份证|证件号码?")
    + r"(?P<what>[1-8]\d{14}(?!\d)|[1-8]\d{16}[\dXx](?!\d))"
)
_BANK = regex(r"(?<![\d.\-])(?:\d{16,19}|\d{4}(?:[ \-]\d{4}){3}(?:[ \-]?\d{1,3})?)(?![\d.\-])")
_LABELLED_BANK = regex(_LABEL.format(words=_ACCOUNTS) + rf"(?P<what>{_DIGITS}{{7,29}})")
_MOBILE = regex(
    r"(?<![\d.])(?:\+?86[ \-]?)?1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?![\d.]|\s*(?:万?元|公顷|亩))"
)
_LANDLINE = regex(r"(?<![\d.])(?:[（(]0\d{2,3}[)）]\s?|0\d{2,3}[ \-－—]?)[2-9]\d{6,7}(?![\d.])")
_LABELLED_PHONE = regex(
    _LABEL.format(words="联系电话|办公电话|咨询电话|监督电话|举报电话|电话|手机号?|传真")
    + r"(?P<what>[\d（(][\d \-－—()（）]{5,18}\d)"
)
_MAIL = regex(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}")
_LABELLED_NAMES = (
    regex(_LABEL.format(words=_PERSONS) + _NAME),
    regex(_TITLED.format(words=_TITLES) + _NAME),
)
_NAME_BEFORE = regex(r"(?P<what>[\u4e00-\u9fff]{2,4})(?P<label>同志|先生|女士)")
_ADDRESS = regex(_LABEL.format(words="家庭住址|住址|户籍地址") + r"(?P<what>[^，,。；;\n]{4,60})")
_DMS = regex(
    r"(?P<d>\d{1,3})\s*[°度]\s*(?P<m>\d{1,2})\s*[′'’分]\s*(?:(?P<s>\d{1,2}(?:\.\d+)?)\s*(?:[″\"”]|''|秒))?"
)
_DEGREES = regex(r"(?P<n>\d{1,3}\.\d+)(?P<after>\s*°\s*[NSEWnsew]?)")
_MARKED_DEGREES = regex(
    r"(?P<before>(?:东经|北纬|经度|纬度|[EN](?=\s*[:：=]?\s*\d))\s*(?:为|[:：=])?\s*)(?P<n>\d{1,3}\.\d+)"
)
_PAIR = regex(
    r"(?<![\d.])(?P<lon>(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,})(?P<between>\s*[,，、\s]\s*)(?P<lat>(?:1[89]|[2-4]\d|5[0-4])\.\d{3,})(?![\d.])"
)
_PLANE = regex(r"(?P<label>[XYxy]\s*(?:坐标)?\s*[:：=]\s*)(?P<what>\d{6,8}(?:\.\d+)?)")
_SECRET = regex(r"(?:绝密|机密|秘密)\s*[★☆]")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is to be taken out of texts.

    Attributes:
        names: of persons, as they are known to the office.
        decimals: of degrees that a published coordinate keeps.
        bodies: names of places and bodies, which are never persons.
    """

    names: Collection[str] = ()
    decimals: int = 2
    bodies: frozenset[str] = frozenset()

    def text(self, text: str) -> str:
        """Return the text without personal data and exact coordinates.

        Example:
            ``联系人：张伟，电话13812345678，东经110.123456°`` becomes
            ``联系人：＊＊＊，电话＊＊＊，东经110.12°``.
        """
        for step in (self._places, _numbers, self._persons):
            text = step(text)
        return text

    def _places(self, text: str) -> str:
        text = _PLANE.sub(rf"\g<label>{HIDDEN}", text)
        text = _DMS.sub(self._of_dms, text)
        text = _PAIR.sub(
            lambda m: f"{self._cut(m['lon'])}{m['between']}{self._cut(m['lat'])}", text
        )
        text = _MARKED_DEGREES.sub(lambda m: m["before"] + self._cut(m["n"]), text)
        return _DEGREES.sub(lambda m: self._cut(m["n"]) + m["after"], text)

    def _of_dms(self, match: re.Match[str]) -> str:
        minutes, seconds = Decimal(match["m"]), Decimal(match["s"] or 0)
        degrees = Decimal(match["d"]) + minutes / 60 + seconds / 3600
        return f"{self._cut(str(degrees))}°"

    def _cut(self, number: str) -> str:
        value = Decimal(number)
        if -int(value.as_tuple().exponent) <= self.decimals:
            return number
        return f"{value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP):f}"

    def _persons(self, text: str) -> str:
        for name in sorted(self.names, key=len, reverse=True):
            text = text.replace(name, HIDDEN)
        for labelled in _LABELLED_NAMES:
            text = labelled.sub(self._named, text)
        return _NAME_BEFORE.sub(self._before, text)

    def _named(self, match: re.Match[str]) -> str:
        is_person = may_be_person(match["what"], self.bodies)
        return match["label"] + HIDDEN if is_person else match[0]

    def _before(self, match: re.Match[str]) -> str:
        """Take the name out that stands before 同志; the words before it stay."""
        words = match["what"]
        for size in (2, 3, 4):
            name = words[-size:]
            if len(name) == size and may_be_person(name, self.bodies):
                return words[:-size] + HIDDEN + match["label"]
        return match[0]


def _numbers(text: str) -> str:
    """Return the text without the numbers that belong to a person or an account."""
    for labelled in (_OLD_IDENTITY, _LABELLED_BANK, _LABELLED_PHONE, _ADDRESS):
        text = labelled.sub(rf"\g<label>{HIDDEN}", text)
    for bare in (_IDENTITY, _BANK, _MOBILE, _LANDLINE, _MAIL):
        text = bare.sub(HIDDEN, text)
    return text


def secret_marks(text: str) -> list[str]:
    """Return the marks of secrecy in a text, such as ``机密★``; a paper with one is never published."""
    return [found[0] for found in _SECRET.finditer(text)]
