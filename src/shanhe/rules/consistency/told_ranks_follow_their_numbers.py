"""文字所述名次与其得分、比率的高低相符.

``甲县综合得分94.5分，居第1位；乙县95.2分，居第2位``: the higher score has the lower number. Only scores and rates of which more is better,
two or more in one sentence.
"""

from collections.abc import Iterator
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_RANKED = regex(
    rf"(?P<value>{AMOUNT})[，,]?[^，。；\ue000-\uf8ff]{{0,4}}(?:居|列|排名?|位列|位居|名列)[^，。；\ue000-\uf8ff第]{{0,6}}第(?P<rank>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:位|名|(?=[，。；、]))"
)
_BETTER = regex("得分|评分|率|满意度")
_WORSE = regex("成本|扣分|下降|降幅|减少|投诉|超支|浓度|从低到高|倒数|侵蚀|结余率")


@rule(
    id="SAME-992",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="名次与数字不符：{one} 列第 {rank}，{other} 列第 {next}",
    en="the ranks do not follow the numbers: {one} is no. {rank}, {other} no. {next}",
    only=Only.PAPER,
)
def told_ranks_follow_their_numbers(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each pair of ranks that its numbers have the other way round."""
    del catalogue
    for frame in prose_frames(dossier):
        text = frame.bones.text
        told = "第" in text
        if told and _BETTER.search(text) and not _WORSE.search(text):
            yield from _turned(frame)


def _turned(frame: Frame) -> Iterator[Hit]:
    for one, other in combinations(_RANKED.finditer(frame.bones.text), 2):
        first, second = frame.bones.amount(one["value"]), frame.bones.amount(other["value"])
        if not first.is_like(second):
            continue
        ranks = count_of(one["rank"]), count_of(other["rank"])
        ahead = first.quantity.value - second.quantity.value_in(first.quantity.unit)
        if ahead and ranks[0] != ranks[1] and (ahead > 0) is not (ranks[0] < ranks[1]):
            words = {"one": amount(first.quantity), "rank": ranks[0]}
            words |= {"other": amount(second.quantity), "next": ranks[1]}
            yield Hit((frame.operand(one.start(), other.end()),), words)
