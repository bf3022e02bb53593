"""Sums told with what they are composed of: 631.20公顷，由A 620.00公顷、B 9.40公顷和C 1.80公顷组成; 少到位224.00万元，涉及甲县120.00万元、乙区104.00万元."""

import re
from collections.abc import Iterator
from itertools import chain

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_W = r"[^，。；：、\ue000-\uf8ff]"
_PLACE = "[\u4e00-\u9fff]{1,6}?(?:[县市区旗镇乡]|街道|苏木)"
_COMPOSED = regex(
    rf"(?P<whole>{AMOUNT}){_W}{{0,6}}[，,]?由(?P<list>{_W}{{1,24}}{AMOUNT}(?:、{_W}{{1,24}}{AMOUNT})*(?:、?[和及与]|以及){_W}{{1,24}}{AMOUNT})(?:两|三|四|五)?(?:部分|项|块)?(?:共同)?(?:组成|构成)"
)
_OVER_PLACES = regex(
    rf"(?P<whole>{AMOUNT})[，,](?:全部)?(?:涉及|分布(?:在|于)|来自|发生在|集中在)(?P<list>{_PLACE}{AMOUNT}(?:(?:、|和|及|与){_PLACE}{AMOUNT})+)(?=[，。；）)]|$)"
)
_NAMELY = regex(
    rf"(?P<whole>{AMOUNT})[\u4e00-\u9fff]{{0,6}}(?:[（(][\u4e00-\u9fff]{{1,6}}[）)])?[，,：:]即(?P<list>{_PLACE}{AMOUNT}(?:(?:、|和|及|与){_PLACE}{AMOUNT})+)(?=[，。；）)](?!另|其余|其他)|$)"
)
"""即 tells all of them: 46个乡镇（街道），即甲县26个、乙县20个."""
_VERB = (
    "结转|收回|上缴|退回|核减|核增|调减|调增|追加|扣减|抵扣|冲减|(?:尚未|未)(?:支付|支出|拨付|到位)"
)
_OF_VERB = regex(
    rf"(?:^|[，。；：])(?P<list>{_W}{{2,24}}{AMOUNT}(?:(?:、|和|及|与){_W}{{2,24}}{AMOUNT})+)(?P<verb>{_VERB}){_W}{{0,14}}[，,](?P=verb)(?:金额|资金|数额)?(?:合计|共计|总计)(?P<whole>{AMOUNT})"
)
"""What is said of each of a list, summed up at once: 尾款86.58万元和质保金22万元结转2025年支付，结转合计108.58万元."""
_GAP = regex("少|缺|差|未|欠|问题|结余|结转|剩余|收回")
"""What is told of every place that it concerns: 少到位…，涉及…."""

_TELLS = regex(f"组成|构成|即|合计|共计|总计|{_GAP.pattern}")

Composed = tuple[PrintedAmount, tuple[PrintedAmount, ...]]


def composed_sums(frame: Frame) -> Iterator[Composed]:
    """Yield each whole with all that it is composed of, in one unit.

    Example:
        ``剩余631.20公顷，由年度目标620.00公顷、去年未完成的9.40公顷和前年未完成的1.80公顷组成``: 631.20 with 620.00, 9.40 and 1.80.
    """
    bones = frame.bones
    if not _TELLS.search(bones.text):
        return
    told = (pattern.finditer(bones.text) for pattern in (_COMPOSED, _NAMELY, _OF_VERB))
    for found in (*chain.from_iterable(told), *_of_places(frame)):
        whole = bones.amount(found["whole"])
        parts = tuple(bones.amount(mark) for mark in re.findall(AMOUNT, found["list"]))
        like = all(one.is_like(whole) and not one.is_percent for one in parts)
        if like and not whole.vague:
            yield whole, parts


def _of_places(frame: Frame) -> Iterator[re.Match[str]]:
    for found in _OVER_PLACES.finditer(frame.bones.text):
        if _GAP.search(frame.bones.lead(found["whole"])):
            yield found
