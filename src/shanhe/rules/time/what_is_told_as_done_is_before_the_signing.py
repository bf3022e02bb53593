"""报告所述已开展、已结束的自评工作不晚于报告落款日期.

``自评自1月20日起开展，3月26日结束`` cannot stand over 3月18日. Only days of that year are asked, of what was evaluated, checked or
looked into, and told to be over, in a sentence or paragraph that tells the year; what is due (前、拟、将、计划) is left alone. What is said to have been done on
a day (已于2026年5月10日补齐) cannot lie after the signing either, whatever it is. A range of days, ``2月24日至3月26日，市级组成复核组对子项目
逐一复核``, is over on its last.
"""

import re
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.signing import Signing, signing
from shanhe.measures.told_days import DATE, ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_WORK = regex("自评|评价|复核|抽查|核查|调研|座谈|现场|问卷")
_OVER = regex(
    "^(?:全部|全面|基本|顺利)?(?:结束|完成|开展|召开|组织|进行|形成|赴)|^，?[^，。；]{0,24}(?:开展了|完成了|结束|复核了|抽查了|赴现场|开展自评|开展绩效自评|开展现场)"
)
_TO_DAY = regex("[至到—~-]+$")
_DOING = regex(
    "^[，,]?(?!前)[^。；]{0,80}?(?:(?:组织|组成|开展|进行|实施|赴|对)[^。；]{0,40}?(?:复核|抽查|核查|评价|调研|座谈|自评))"
)
"""What is told of a range of days: 2月24日至3月6日，市级组成3个复核组，对24个子项目逐一复核."""
_MEANT = regex("拟|将|计划|预计|要求|应当|须|下一步|公示|公开|报送|整改")
_BESIDE = 12
"""Letters after a work that may say that it is only meant, or is another: 对复核结果进行公示."""
_TO = regex(rf"[至到—~-]+(?P<day>{DATE})日")
_ALREADY = regex(r"(?:已|已经)(?:全部)?[于在]$")
_AHEAD = regex("前|拟|将|计划|预计|应|底|要求|截止|报送|公开|公示|届时|下一步|整改")


@rule(
    id="TIME-345",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="“{words}”写明已开展或结束，其日期 {day} 却晚于报告落款日期 {signed}",
    en="{words} is told as done on {day}, after the report was signed on {signed}",
    only=Only.PAPER,
)
def what_is_told_as_done_is_before_the_signing(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each day of the evaluation that is told as past and lies after the day of signing."""
    del catalogue
    signed = signing(dossier)
    if signed is None:
        return
    for line in prose(dossier):
        year = 0
        for sentence in sentences(line) if "日" in line.text else ():
            text = sentence.own_words
            days = list(told_days(text, year))
            if _WORK.search(text):
                yield from _work(sentence, text, days, signed)
            for told in days:
                if told.day > signed.day and _ALREADY.search(text[: told.start]):
                    start = re.split("[。；，]", text[: told.start])[-1]
                    at = sentence.operand(told.start - len(start), told.end)
                    yield _hit(at, told.day, signed)
            year = next((one.day.year for one in reversed(days)), year)
            year = year if year == signed.day.year else 0


def _work(sentence: Sentence, text: str, days: list[ToldDay], signed: Signing) -> Iterator[Hit]:
    """Yield the days on which the evaluation is told to have been over."""
    for told in days:
        to = _TO.match(text, told.end)
        end = to.end() if to else told.end
        day = told.day.replace(day=min(count_of(to["day"]), 28)) if to else told.day
        start = max(text.rfind(mark, 0, told.start) for mark in "。；，") + 1
        clause = text[start : end + 30]
        over = _OVER.search(text[end : end + 30])
        if day <= signed.day or day.year != signed.day.year:
            continue
        ranged = _TO_DAY.search(text[: told.start]) and _DOING.match(text[end:])
        if ranged and not _MEANT.search(text[start : end + ranged.end() + _BESIDE]):
            yield _hit(sentence.operand(told.start, end + ranged.end()), day, signed)
        elif over and not _AHEAD.search(clause) and not _ALREADY.search(text[: told.start]):
            yield _hit(sentence.operand(told.start, end + over.end()), day, signed)


def _hit(at: Operand, day: date, signed: Signing) -> Hit:
    return Hit((at, signed.operand), {"words": at.text, "day": day, "signed": signed.day})
