"""文中所列权重之和为百分之百.

``按照修复任务量50%、治理难度30%、前期工作成熟度20%的权重分配``; ``权重分别为50%、30%和20%``; ``按因素法分配，其中任务量占50%、绩效占30%、财力占20%``.
So are the parts that several pay (按照中央40%、省级20%、县级40%的比例筹集). More than 100 % is always told; less only where the money is divided by them (按…), for otherwise not all need be named.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.interval import decimal_text
from shanhe.values.regex import regex

_NAME = r"[^，。；：、和及与\ue000-\uf8ff]{2,16}?"
_AND = "(?:[、，]?和|[、，]?及|与|、)"
_RUN = rf"(?P<run>{_NAME}{AMOUNT}(?:{_AND}{_NAME}{AMOUNT})+)"
_BARE_RUN = rf"(?P<run>{AMOUNT}(?:{_AND}{AMOUNT})+)"
_TOLD = (
    regex(rf"{_RUN}的?(?:权重|比重权数|因素权重)"),
    regex(rf"权重(?:系数)?(?:依次|分别|各)?(?:确定|设定|设置)?(?:为|是|占|：){_BARE_RUN}"),
    regex(rf"权重(?:系数)?(?:依次|分别|各)?(?:确定|设定|设置)?(?:为|是|占|：){_RUN}"),
    regex(
        rf"因素[^。；：\ue000-\uf8ff]{{0,16}}[，：](?:其中)?[，：]?{_RUN.replace('与|、', '与|、|，')}"
    ),
)
_PROPORTION = regex(
    rf"按照?{_RUN}的?(?:比例|标准)(?:共同|分级|分别)?(?:筹[集措]|分担|负担|承担|配套|投入|出资|安排|落实)"
)
"""Who pays which part of all: 按照中央40%、省级20%、市级10%、县级30%的比例筹集."""
_REST = regex("其余|剩余|余下|不足|差额|缺口|另外")
_WEIGHTS, _PROPORTIONS = Both("权重", "weights"), Both("比例", "shares")
_SHARE = regex(f"(?<![县市区旗镇乡省局])(?:占|权重为?|占比为?){AMOUNT}")
"""A factor with its weight; shares of places are none."""
_DIVIDES = regex("按照?|采用|根据|因素法")
_OPEN = regex("等|主要|其中.*其中|约|每|以上|以下|不低于|不超过")
_WHOLE = 100


@rule(
    id="SAME-944",
    severity=ERROR,
    basis=["arithmetic#share", "practice#R-07"],
    zh="所列 {count} 项{what}合计 {total}%，不等于 100%",
    en="the {count} {what} add up to {total}%, not 100%",
    only=Only.PAPER,
)
def weights_in_words_make_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list of weights that cannot make 100 %, such as 50 + 40 + 20."""
    del catalogue
    for frame in prose_frames(dossier):
        text = frame.bones.text
        for found in (
            _PROPORTION.finditer(text) if "按" in text and "%" in frame.sentence.text else ()
        ):
            yield from _judge(frame, found, _PROPORTIONS)
        if not ("权重" in text or "因素" in text):
            continue
        told = {found.start("run"): found for one in _TOLD for found in one.finditer(text)}
        for found in told.values():
            yield from _judge(frame, found, _WEIGHTS)


def _judge(frame: Frame, found: re.Match[str], what: Both) -> Iterator[Hit]:
    parts = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["run"])]
    before = re.split("[。；]", found.string[: found.start("run")])[-1]
    after = re.split("[，。；]", found.string[found.end("run") :])[0]
    of_factors = found[0].startswith("因素")
    if not all(one.is_percent and not one.vague for one in parts) or _OPEN.search(
        found["run"] + after
    ):
        return
    if of_factors and len(_SHARE.findall(found["run"])) < len(parts):
        return
    total = add([one.quantity for one in parts])
    more = total.interval.low > _WHOLE
    less = total.interval.high < _WHOLE and not _REST.search(found.string[found.end() :])
    if more or (less and (what is _PROPORTIONS or _DIVIDES.search(before + found["run"]))):
        yield _hit(frame, found, total, len(parts), what)


def _hit(frame: Frame, found: re.Match[str], total: Computed, count: int, what: Both) -> Hit:
    at = (frame.operand(found.start(), found.end()),)
    words = {"count": count, "what": what, "total": decimal_text(total.value)}
    return Hit(at, words, recomputed=total.equation)
