"""What a division is of by its own words, told anywhere in the paper: 从中央资金支出方向看，甲支出a，乙支出b."""

import re
from collections.abc import Sequence
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.list_wholes import Whole
from shanhe.measures.worded_lists import WordedList
from shanhe.values.regex import regex

_SUBJECT = regex(
    r"(?:按照?|从|分)(?P<what>[\u4e00-\u9fff]{4,12}?)的?(?:方向|用途|去向|结构|构成|类别|类型|内容|对象|环节|情况)(?:划?分|来?看|统计)[，：]?$"
)
_OF = regex(
    rf"[，,](?:分别|依次)?占(?P<what>[\u4e00-\u9fff]{{4,12}}?)的?(?:比重|比例|份额)?(?:分别|依次)?为?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
"""Names the whole after its parts, by shares of it: 占全年支出的比重分别为83%、7%、6%和4%."""
_ALL = 100
_ROOM = Fraction(5, 4)


def whole_by_subject(one: WordedList, every: Sequence[Frame]) -> Whole | None:
    """Return the sum that the words before a list name: the one its parts make, else the first that comes near.

    Example:
        ``从中央资金支出方向看，…`` divides the 3456万元 of ``中央资金支出3456万元`` two paragraphs before.
    """
    what = _what(one)
    if not what:
        return None
    total = add([part.quantity for _, part in one.parts], one.parts[0][1].quantity.unit)
    told = [
        whole
        for frame in every
        for mark in frame.bones.marks()
        if (amount := frame.bones.amount(mark)).is_like(one.parts[0][1])
        if what in (whole := Whole(amount, frame, frame.bones.place(mark))).lead
    ]
    exact = [each for each in told if _value(each, total) == total.value]
    near = [each for each in told if is_near(total.value, _value(each, total), _ROOM)]
    return next(iter([*exact, *near]), None)


def _what(one: WordedList) -> str:
    """Return what a list divides by the words before it, or by the shares after it that make 100 %."""
    bones = one.frame.bones
    found = _SUBJECT.search(bones.text[: one.start])
    shared = _OF.match(bones.text, bones.place_of(one.parts[-1][1]) + 1)
    if found or not shared:
        return found["what"] if found else ""
    shares = [bones.amount(mark) for mark in re.findall(AMOUNT, shared["list"])]
    full = all(each.is_percent for each in shares) and len(shares) == len(one.parts)
    total = add([each.quantity for each in shares])
    return shared["what"] if full and total.value == _ALL else ""


def _value(one: Whole, total: Computed) -> Fraction:
    return one.amount.quantity.value_in(total.unit)
