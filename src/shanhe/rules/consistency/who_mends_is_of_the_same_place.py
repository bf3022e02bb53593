"""整改责任单位与问题所在地一致.

``永修县柘林镇地块须待清理后补植，由武宁县林业局负责`` names a place of one county and an office of another. Asked where one part of a sentence names
a single county of the paper before the office; what several do together, or one for another (协助、代管、交界), is left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_PLACE = regex("[\u4e00-\u9fff]{2,6}[县区旗市]")
_NO_PLACE = regex("全[省市县区]|各|片区|小区|灌区|库区|矿区|林区")
_OFFICE = "[\u4e00-\u9fff]{0,10}?(?:局|政府|委|办|中心|站)(?:负责|牵头|组织|督促|于|在|按|限期)"
_PART = regex("[。；]|(?:^|(?<=[，。；：]))[一二三四五六七八九十]是")
_TOGETHER = regex("协助|配合|代管|交界|跨|联合|会同|对口|代为|委托|移交|调[入出剂]|比|较|借鉴|经验")
_LEAST = 2


@rule(
    id="SAME-967",
    severity=WARN,
    basis=["practice#R-07", "practice#E-15"],
    zh="所述事项在{place}，责任单位写为“{office}”",
    en="what is told is in {place}, the office that is to see to it is {office}",
    only=Only.PAPER,
)
def who_mends_is_of_the_same_place(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each office of a county other than the only one named before it."""
    del catalogue
    lines = [one for one in prose(dossier) if "由" in one.text]
    places = _places(dossier) if lines else frozenset()
    if len(places) < _LEAST:
        return
    name = re.compile("|".join(sorted(map(re.escape, places), key=len, reverse=True)))
    office = re.compile(f"由(?P<office>(?P<place>{name.pattern}){_OFFICE})")
    for line in lines:
        for sentence in sentences(line) if office.search(line.text) else ():
            yield from _judge(sentence, name, office)


def _places(dossier: Dossier) -> frozenset[str]:
    """Return the counties that lines or groups of columns of tables are called by."""
    found: set[str] = set()
    for table in printed_tables(dossier):
        found |= {row.label for row in table.rows}
        found |= {head for heads in table.heads.values() for head in heads}
    return frozenset(one for one in found if _PLACE.fullmatch(one) and not _NO_PLACE.search(one))


def _judge(sentence: Sentence, name: re.Pattern[str], office: re.Pattern[str]) -> Iterator[Hit]:
    text = sentence.own_words
    for found in office.finditer(text):
        start = max((one.end() for one in _PART.finditer(text, 0, found.start())), default=0)
        before = text[start : found.start()]
        told = {one[0] for one in name.finditer(before) if not before[: one.start()].endswith("由")}
        if len(told) == 1 and found["place"] not in before and not _TOGETHER.search(before):
            at = sentence.operand(start, found.end())
            yield Hit((at,), {"place": told.pop(), "office": found["office"]})
