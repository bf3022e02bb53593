"""后一环节的数量不多于前一环节的数量.

Of what is due no more is done in time, of what is finished no more is accepted: ``应付款项152笔，按约定时间支付148笔``,
``完工40个，…竣工验收36个``. Both are of one unit and stand in one paragraph, nothing else of that unit between them but rates.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import counts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_W = "[^，。；：、\ue000-\uf8ff]"
_STAGES = (
    regex(
        rf"应(?:付|支付|兑付|发放|拨付|缴|完成|整改|办结|到位|验收|报送)(?:的)?{_W}{{0,6}}(?P<first>{AMOUNT})[^。；\ue000-\uf8ff]{{0,4}}[，,；]"
        rf"(?:其中|已|实际|均)?(?:按(?:时|期|约定|规定|合同约定?)?{_W}{{0,4}})?(?:支付|兑付|发放|拨付|缴纳|完成|整改|办结|到位|验收|报送)(?:了|的)?(?P<last>{AMOUNT})"
    ),
    regex(
        rf"(?<![未在])(?:完工|竣工|建成)(?:了|的)?(?P<first>{AMOUNT})(?:[，,](?:完工|竣工)率{AMOUNT})?[，,；](?:其中|已)?(?:通过)?(?:竣工|完工|交工)?验收(?:合格)?(?:了|的)?(?P<last>{AMOUNT})"
    ),
)
_OTHER = regex("上年|以前年度|往年|结转|累计")


@rule(
    id="SAME-983",
    severity=ERROR,
    basis=["arithmetic#count", "practice#R-07"],
    zh="“{words}”：后一环节 {last}，多于前一环节 {first}",
    en='"{words}": {last} of {first} is more than there were',
    only=Only.PAPER,
)
def later_stages_are_no_more_than_earlier(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each stage that has more than the one before it."""
    del catalogue
    for frame in prose_frames(dossier):
        text = frame.bones.text
        if "应" in text or "验收" in text:
            for pattern in _STAGES:
                for found in pattern.finditer(text):
                    yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    first, last = (frame.bones.amount(found[key]) for key in ("first", "last"))
    if not first.is_like(last) or not counts(first.quantity.unit):
        return
    if last.quantity.value > first.quantity.value and not _OTHER.search(found[0]):
        at = frame.operand(found.start(), found.end())
        words = {"first": amount(first.quantity), "last": amount(last.quantity)}
        yield Hit((at,), {"words": at.text, **words})
