"""“提前若干天”“延期若干天”与应完成日期、实际完成日期相符.

``应于2025年11月23日前竣工，实际于11月18日竣工，提前5天``: the last day that was due and the first that came true, counted with or without
one of them. ``2023年3月17日备案，晚于实施期起始日16天`` is held against the first day of the only term told. Working days and rough numbers are left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.measures.told_terms import told_terms
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.regex import regex

_APART = regex(
    r"(?P<way>提前|延期|延迟|延后|推迟|推后|拖后|滞后|逾期|超期|延误|晚于?)(?:了|完工|竣工|完成)?(?P<days>\d{1,3}) ?(?:个)?(?:日历)?[天日](?![前余多左内])"
)
_FROM_TERM = regex(
    r"(?P<way>早于|先于|晚于|迟于|比)(?:项目|工程)?实施期的?(?:起始|开始|启动|起点)(?:日期|之日|时间|日)(?P<more>早|晚|迟|提前|推迟)?了?(?P<days>\d{1,3}) ?(?:个)?(?:日历)?天(?![前余多左内])"
)
"""A day held against the first of the term: 2023年3月17日备案，晚于实施期起始日16天."""
_DUE = regex("(?:应|须|需|计划|约定|要求|原定|目标|限)[^，。；]{0,12}$")
_DONE = regex("(?:实际|已|于|提前于)[^，。；]{0,10}$")
_AHEAD = "提前"


@rule(
    id="TIME-346",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="应于 {due}、实际于 {done}，{gap}，写为“{stated}”",
    en="due on {due}, done on {done}: {gap}; {stated} is told",
    only=Only.PAPER,
)
def told_delays_are_days_between_the_dates(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of days ahead or late that the two dates before it do not make."""
    del catalogue
    for line in prose(dossier):
        if not ("天" in line.text or "日" in line.text):
            continue
        for sentence in sentences(line):
            text = folded(sentence.text)
            for found in _APART.finditer(text):
                yield from _judge(sentence, text, found)
            for found in _FROM_TERM.finditer(text) if "实施期" in text else ():
                yield from _of_term(dossier, sentence, text, found)


def _of_term(
    dossier: Dossier, sentence: Sentence, text: str, found: re.Match[str]
) -> Iterator[Hit]:
    """Yield a number of days from the first day of the only term that the day before it does not make."""
    starts = {one.first.day for one in told_terms(dossier)}
    part = max(text.rfind(mark, 0, found.start()) for mark in "；。")
    days = [one for one in told_days(text) if part < one.start and one.end <= found.start()]
    if len(starts) != 1 or len(days) != 1 or (found["way"] == "比") is not bool(found["more"]):
        return
    due, done = next(iter(starts)), days[0].day
    early = (found["more"] or found["way"]) in {"早于", "先于", "早", "提前"}
    apart = (due - done).days
    if abs(apart - (int(found["days"]) if early else -int(found["days"]))) > 1:
        way = Both("提前" if apart > 0 else "晚", "ahead" if apart > 0 else "late")
        gap = Both(f"{way.zh} {abs(apart)} 天", f"{abs(apart)} days {way.en}")
        words = {"due": due, "done": done, "gap": gap, "stated": found[0]}
        yield Hit((sentence.operand(days[0].start, found.end()),), words)


def _judge(sentence: Sentence, text: str, found: re.Match[str]) -> Iterator[Hit]:
    part = text.rfind("；", 0, found.start())
    days = [one for one in told_days(text) if part < one.start and one.end <= found.start()]
    due = [one for one in days if _is_told(text, one, _DUE)]
    done = [one for one in days if due and one.start > due[-1].end and _is_told(text, one, _DONE)]
    if not due or not done or days[-1] is not done[-1]:
        return
    apart = (due[-1].day - done[-1].day).days
    stated = int(found["days"]) if found["way"] == _AHEAD else -int(found["days"])
    if abs(apart - stated) > 1:
        way = Both("提前" if apart > 0 else "晚", "ahead" if apart > 0 else "late")
        gap = Both(f"{way.zh} {abs(apart)} 天", f"{abs(apart)} days {way.en}")
        words = {"due": due[-1].day, "done": done[-1].day, "gap": gap, "stated": found[0]}
        yield Hit((sentence.operand(due[-1].start, found.end()),), words)


def _is_told(text: str, day: ToldDay, words: re.Pattern[str]) -> bool:
    """Return whether such words lead to a day within its clause."""
    return words.search(re.split("[，。；]", text[: day.start])[-1]) is not None
