"""What a division is of by its own words, told anywhere in the paper: 从中央资金支出方向看，甲支出a，乙支出b."""

import re
from collections.abc import Sequence
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import Frame
from shanhe.measures.list_wholes import Whole
from shanhe.measures.worded_lists import WordedList

_SUBJECT = re.compile(
    r"(?:按照?|从|分)(?P<what>[\u4e00-\u9fff]{4,12}?)的?(?:方向|用途|去向|结构|构成|类别|类型|内容|对象|环节|情况)(?:划?分|来?看|统计)[，：]?$"
)
_ROOM = Fraction(5, 4)


def whole_by_subject(one: WordedList, every: Sequence[Frame]) -> Whole | None:
    """Return the sum that the words before a list name: the one its parts make, else the first that comes near.

    Example:
        ``从中央资金支出方向看，…`` divides the 3456万元 of ``中央资金支出3456万元`` two paragraphs before.
    """
    found = _SUBJECT.search(one.frame.bones.text[: one.start])
    if found is None:
        return None
    total = add([part.quantity for _, part in one.parts], one.parts[0][1].quantity.unit)
    told = [
        whole
        for frame in every
        for mark in frame.bones.marks()
        if (amount := frame.bones.amount(mark)).is_like(one.parts[0][1])
        if found["what"] in (whole := Whole(amount, frame, frame.bones.place(mark))).lead
    ]
    exact = [each for each in told if _value(each, total) == total.value]
    near = [each for each in told if is_near(total.value, _value(each, total), _ROOM)]
    return next(iter([*exact, *near]), None)


def _value(one: Whole, total: Computed) -> Fraction:
    return one.amount.quantity.value_in(total.unit)
