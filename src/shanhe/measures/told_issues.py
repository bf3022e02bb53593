"""Money that finance departments issued, as the running text tells it: on which day, by whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.measures.once import once_each
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.regex import regex

LEVELS = ("部", "省", "市", "县")
_NAME = r"(?P<body>财政部|[\u4e00-\u9fff]{0,12}?财政[厅局])"
_BY_LETTER = r"(?:以[^。；，〔\d]{0,80}〔20\d\d〕\d+号[）)]?(?:文件?)?)?"
_AFTER = regex(rf"[，,]?(?:由|经)?{_NAME}{_BY_LETTER}[^。；，]{{0,14}}?(?:下达|转发|拨付|印发)")
_BEFORE = regex(
    rf"(?:^|[，。；、])(?:[^，。；]{{0,16}}?[经由]|\d{{1,2}}个?)?{_NAME}(?:[、和会同][^，。；、]{{2,10}}[局厅部委])*(?:已|又)?(?:于|在)?$"
)
"""Who issued before the day of it: 资金由省财政厅、省林业局于…; 4市财政局于…."""
_NEXT = rf"(?:、[^，。；、]{{0,12}}?财政[厅局](?:于|在)?(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日{_BY_LETTER})*"
"""Those who passed it on after him, told with one verb: 甲财政厅5月20日以…、乙财政局6月13日以…转下达."""
_PASSED = regex(rf"{_BY_LETTER}{_NEXT}[^。；，]{{0,16}}?(?:转?下达|下发|拨付|分解|印发)")
_BATCH = regex("第[一二三四五六]批")
"""Money in batches comes down side by side, but within one sentence as one."""
_COUNTY = regex("[县区旗](?=财政)|县级市财政")
_OTHER = regex("提前|预下达|追加|补充|调整|收回|绩效自评|办法|细则|清算|另|支付|报账")


@dataclass(frozen=True, slots=True)
class ToldIssue:
    """One issue; ``level`` is 部, 省, 市 or 县, ``start`` and ``end`` are in the sentence."""

    level: str
    body: str
    day: date
    sentence: Sentence
    start: int
    end: int

    @property
    def in_batches(self) -> bool:
        """Whether its sentence is of one of several batches, which is no issue for the others."""
        return _BATCH.search(self.sentence.text) is not None

    @property
    def operand(self) -> Operand:
        """Its words, with their place."""
        return self.sentence.operand(self.start, self.end)


@once_each
def told_issues(dossier: Dossier) -> Iterator[ToldIssue]:
    """Yield the issues that have a day right before or after the body, title and number left out.

    Example:
        ``2024年4月19日，财政部下达…；5月13日，陕西省财政厅转下达…`` are one of 部 and one of 省.
    """
    for line in prose(dossier):
        year = dossier.programme.year
        if "财政" not in line.text:
            continue
        for sentence in sentences(line):
            for part in re.finditer("[^；;]+", sentence.own_words):
                days = list(told_days(part[0], year))
                year = days[-1].day.year if days else year
                for day in days if not _OTHER.search(part[0]) else ():
                    yield from _issue(sentence, part, day)


def _issue(sentence: Sentence, part: re.Match[str], day: ToldDay) -> Iterator[ToldIssue]:
    """Yield what was issued on a day: by the body after it, or before it (某局于某日下达)."""
    text, first = part[0], part.start()
    body = _BEFORE.search(text[: day.start])
    passed = _PASSED.match(text, day.end) if body else None
    found = _AFTER.match(text, day.end)
    if body and passed:
        at = (first + body.start("body"), first + passed.end())
        yield ToldIssue(_level(body["body"]), body["body"], day.day, sentence, *at)
    elif found:
        at = (first + day.start, first + found.end())
        yield ToldIssue(_level(found["body"]), found["body"], day.day, sentence, *at)


def _level(body: str) -> str:
    if body == "财政部":
        return "部"
    if body.endswith("厅"):
        return "省"
    return "县" if _COUNTY.search(body) else "市"
