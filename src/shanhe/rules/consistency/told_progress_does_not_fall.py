"""各时点的累计进度随时间不减少.

``3月末5%，6月末35%，9月末7%，12月末96%``: what was paid or done by a later day is not less. Only numbers of one kind that a sentence
tells month by month, each by the end of its month (末、底); balances and single months are no progress.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_POINT = regex(
    rf"(?P<month>\d{{1,2}})月(?:份?[底末])(?P<words>[^，。；：、\ue000-\uf8ff]{{0,12}}?)(?P<value>{AMOUNT})"
)
_PROGRESS = regex("支出|支付|执行|进度|完成|到位|开工|拨付|栽植|治理|修复")
_NO_PROGRESS = regex("结余|剩余|余额|未|尚|单月|当月|下降|减少|降|浓度|水位|库存|新增")


@rule(
    id="SAME-979",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="累计进度后少于前：{before} 月末为 {one}，{after} 月末为 {other}",
    en="progress falls: {one} by the end of month {before}, {other} by the end of month {after}",
    only=Only.PAPER,
)
def told_progress_does_not_fall(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each pair of ends of months of which the later has less."""
    del catalogue
    for frame in frames(dossier):
        text = frame.bones.text
        if ("月末" in text or "月底" in text) and _PROGRESS.search(text):
            yield from _falls(frame)


def _falls(frame: Frame) -> Iterator[Hit]:
    text = frame.bones.text
    points = [one for one in _POINT.finditer(text) if not _NO_PROGRESS.search(one["words"])]
    for one, other in pairwise(points):
        between = text[one.end() : other.start()]
        first, second = frame.bones.amount(one["value"]), frame.bones.amount(other["value"])
        same = first.is_like(second) and not re.search("。", between)
        later = int(one["month"]) < int(other["month"]) and not re.search("20\\d\\d年", between)
        words_alike = other["words"] in ("", one["words"])
        if not (same and later and words_alike):
            continue
        if second.quantity.value_in(first.quantity.unit) < first.quantity.value:
            words = {"before": one["month"], "one": amount(first.quantity)}
            words |= {"after": other["month"], "other": amount(second.quantity)}
            yield Hit((frame.operand(one.start(), other.end()),), words)
