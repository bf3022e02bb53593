"""自评报告、自评表的公开日期不早于自评、复核结束日期.

``2月26日至3月6日现场复核`` cannot be told by a report that is published on 16 January. Only days of the year in which the paper was published are
asked, of an evaluation told to be over; what is planned or due, and reports of other years, are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_PAPER = regex(
    "(?:本|此次|本次|自评|绩效评价|评价)(?:报告|说明|自评报告|自评表|自评结果|评价结果|结果)|(?:报告|说明)(?:和|及|与)自评表"
)
_SHOWN = regex("[^。；]{0,60}?(?:公开|公示|公布|发布|挂网)")
_WORK = regex("自评|绩效评价|复核|现场核查|现场评价|核查组|评价组|评价小组|自评小组")
_OVER = regex("完成|结束|开展了?|进行了?|赴|组成|形成|用时|历时|用\\d+天|核查|复核")
_AHEAD = regex(
    "前(?:完成|报送|上报|报|提交)|拟|将|计划|预计|应|要求|截止|届时|下一步|整改|通知|印发|布置|部署|培训"
)
_LAST = regex("上年|去年|上一年度")


@dataclass(frozen=True, slots=True)
class _Day:
    """A day with the sentence that tells it."""

    told: ToldDay
    sentence: Sentence


@rule(
    id="TIME-355",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="公开日期 {shown} 早于自评、复核工作的日期 {day}",
    en="published on {shown}, before the evaluation of {day}",
    only=Only.PAPER,
)
def papers_are_published_after_the_evaluation(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each day of publication that lies before a day of the evaluation."""
    del catalogue
    every = [line for line in prose(dossier) if "日" in line.text]
    shown = [
        one
        for line in every
        if "公" in line.text or "发布" in line.text or "挂网" in line.text
        for sentence in sentences(line)
        for one in _published(sentence)
    ]
    work = [
        one
        for line in (every if shown else ())
        if _WORK.search(line.text)
        for sentence in sentences(line)
        for one in _evaluated(sentence)
    ]
    for one in shown:
        day = one.told.day
        later = [each for each in work if day < each.told.day and day.year == each.told.day.year]
        if later:
            last = max(later, key=lambda each: each.told.day)
            at = tuple(
                each.sentence.operand(each.told.start, each.told.end) for each in (one, last)
            )
            yield Hit(at, {"shown": day, "day": last.told.day})


def _published(sentence: Sentence) -> Iterator[_Day]:
    """Yield the day on which this paper was published."""
    text = sentence.own_words
    paper = _PAPER.search(text)
    if paper is None or _LAST.search(text) or re.search("拟|将于|计划", text):
        return
    days = [one for one in told_days(text) if one.start >= paper.end()]
    if len(days) == 1 and _SHOWN.match(text, days[0].end):
        yield _Day(days[0], sentence)


def _evaluated(sentence: Sentence) -> Iterator[_Day]:
    """Yield the days of an evaluation that is over; the year is that told before."""
    text = sentence.own_words
    year = next((one.day.year for one in told_days(sentence.line.text)), 0)
    for one in told_days(text, year):
        start = max(text.rfind(mark, 0, one.start) for mark in "，。；") + 1
        after = re.split("[。；]", text[one.start :])[0].split("，")
        own, both = text[start : one.start] + after[0], text[start : one.start] + "".join(after[:2])
        over = _WORK.search(both) and _OVER.search(both)
        if over and not _AHEAD.search(own) and not re.search("公[开示布]", both):
            yield _Day(one, sentence)
