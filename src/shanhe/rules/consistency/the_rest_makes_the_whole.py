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
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.interval import decimal_text
from shanhe.values.regex import regex

_W = r"[^，。；：\ue000-\uf8ff]"
_REST = regex(
    rf"(?P<whole>{AMOUNT}){_W}{{0,6}}[，,]其中{_W}{{0,12}}(?P<done>{AMOUNT})[^。；\ue000-\uf8ff]{{0,40}}?[，,；、](?:其余|余下)的?(?P<left>{AMOUNT})"
)
_EACH = regex(
    rf"(?:完成|完工|竣工|开工|验收|整改|办结|销号)了?(?P<done>{AMOUNT}){_W}{{0,4}}[，,；](?P<names>{_W}{{2,40}}?)各有?(?P<left>{AMOUNT}){_W}{{0,8}}?(?:尚未|仍未|还未|未|没有|正在)"
)
_OF_WHOLE = regex(
    rf"(?P<done>{AMOUNT}){_W}{{0,4}}[，,（(]占{_W}{{0,12}}(?P<whole>{AMOUNT})的(?:比例为?|比重为?)?{AMOUNT}[）)]?[，,；](?:(?:尚有|还有)?(?:其余|余下|剩余|尚余|未下达|未支付|未完成)的?{_W}{{0,4}}?|(?:还|尚|仍)有)(?P<left>{AMOUNT})"
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
_DONE = regex(
    rf"(?P<whole>{AMOUNT}){_W}{{0,6}}?[，,]?(?:已经?|实际|累计|共)*(?:完成|治理|修复|支付|拨付|支出|使用|建成|回填|清理|栽植)(?:投资|面积|任务)?了?(?P<done>{AMOUNT})[，,；](?:[\u4e00-\u9fff]{{2,6}}率(?:为|达到?)?{AMOUNT}[，,；])?(?:尚有|还有|仍有)?(?:剩余|其余|余下|尚余|还剩|未完成|未支付|未拨付)的?(?:任务|资金|面积|部分)?(?P<left>{AMOUNT})"
)
"""Areas, lengths and money of which some is done: 治理面积80公顷，完成76公顷，剩余4公顷."""
_FOUND = regex(
    rf"(?:问题|隐患|台账|信访件?|来[信电]|图斑|事项|项目)(?:共|共计|清单|{_W}{{0,4}})(?P<whole>{AMOUNT})[，,](?:(?:涉及|面积|资金|金额){_W}{{0,6}}{AMOUNT}[，,])?(?:已经?|目前|截至{_W}{{0,10}})*(?P<verb>整改|销号|办结|验收|完工|修复|治理)(?:到位|完成)?(?P<done>{AMOUNT})[，,](?:[^。；，]{{2,14}}[，,])?(?:其余|剩余|余下|尚有|还有|未(?P=verb)|正在(?P=verb)|正在办理)的?(?P<left>{AMOUNT})"
)
"""Problems found with what is mended and what is not, amounts of money between: 问题9个，涉及金额320万元，已整改7个，整改金额262.5万元，其余2个."""
_TWO = regex(
    rf"(?P<whole>{AMOUNT}){_W}{{0,8}}中[，,][^。；]{{0,40}}?{AMOUNT}[^。；]{{0,40}}?{AMOUNT}[^。；\ue000-\uf8ff]{{0,10}}[，,](?:其余|余下)的?(?P<left>{AMOUNT})"
)
"""Two kinds and the rest: 6个项目县中，高于95%的有甲县等3个，低于90%的有1个，其余2个."""
_BESIDE = (
    ("余", (_REST, _TWO)),
    ("占", (_OF_WHOLE,)),
    ("余未", (_DONE,)),
    ("已余有正", (_FOUND,)),
    ("有另余", (_AMONG, _FAILED)),
)
"""Phrases with the letters one of which each of them has."""
_AND = regex("、|和|及|与")
_NO_TASK = regex("比|较|增|减|每|均|上年|去年|合同|控制|概算|其中|占")
_NO_WHOLE = regex("目标|计划|比|较|增|减|每|均|上年|去年")
_ROOM = Fraction(2)
_THREE = 3


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
        for words, patterns in _BESIDE:
            if any(word in text for word in words):
                for found in (found for one in patterns for found in one.finditer(text)):
                    yield from _beside(frame, found)
        for found in _EACH.finditer(text) if "各" in text else ():
            start = text.rfind("。", 0, found.start()) + 1
            wholes = frame.bones.marks(start, found.start("done"))
            yield from _judge(frame, found, wholes, len(_AND.split(found["names"])))


def _beside(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a rest whose part and whole its phrase names, if it is not theirs."""
    kind = found.re.pattern
    counted = counts(frame.bones.amount(found["whole"]).quantity.unit)
    if kind == _TWO.pattern:
        yield from _two(frame, found)
    elif kind in {_REST.pattern, _OF_WHOLE.pattern}:
        yield from _judge(frame, found, [found["whole"]], 1)
    elif kind == _FOUND.pattern or (kind == _DONE.pattern and not counted):
        yield from _judge(frame, found, [found["whole"]], 1, _NO_TASK)
    elif kind != _DONE.pattern and _is_alone(frame, found):
        yield from _judge(frame, found, [found["whole"]], 1)


def _judge(
    frame: Frame,
    found: re.Match[str],
    marks: list[str],
    times: int,
    no_whole: re.Pattern[str] = _NO_WHOLE,
) -> Iterator[Hit]:
    done, left = frame.bones.amount(found["done"]), frame.bones.amount(found["left"])
    wholes = [
        one
        for mark in reversed(marks)
        if (one := frame.bones.amount(mark)).is_like(done)
        if no_whole is _NO_TASK or one.quantity.value >= done.quantity.value
        if counts(one.quantity.unit) or one.quantity.unit == done.quantity.unit
        if not no_whole.search(frame.bones.lead(mark))
    ]
    if not wholes or not _are_parts(done, left) or any(one.vague for one in wholes):
        return
    made = done.quantity.value + left.quantity.value * times
    nearest = wholes[0].quantity
    room = _rounding(done, left, *wholes)
    off = all(abs(made - one.quantity.value) > room for one in wholes)
    if off and is_near(made, nearest.value, _ROOM):
        words = {
            "words": frame.operand(found.start(), found.end()).text,
            "steps": f"{done.quantity.number} + {left.quantity.number}"
            + (f" × {times}" if times > 1 else ""),
            "made": f"{decimal_text(made)} {nearest.unit.symbol}",
            "whole": amount(nearest),
        }
        yield Hit((frame.operand(found.start(), found.end()),), words)


def _two(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield two kinds of things and the rest if no reading of them makes the whole; a kind may be part of the other."""
    whole = frame.bones.amount(found["whole"])
    told = [frame.bones.amount(mark) for mark in frame.bones.marks(found.start(), found.end())]
    parts = [one for one in told if one.is_like(whole)][1:]
    if not counts(whole.quantity.unit) or len(parts) != _THREE or parts[-1] is not told[-1]:
        return
    made, *others = (
        add([parts[n].quantity for n in some]).value for some in ((0, 1, 2), (0, 2), (1, 2))
    )
    ways = {made, *others}
    if whole.quantity.value not in ways and is_near(made, whole.quantity.value, _ROOM):
        words = {
            "words": frame.operand(found.start(), found.end()).text,
            "steps": " + ".join(one.quantity.number for one in parts),
            "made": f"{made} {whole.quantity.unit.symbol}",
            "whole": amount(whole.quantity),
        }
        yield Hit((frame.operand(found.start(), found.end()),), words)


def _is_alone(frame: Frame, found: re.Match[str]) -> bool:
    """Return whether no other number of such things stands between what is done and what is left."""
    left = frame.bones.amount(found["left"])
    between = frame.bones.marks(found.start("done") + 1, found.start("left"))
    return not any(frame.bones.amount(mark).is_like(left) for mark in between)


def _rounding(*amounts: PrintedAmount) -> Fraction:
    """Return by how much rounding may lead a sum away: nothing for things and money, else half a last digit each."""
    one = amounts[0]
    if counts(one.quantity.unit) or one.is_money:
        return Fraction(0)
    places = min(each.quantity.places for each in amounts)
    return Fraction(len(amounts), 2 * 10**places)


def _are_parts(done: PrintedAmount, left: PrintedAmount) -> bool:
    """Return whether two amounts can be added: things, or what is told in one unit; shares are none."""
    own = done.quantity.unit
    same = counts(own) or own == left.quantity.unit
    plain = not (done.vague or left.vague or done.is_percent)
    return own.like(left.quantity.unit) and same and plain
