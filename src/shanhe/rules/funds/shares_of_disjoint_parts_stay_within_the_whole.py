"""互不重叠的各部分占比之和不超过百分之百.

``中央、省、市三级分别占60%、30%和13%`` are more than the whole. The parts are places, levels of government, batches, quarters or grades of an answer, of which none
is part of another; what each has of its own task (支出分别占任务的98%和95%) is no share of one whole. Less than 100 % is no contradiction, for not all parts need be named.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import PERCENT, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_PLACE = "[\u4e00-\u9fff]{1,5}?[县市区旗乡镇村州盟]"
_LEVEL = "中央|自治区|[省市县区]级?(?:财政)?|地方|社会资本|自筹|企业"
_BATCH = "第?[一二三四五六](?:批|期|季度|标段|阶段)|[上下]半年"
_ANSWER = '[“"]?(?:非常|很|比较|基本|不|一般)?(?:满意|了解|清楚|一般)[”"]?'
_KINDS = tuple(rf"(?:{one})" for one in (_PLACE, _LEVEL, _BATCH, _ANSWER))
_OF = "(?:(?:全[市省县区国]|总投资|总额|投资总额|总量)[\u4e00-\u9fff]{0,6}?的?)?(?:比重|比例)?(?:约|为)?"
_THING = "(?:资金|任务量?|投资|面积)?"
_AND = "[、，和及与]{1,2}"
_RUN = rf"{AMOUNT}(?:{_AND}{AMOUNT})+"
_IN_TURN = tuple(
    regex(
        rf"(?:^|[，。；：])(?P<names>{kind}(?:{_AND}{kind})+)(?:[两三四五]?(?:级|者|批|期)|[两三四五]个?[县市区旗乡镇])?{_THING}(?:分别|依次)占{_OF}(?P<list>{_RUN})"
    )
    for kind in _KINDS
)
_ONE_BY_ONE = tuple(
    regex(rf"(?P<list>{kind}{_THING}占{_OF}{AMOUNT}(?:{_AND}{kind}{_THING}占{_OF}{AMOUNT})+)")
    for kind in _KINDS
)
_DIVIDED = regex(
    rf"(?:从|按)[^，。；：\ue000-\uf8ff]{{1,10}}(?:看|划?分|统计)[，,：:](?P<list>[^，。；：、\ue000-\uf8ff]{{2,14}}占{AMOUNT}(?:{_AND}[^，。；：、\ue000-\uf8ff]{{2,14}}占{AMOUNT})+)"
)
_WHOLE = Fraction(100)


@rule(
    id="FUND-248",
    severity=ERROR,
    basis=["practice#F-16", "arithmetic#share"],
    zh="“{words}”所列 {count} 项占比合计 {total}%，超过 100%",
    en='"{words}": the {count} shares add up to {total}%, more than 100%',
    only=Only.PAPER,
)
def shares_of_disjoint_parts_stay_within_the_whole(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each list of shares of parts that are together more than 100 %."""
    del catalogue
    for frame in prose_frames(dossier):
        if "占" in frame.bones.text:
            yield from _of(frame)


def _of(frame: Frame) -> Iterator[Hit]:
    text = frame.bones.text
    told: set[str] = set()
    for found in [found for one in _IN_TURN for found in one.finditer(text)]:
        names = len(re.split(_AND, found["names"]))
        if names == len(re.findall(AMOUNT, found["list"])) and found["list"] not in told:
            told.add(found["list"])
            yield from _judge(frame, found)
    others = [found for one in (*_ONE_BY_ONE, _DIVIDED) for found in one.finditer(text)]
    for found in sorted(others, key=lambda one: (one.start("list"), -one.end("list"))):
        marks = "".join(re.findall(AMOUNT, found["list"]))
        if not any(marks in one for one in told):
            told.add(marks)
            yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    shares = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    if not all(one.is_percent and not one.vague for one in shares):
        return
    total = add([Quantity(one.quantity.amount, PERCENT) for one in shares])
    if total.interval.low > _WHOLE:
        at = frame.operand(found.start(), found.end())
        words = {"words": at.text.lstrip("，。；："), "count": len(shares)}
        yield Hit((at,), {**words, "total": decimal_text(total.value)}, recomputed=total.equation)
