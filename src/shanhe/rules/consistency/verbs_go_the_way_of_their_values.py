"""“由……提高到……”“由……调减为……”的方向与前后两数相符.

``由52.30%下降到53.80%`` goes up. Ranks, classes and grades are left out, which rise as their number falls.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount
from shanhe.values.regex import regex

_UP = "增加|提高|上升|提升|增长|调增|核增|扩大|上调|追加|增|升"
_DOWN = "减少|降低|下降|调减|核减|压减|缩减|缩小|下调|回落|压缩|减|降"
_WORDS = r"[^，。；：\ue000-\uf8ff]"
_MOVED = regex(
    rf"[由从自]{_WORDS}{{0,14}}(?P<old>{AMOUNT})[，,]?{_WORDS}{{0,6}}?(?P<way>(?P<up>{_UP})|{_DOWN})(?:到|至|为)(?:20\d\d年度?的?)?(?P<new>{AMOUNT})"
)
_RANKED = regex("名次|位次|排名|等级|类|级|位")
_TURNS = regex("先|再|后又|其后|随后")
_MEASURED_DOWN = regex(r"埋深[^，。；：\ue000-\uf8ff]{0,4}$")
"""Before what rises while its number falls: 地下水位埋深由8.4米回升至7.1米."""


@rule(
    id="SAME-941",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”的增减方向与数字不符：{old} 到 {new} 是{due}",
    en='"{words}" goes the wrong way: {old} to {new} is {due}',
    only=Only.PAPER,
)
def verbs_go_the_way_of_their_values(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each change whose verb goes up while its values go down, or the other way round."""
    del catalogue
    for frame in frames(dossier):
        for found in _MOVED.finditer(frame.bones.text) if len(frame.bones.amounts) > 1 else ():
            yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    old, new = frame.bones.amount(found["old"]), frame.bones.amount(found["new"])
    before = frame.bones.text[: found.start()]
    ranked = any((_RANKED.search(found[0]), _TURNS.search(found[0]), _MEASURED_DOWN.search(before)))
    if not old.is_like(new) or ranked or not old.quantity.unit.symbol:
        return
    apart = new.quantity.value_in(old.quantity.unit) - old.quantity.value
    if apart and (apart > 0) is not bool(found["up"]):
        at = frame.operand(found.start(), found.end())
        due = Both("增加", "an increase") if apart > 0 else Both("减少", "a decrease")
        words = {"words": at.text, "old": amount(old.quantity), "new": amount(new.quantity)}
        yield Hit((at,), {**words, "due": due})
