"""自评报告落款日期不晚于文中写明的报送时限.

The report tells by what day a body above asked for it. A day that those who signed set for others, and plans, are left alone;
of several days the last one counts. A form that tells the day it was filled in and the day on which filling closed says so itself.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.signing import Signing, signing
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_BY = r"(?:之|以)?前"
_HAND_IN = (
    "报送|上报|报至|提交|报省|报市|报财政|反馈|印送|送达|报我|报厅|报局|报[省市州盟县区旗]{1,2}财政"
)
_LAST = regex("(?:截止(?:时间|日期|日)?|时限|期限)[为是：]?$|不得?[晚迟]于$")
_REPORT = regex("自评|评价|报告|材料")
_ASKED = regex("要求|明确|规定|通知|应|须|需|务必|截止|不得晚于|不晚于|部署")
_ABOVE = regex("财政部|自然资源部|上级|省级|市级|[省市]财政|自治区")
_TO_FINANCE = regex("报(?:送|至)?[省市州盟县区旗]{0,2}财政[厅局]")
_FILLED = regex(r"(?:填报|填表|填写|报送|提交)(?:日期|时间)[：:]\s*")
_CLOSED = regex(
    r"(?:系统|网报|填报|报送|申报|平台)?(?:关闭|截止|截至)(?:日期|时间|日)[：:为]\s*|(?:填报|报送|提交)(?:时限|期限)[：:为]\s*"
)
_OTHER = regex("公开|整改|拟|计划|将于|完成支付|已于|指标|月报|季报|申报|备案")


@rule(
    id="TIME-321",
    severity=WARN,
    basis=["practice#T-18", "practice#E-39"],
    zh="要求于 {due} 前报送自评报告，落款日期为 {day}",
    en="the report was asked for by {due}, it is signed on {day}",
    only=Only.PAPER,
)
def report_is_signed_before_it_is_due(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once if the report is signed after the last day by which it was asked for."""
    del catalogue
    year = dossier.programme.year + 1
    signed = signing(dossier)
    asked = [
        (day, sentence)
        for line in prose(dossier)
        if _REPORT.search(line.text)
        for sentence in sentences(line)
        if _is_asked(sentence, signed)
        for day in _due(sentence.own_words, year)
    ]
    yield from _filled(dossier)
    if not asked or signed is None:
        return
    last, sentence = max(asked, key=lambda one: one[0].day)
    if signed.day > last.day:
        at = (sentence.operand(last.start, last.end), signed.operand)
        yield Hit(at, {"due": last.day, "day": signed.day})


def _filled(dossier: Dossier) -> Iterator[Hit]:
    """Yield a form filled in after the day on which filling closed: 填报日期：3月16日（系统关闭日期：3月12日）."""
    told: dict[str, tuple[ToldDay, Operand]] = {}
    for line in dossier.texts:
        for key, head in (
            (("filled", _FILLED), ("closed", _CLOSED))
            if "日期" in line.text or "时间" in line.text
            else ()
        ):
            found = head.search(line.text)
            day = next(told_days(line.text[found.end() :]), None) if found else None
            if day is not None and found is not None and not day.start:
                told.setdefault(key, (day, line.operand("text")))
    if len(told) > 1 and told["filled"][0].day > told["closed"][0].day:
        (filled, at), (closed, beside) = told["filled"], told["closed"]
        yield Hit((at, beside), {"due": closed.day, "day": filled.day})


def _is_asked(sentence: Sentence, signed: Signing | None) -> bool:
    """Return whether somebody above asks for reports: one addressed, or another than who signed."""
    if signed is None or not (_ASKED.search(sentence.text) and _REPORT.search(sentence.text)):
        return False
    if any(name in sentence.text for name in signed.addressed):
        return True
    finance = not signed.signers or any("财政" in name for name in signed.signers)
    if not finance and _TO_FINANCE.search(sentence.text):
        return True
    return not any(name in sentence.text for name in signed.signers) and bool(
        _ABOVE.search(sentence.text)
    )


def _due(words: str, year: int) -> Iterator[ToldDay]:
    """Yield the days by which something is to be handed in."""
    for day in told_days(words, year):
        before = re.split("[，。；]", words[: day.start])[-1]
        after = re.split("[，。；]", words[day.end :])[0]
        last = _LAST.search(before) and re.search(_HAND_IN, before + after)
        handed = last or re.match(rf"{_BY}[^，。；]*?(?:{_HAND_IN})", after)
        if handed and not _OTHER.search(before + after):
            yield day
