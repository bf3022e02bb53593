"""年末尚未完成的事项，整改完成时限不早于年末，也不早于报告落款日期.

A report on a year that says what was not done in it cannot have it done within that year, nor by a day before it was signed. What
is undone is told by the same part of the sentence, or before a sentence that begins with who is to see to it; in the chapter on
measures all is undone. Deadlines in
earlier years are those of another report and are told by STRUCT-809; what was required, planned or done by a day, or is done
since, is left alone.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, sentences, without_quotations
from shanhe.measures.signing import signing
from shanhe.measures.told_days import DATE, MONTH, YEAR
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_DUE = regex(
    rf"(?P<year>{YEAR}) ?年(?: ?(?P<month>{MONTH}) ?月(?: ?(?P<day>{DATE}) ?日|底|末)?|年?底)(?:之)?前(?!已)"
    r"[^。；，]{0,16}?(?:完成|整改|支付|拨付|补足|到位|补造|补齐|建成|开工|完工|验收|交付|办结|补植|补种|补栽|栽植|清退|移交|解决|落实|施用|发放|投用|补播|处置|清理|恢复|办理|办好|结算|修复|修补|修缮|充填|返工|缴纳|收回|归档|整治|治理|修通|打通|贯通|架通|修建|重建|铺设|补办|补报|报批|抵扣|扣回|追回|归还|上缴|退回)"
)
_UNDONE = regex(
    r"尚未|没有(?:能|得到|全部|按期|按时)*(?:完成|支付|支出|到位|拨付|开工|完工|建成|验收|整改|修复|治理|归档)|缺失|不(?:齐全|完整)|未(?:能)?(?:全部|按期)?(?:完成|支付|支出|到位|拨付|开工|完工|建成|验收|整改)|正在整改|滞后|少完成|缺口|尚缺|尚差|尚有|无法|[较比](?:年度)?(?:目标|计划|任务)少|未达(?:标|到目标|到指标)|低于目标|(?:^|[（，；：])[缺差欠]\d"
)
_OWED = regex("欠[拨付缴支]|剩余|短少")
"""Says after the deadline what is undone: 补齐欠拨资金."""
_PLANNED = regex(
    "(?:整改|改进|工作|下一步)[^，。]{0,4}(?:措施|打算|安排|计划)|下一步|后续(?:工作)?安排|(?:有关|相关|工作|改进|对策)建议|^[（(]?[一二三四五六七八九十]+[、）)]建议$"
)
"""Chapters of what will be done; what was done is told in those on 整改情况."""
_PUBLISHED = regex("(?:和|及|与|、)?[^和及与、]{0,6}(?:公开|公示|应用)情况")
"""What a chapter on measures tells besides: 下一步措施和公开情况."""
_BEGINS = regex("(?:下一步|目前|现)?[，]?(?:拟|将)?(?:由|责成)")
_CUT_OFF, _SIGNED = (
    Both("评价截止日", "the end of what is evaluated,"),
    Both("报告落款日期", "the day of signing,"),
)
_PART = regex("[；。]|[一二三四五六七八九十]是")
_WHO = regex("由|负责|责成|督促|牵头|会同|[局厅委府院会心站队处](?:于|在)? ?(?=20\\d\\d ?年)")
_DOES = regex("[局厅委府院会心站队处][^，。；]{2,10}，(?:于|在)? ?(?=20\\d\\d ?年)")
"""Who does something first; that names him in a chapter of measures alone: 县财政局倒排工期，2026年6月30日前完成."""
_TOLD = regex(
    "要求|规定|已|曾|原定|原计划|通知|实际|应于|批复|办法|按期|约定|承诺|全部完成|均完成|[成改付齐位]了"
)


@rule(
    id="TIME-314",
    severity=WARN,
    basis=["practice#R-06", "practice#E-15"],
    zh="该事项尚未完成，所列完成时限 {due} 却不晚于{what} {end}",
    en="what is said to be undone is due by {due}, no later than {what} {end}",
    only=Only.PAPER,
)
def what_is_undone_is_due_later(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each deadline that had passed for what was not done."""
    del catalogue
    year, signed = dossier.programme.year, signing(dossier)
    ends = [(dossier.programme.as_of or year_end(dossier), _CUT_OFF)]
    ends += [(signed.day - timedelta(days=1), _SIGNED)] if signed else []
    for line in dossier.texts:
        for sentence in sentences(line) if year and "前" in line.text else ():
            words = sentence.own_words
            for found in _DUE.finditer(words):
                due = _day(found)
                if due is None or due.year < year or not _is_asked(sentence, words, found):
                    continue
                passed = next((one for one in ends if due <= one[0]), None)
                if passed and (due.year == year or passed[1] is _SIGNED):
                    end = signed.day if signed and passed[1] is _SIGNED else passed[0]
                    at = sentence.operand(found.start(), found.end())
                    yield Hit((at,), {"due": due, "what": passed[1], "end": end})


def _is_asked(sentence: Sentence, words: str, found: re.Match[str]) -> bool:
    """Return whether what is due is undone, and somebody is to see to it."""
    start = [0, *(one.end() for one in _PART.finditer(words, 0, found.start()))][-1]
    said = words[start : found.end()]
    whole = said + re.split("[。；]", words[found.end() :])[0]
    if _BEGINS.match(words):
        said = without_quotations(sentence.line.text[: sentence.start]) + said
    section = sentence.line.section.split(" › ")[-1]
    told = "情况" in _PUBLISHED.sub("", section)
    planned = _PLANNED.search(section) is not None and not told
    undone = planned or _UNDONE.search(said) is not None or _OWED.search(whole) is not None
    who = _WHO.search(said) or (planned and _DOES.search(said))
    return undone and bool(who and not _TOLD.search(whole))


def _day(found: re.Match[str]) -> date | None:
    year, month = count_of(found["year"]), count_of(found["month"] or "12")
    try:
        return date(year, month, count_of(found["day"] or str(monthrange(year, month)[1])))
    except ValueError:
        return None
