"""How many things there are, with a number for each told in turn: 3个标段中标价分别为1980万元、1346万元和890万元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import counts
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_RUN = rf"{AMOUNT}(?:、{AMOUNT})*(?:和|及|与|以及){AMOUNT}"
_THINGS = "[\u4e00-\u9fff]{0,12}?"
_NUMBER = rf"(?P<n>{AMOUNT}|(?<![前后首末其第十百\d])[两二三四五六七八九])"
_IN_TURN = regex(
    rf"{_NUMBER}(?P<things>个?{_THINGS}[，,]?[\u4e00-\u9fff]{{0,6}}?)(?:分别|依次)(?P<verb>[\u4e00-\u9fff]{{0,8}}?)(?P<list>{_RUN})(?=[，。；）)]|$)"
)
_FROM_TO = regex(
    rf"{_NUMBER}(?P<things>个?{_THINGS})由(?P<list>{_RUN})(?:分别|依次)(?:增加|减少|提高|降低|增长|上升|下降|扩大|缩小|调整)"
)
_NOT_EACH = regex(
    "[和与及或、]|最|平均|春|秋|夏|冬|年(?!收入|产)|季度|月|期末|上半|下半|前后|男|女|等|达到|超过|不|其余|另"
)
"""Between the number and 分别: the list may be of something else than of each of the things."""
_KIND = regex(
    "^(?:个|批|季度|标段|项|处|家|条|座|年|期|县|市|区|旗|乡镇|乡|镇|村|片区|地|级|次|阶段)"
)
"""What a number in words has to be followed by."""
_SEASONS = regex("^个?(?:季度|年度)")
_LEAST, _MOST = 2, 12


@dataclass(frozen=True, slots=True)
class ListInTurn:
    """A number of things and how many numbers are told of them; ``start`` and ``end`` in the skeleton."""

    frame: Frame
    start: int
    end: int
    stated: int
    listed: int


def lists_in_turn(frame: Frame) -> Iterator[ListInTurn]:
    """Yield the numbers of things of which more or fewer numbers are told in turn.

    Example:
        ``建成步道2条，长度分别为1.8公里、2.4公里和3.1公里``: 3 are told.
    """
    bones = frame.bones
    for pattern in (_IN_TURN, _FROM_TO) if "分别" in bones.text or "依次" in bones.text else ():
        for found in pattern.finditer(bones.text):
            many = _number(frame, found)
            parts = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
            plain = all(one.quantity.unit.like(parts[0].quantity.unit) for one in parts)
            things = _SEASONS.sub("", found["things"])
            known = plain and _LEAST <= many <= _MOST and not _NOT_EACH.search(things)
            if known and many != len(parts):
                yield ListInTurn(frame, *found.span(), many, len(parts))


def _number(frame: Frame, found: re.Match[str]) -> int:
    """Return how many things there are, 0 where that is no plain number of things."""
    if not re.fullmatch(AMOUNT, found["n"]):
        return count_of(found["n"]) if _KIND.match(found["things"]) else 0
    one = frame.bones.amount(found["n"])
    plain = counts(one.quantity.unit) and not (one.vague or one.each)
    return int(one.quantity.value) if plain and one.quantity.value.denominator == 1 else 0
