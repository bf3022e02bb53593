"""写明的次数与所列日期、月份的个数一致.

``3月12日、6月18日和9月20日共召开调度会4次`` lists three days; ``拨付4次，分别为1月、4月、7月、10月`` has one for each. In
a month there may be several, so that months before a number are questioned only where they are more than it.
An open list (等), and times told of each (各1次), count for nothing.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_TIME = r"(?:20\d\d ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日|份|底|初|[上中下]旬)?"
_LIST = rf"{_TIME}(?:[、，,]{_TIME})*(?:[、和及与]{_TIME})"
_N = r"(?P<n>\d{1,2}|[一二两三四五六七八九十])"
_DONE = "召开|组织|开展|进行|举办|拨付|下达|支付|检查|抽查|调度|巡查|监测|报送|印发|培训|约谈|通报|核查|会商|督导|清淤|补植"
_BEFORE = regex(
    rf"(?P<list>{_LIST})(?:先后|分别|分|共计?|累计|各|又|已|，)*(?:{_DONE})了?[^，。；：\d等]{{0,12}}?{_N} ?(?:次|批|期|轮|场)"
)
_AFTER = regex(
    rf"{_N} ?(?:次|批|期|轮|场)[^，。；：\d等]{{0,6}}[，,：（(](?:时间|日期)?(?:分别|依次)(?:为|是|于|在)?(?P<list>{_LIST})(?![^，。；]{{0,2}}等)"
)
_ONE = regex(_TIME)
_DAY = regex(r"月 ?\d{1,2} ?日")


@rule(
    id="STRUCT-825",
    severity=WARN,
    basis=["arithmetic#count", "practice#R-07"],
    zh="“{words}”所列时间为 {listed} 个，写为 {stated} 次",
    en='"{words}" lists {listed} times, {stated} are stated',
    only=Only.PAPER,
)
def counted_times_are_listed(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of times beside a list that has more or fewer."""
    del catalogue
    for line in prose(dossier):
        for sentence in sentences(line) if "月" in line.text else ():
            text = folded(sentence.text)
            for found in (*_BEFORE.finditer(text), *_AFTER.finditer(text)):
                listed, stated = len(_ONE.findall(found["list"])), count_of(found["n"])
                if not _agrees(found, listed, stated):
                    at = sentence.operand(found.start(), found.end())
                    yield Hit((at,), {"words": at.text, "listed": listed, "stated": stated})


def _agrees(found: re.Match[str], listed: int, stated: int) -> bool:
    if "各" in found[0]:
        return True
    in_turn = found.re.pattern == _AFTER.pattern or _DAY.search(found["list"]) is not None
    return stated == listed if in_turn else stated >= listed
