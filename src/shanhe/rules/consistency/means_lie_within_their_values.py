"""平均数介于所列各数的最小值与最大值之间.

``甲县95%、乙县93%，平均94%``: whatever the weights, a mean of 59 and 93 is not 94. The values are the like amounts of its
clause group; means of others (全省平均) and of something else (人均) are left.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_MEAN = regex("平均(?:值|数|分|得分|水平)?(?:为|是|达到?)?$")
_OF_OTHERS = regex(
    "全国|全省|全区|行业|同类|历年|常年|上年|去年|高于|低于|超过|比|较|年平均|月平均|日平均"
)
_NO_VALUE = regex(
    "目标|计划|标准|要求|设计|高于|低于|比|较|提高|下降|降低|增加|减少|占|平均|同比|上年|合计|共|偏差|误差"
)
_OF_ALL, _RANKED = regex("全[市县省区]"), regex("第[\\d一二三四五六七八九十]|[居排]")
"""Where some are ranked among others, the mean is of those as well."""
_LEAST = 2


@rule(
    id="SAME-977",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-23"],
    zh="平均数 {mean} 不在所列各数 {least} 至 {most} 之间",
    en="the mean {mean} lies outside its values, {least} to {most}",
    only=Only.PAPER,
)
def means_lie_within_their_values(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each mean below the least or above the greatest of the values beside it."""
    del catalogue
    for frame in prose_frames(dossier):
        if "平均" not in frame.bones.text:
            continue
        for mark in frame.bones.marks():
            lead = frame.bones.lead(mark)
            ranked = _RANKED.search(frame.bones.text) and _OF_ALL.search(lead)
            if _MEAN.search(lead) and not (_OF_OTHERS.search(lead) or ranked):
                yield from _judge(frame, mark)


def _judge(frame: Frame, mark: str) -> Iterator[Hit]:
    mean = frame.bones.amount(mark)
    values = sorted(_values(frame, mark), key=lambda one: one.quantity.value_in(mean.quantity.unit))
    if len(values) < _LEAST or mean.vague:
        return
    least, most = values[0].quantity, values[-1].quantity
    low = least.interval_in(mean.quantity.unit).low
    high = most.interval_in(mean.quantity.unit).high
    own = mean.quantity.interval
    if own.high < low or own.low > high:
        words = {"mean": amount(mean.quantity), "least": amount(least), "most": amount(most)}
        yield Hit((frame.operand(0, len(frame.bones.text)),), words)


def _values(frame: Frame, mean: str) -> list[PrintedAmount]:
    """Return the like amounts around a mean in its part of the sentence, none if one is vague."""
    bones, place = frame.bones, frame.bones.place(mean)
    start = max(bones.text.rfind(stop, 0, place) for stop in "。；") + 1
    ends = [at for stop in "。；" if (at := bones.text.find(stop, place)) >= 0]
    whole = bones.amount(mean)
    like = [
        mark
        for mark in bones.marks(start, min(ends, default=None))
        if mark != mean and bones.amount(mark).quantity.unit.like(whole.quantity.unit)
        if not _NO_VALUE.search(bones.lead(mark)) and not _is_limit(frame, mark)
    ]
    amounts = [bones.amount(mark) for mark in like]
    return [] if any(one.vague for one in amounts) else amounts


def _is_limit(frame: Frame, mark: str) -> bool:
    bones = frame.bones
    place = bones.place(mark)
    return bones.text[place - 1 : place] in set("≥≤＞＜><") or bool(
        re.match("的?(?:目标|要求|标准)", bones.text[place + 1 :])
    )
