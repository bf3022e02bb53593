"""合同工期的天数与开工日期、应完工日期相符.

``3月10日开工，合同工期210日历天，应于10月5日前完工``: 210 days from 10 March end on 5 October. Counted with or without the first day; a term
that was stretched or broken off (顺延、停工、扣除) is left alone, and so is one beside which two days of start are told.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_TERM = regex(
    r"(?:(?:合同|计划|约定|总|施工|建设|要求)工期|工期|服务期限?|履行期限?)(?:要求|约定)?(?:为|是|共|：)?(?P<days>\d{2,4}) ?个?(?:日历)?[天日](?![前内余左])"
)
_FIRST = regex("开工|动工|进场施工|起算|开始施工|起")
_DUE = regex("(?:应|须|需|计划|约定|要求|限)[^，。；]{0,10}$")
_DUE_DAY = regex("(?:完工|竣工|完成|交付|到期|届满)(?:日期|时间)?[应为是：]{0,2}[于在]?$")
_END = regex(" ?(?:之前|以前|前)?(?:完工|竣工|完成|交付|到期|届满|结束|通过)")
_BROKEN = regex("顺延|停工|延期|延长|扣除|变更|调整|冬季|冬歇|暂停|复工|雨季")
_ROUNDS = 1


@rule(
    id="TIME-354",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="{start} 起 {days} 天至 {due} 届满，写为“{stated}”",
    en="{days} days from {start} end on {due}; {stated} is told",
    only=Only.PAPER,
)
def terms_of_days_end_on_their_day(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each day of completion that start and term do not make."""
    del catalogue
    for line in prose(dossier):
        if not ("工期" in line.text or "期限" in line.text):
            continue
        for sentence in sentences(line):
            text = folded(sentence.text)
            days = list(told_days(text, dossier.programme.year)) if _TERM.search(text) else []
            if len(days) > 1 and not _BROKEN.search(text):
                yield from _judge(sentence, text, days)


def _judge(sentence: Sentence, text: str, days: list[ToldDay]) -> Iterator[Hit]:
    for found in _TERM.finditer(text):
        since = text.rfind("；", 0, found.start())
        until = (text.find("；", found.end()) + 1 or len(text) + 1) - 1
        own = [one for one in days if since < one.start < until]
        starts = [one for one in own if one.end <= found.start() and _begins(text, one)]
        dues = [one for one in own if one.start >= found.end() and _ends(text, one)]
        terms = _TERM.findall(text, since + 1, until)
        if len(starts) != 1 or len(dues) != 1 or len(terms) != 1:
            continue
        start, told, many = starts[0].day, dues[0], int(found["days"])
        if abs((told.day - start).days - many) > _ROUNDS:
            yield _hit(sentence, text, (start, starts[0].start), many, told)


def _hit(sentence: Sentence, text: str, start: tuple[date, int], many: int, told: ToldDay) -> Hit:
    due = start[0] + timedelta(days=many - 1)
    words = {"start": start[0], "days": many, "due": due, "stated": text[told.start : told.end]}
    return Hit((sentence.operand(start[1], told.end),), words)


def _begins(text: str, day: ToldDay) -> bool:
    """Return whether works begin on a day."""
    return _FIRST.search(re.split("[，。；]", text[day.end :])[0]) is not None


def _ends(text: str, day: ToldDay) -> bool:
    """Return whether works are due on a day."""
    lead = re.split("[，。；]", text[: day.start])[-1]
    due = _DUE.search(lead) is not None and _END.match(text, day.end) is not None
    return due or ("实际" not in lead and _DUE_DAY.search(lead) is not None)
