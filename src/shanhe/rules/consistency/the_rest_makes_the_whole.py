"""“其余”“各有……未完成”的件数、金额与前面的部分之和等于总数.

``农户38户，其中23户已签订协议，其余15户``: 23 + 15 is 38. ``子项目48个，…完成46个，甲县、乙县各有1个未完成``: 46 + 1 × 2 is 48. ``412户中396户实现就业，…，尚有16户未就业`` and ``92个，一次验收合格89个，…；另外3个整改后合格`` are told with rates between,
``下达2亿元，占应下达3亿元的66.67%，剩余1亿元`` with a share. Where more than one
part stands before 其余 nothing is said here.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_W = r"[^，。；：\ue000-\uf8ff]"
_REST = regex(
    rf"(?P<whole>{AMOUNT}){_W}{{0,6}}[，,]其中{_W}{{0,12}}(?P<done>{AMOUNT})[^。；\ue000-\uf8ff]{{0,40}}?[，,；、](?:其余|余下)的?(?P<left>{AMOUNT})"
)
_EACH = regex(
    rf"(?:完成|完工|竣工|开工|验收|整改|办结|销号)了?(?P<done>{AMOUNT}){_W}{{0,4}}[，,；](?P<names>{_W}{{2,40}}?)各有?(?P<left>{AMOUNT}){_W}{{0,8}}?(?:尚未|仍未|还未|未|没有|正在)"
)
_OF_WHOLE = regex(
    rf"(?P<done>{AMOUNT}){_W}{{0,4}}[，,（(]占{_W}{{0,12}}(?P<whole>{AMOUNT})的(?:比例为?|比重为?)?{AMOUNT}[）)]?[，,；](?:尚有|还有)?(?:其余|余下|剩余|尚余|未下达|未支付|未完成)的?{_W}{{0,4}}?(?P<left>{AMOUNT})"
)
"""A rest told after the share that the part has: 累计下达20000万元，占应下达30000万元的66.67%，剩余10000万元."""
_AMONG = regex(
    rf"(?P<whole>{AMOUNT}){_W}{{0,4}}中[，,]?(?:已?有)?(?P<done>{AMOUNT})[^。；\ue000-\uf8ff]{{0,14}}[，,；][^。]{{0,60}}?(?<=[，；,])(?:尚|还|仍)有(?P<left>{AMOUNT}){_W}{{0,3}}(?:未|没有|待)"
)
"""412户中396户实现转产就业，转产就业率96.12%，…，尚有16户未就业: no other number of such things may stand between."""
_FAILED = regex(
    rf"(?P<whole>{AMOUNT})[，,](?:其中)?{_W}{{0,8}}(?:合格|通过|达标|验收)(?:了|的)?(?P<done>{AMOUNT})(?P<between>[^。]{{0,60}}?)[，,；](?:另外?|其余|余下)(?:的|有)?(?P<left>{AMOUNT}){_W}{{0,3}}(?:经|整改|返工|复验|复检|重修|修复)"
)
"""92个，一次验收合格89个，…；另外3个整改后复验合格."""
_AND = regex("、|和|及|与")
_NO_WHOLE = regex("目标|计划|比|较|增|减|每|均|上年|去年")
_ROOM = Fraction(2)


@rule(
    id="SAME-995",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="“{words}”合计不等于总数：{steps} = {made}，总数为 {whole}",
    en='"{words}": {steps} is {made}, the whole is {whole}',
    only=Only.PAPER,
)
def the_rest_makes_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rest that with its part is not the whole."""
    del catalogue
    for frame in prose_frames(dossier):
        text = frame.bones.text
        for found in _REST.finditer(text) if "余" in text else ():
            yield from _judge(frame, found, [found["whole"]], 1)
        for found in _OF_WHOLE.finditer(text) if "占" in text else ():
            yield from _judge(frame, found, [found["whole"]], 1)
        for found in (
            (*_AMONG.finditer(text), *_FAILED.finditer(text))
            if "有" in text or "另" in text or "余" in text
            else ()
        ):
            if _is_alone(frame, found):
                yield from _judge(frame, found, [found["whole"]], 1)
        for found in _EACH.finditer(text) if "各" in text else ():
            start = text.rfind("。", 0, found.start()) + 1
            wholes = frame.bones.marks(start, found.start("done"))
            yield from _judge(frame, found, wholes, len(_AND.split(found["names"])))


def _judge(frame: Frame, found: re.Match[str], marks: list[str], times: int) -> Iterator[Hit]:
    done, left = frame.bones.amount(found["done"]), frame.bones.amount(found["left"])
    wholes = [
        one
        for mark in reversed(marks)
        if (one := frame.bones.amount(mark)).is_like(done)
        if one.quantity.value >= done.quantity.value
        if not _NO_WHOLE.search(frame.bones.lead(mark))
    ]
    if not wholes or not _are_parts(done, left) or any(one.vague for one in wholes):
        return
    made = done.quantity.value + left.quantity.value * times
    nearest = wholes[0].quantity
    if made not in {one.quantity.value for one in wholes} and is_near(made, nearest.value, _ROOM):
        words = {
            "words": frame.operand(found.start(), found.end()).text,
            "steps": f"{done.quantity.number} + {left.quantity.number}"
            + (f" × {times}" if times > 1 else ""),
            "made": f"{made} {nearest.unit.symbol}",
            "whole": amount(nearest),
        }
        yield Hit((frame.operand(found.start(), found.end()),), words)


def _is_alone(frame: Frame, found: re.Match[str]) -> bool:
    """Return whether no other number of such things stands between what is done and what is left."""
    left = frame.bones.amount(found["left"])
    between = frame.bones.marks(found.start("done") + 1, found.start("left"))
    return not any(frame.bones.amount(mark).is_like(left) for mark in between)


def _are_parts(done: PrintedAmount, left: PrintedAmount) -> bool:
    """Return whether two amounts can be added without rounding: things, or money in one unit."""
    own = done.quantity.unit
    exact = counts(own) or (done.is_money and own == left.quantity.unit)
    return own.like(left.quantity.unit) and exact and not (done.vague or left.vague)
