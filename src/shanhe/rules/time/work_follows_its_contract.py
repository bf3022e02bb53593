"""委托评价（监理、检测等）的工作开始日期不早于委托合同签订日期.

``评价机构于2026年3月9日与某局签订委托合同…。2月10日至2月28日编制方案``: only ranges of days of the same paragraph after the contract, of what those
who were charged do, and of the year told with it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_SIGNED = regex(
    r"^(?:日)?[^，。；]{0,30}(?:签订|签署)[^，。；]{0,8}(?:委托|服务|评价|咨询)[^，。；]{0,6}(?:合同|协议)|^[^，。；]{0,6}接受[^，。；]{2,20}委托"
)
_WORK = regex(
    r"^(?:[^，。；]{0,4})(?:编制|制定|拟定|现场|开展|组织|实地|核查|调研|评价|座谈|收集|形成|撰写|起草|发放|复核)"
)
_TO = regex(r" ?(?:至|到|—+|－|-|~) ?")
_PARTY = regex("评价|第三方|咨询|事务所|机构|公司")
_BEFORE = regex("此前|前期|之前|合同签订前|预调研|上年")


@rule(
    id="TIME-337",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="委托合同于 {signed} 签订，所述工作却自 {begun} 开始",
    en="the contract was signed on {signed}, the work is told to begin on {begun}",
    only=Only.PAPER,
)
def work_follows_its_contract(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the contract of an evaluation that was signed after its work had begun."""
    del catalogue
    for line in prose(dossier):
        if not re.search("签订|签署|接受", line.text) or not _PARTY.search(line.text):
            continue
        told = list(_days(list(sentences(line))))
        signed = [one for one in told if _SIGNED.match(one[0].own_words[one[1].end :])]
        if len(signed) == 1 and not _BEFORE.search(line.text):
            yield from _judge(told, signed[0])


def _days(every: list[Sentence]) -> Iterator[tuple[Sentence, ToldDay]]:
    year = 0
    for sentence in every:
        for day in told_days(sentence.own_words, year):
            year = day.day.year
            yield sentence, day


def _judge(told: list[tuple[Sentence, ToldDay]], signed: tuple[Sentence, ToldDay]) -> Iterator[Hit]:
    after = told[told.index(signed) + 1 :]
    for (sentence, first), (other, last) in pairwise(after):
        words = sentence.own_words
        ranged = sentence is other and _TO.fullmatch(words[first.end : last.start])
        if ranged and _WORK.match(words[last.end :]):
            if first.day < signed[1].day and first.day.year == signed[1].day.year:
                at = sentence.operand(first.start, last.end)
                where = signed[0].operand(signed[1].start, signed[1].end)
                yield Hit((where, at), {"signed": signed[1].day, "begun": first.day})
            return
