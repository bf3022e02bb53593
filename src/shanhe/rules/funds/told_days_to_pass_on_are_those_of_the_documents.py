"""文中所述距上级文件分解下达的天数与文件日期相符.

``市级财政部门收到省级通知后24天分解下达`` is held against the days of the only document of each of the two levels. None is received
before it is issued, so that only more days than lie between the two are questioned; days counted from the issue, ``省财政厅文件印发后17日``,
are as many as that or one more. ``24天内`` is a bound and left alone, and so are working days and days counted from the money.
Where the sentence tells itself on which day the money was passed on, ``省财政厅于5月20日印发…，距财政部发文25天``, the days are those since
any document of the level above, or any day of the paragraph.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.told_days import told_days
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_TOLD = regex(
    r"(?P<lower>省|自治区|市|州|盟|县|区|旗)级?[^。；，]{0,10}?(?:收到|接到)(?P<upper>中央|财政部|国家|省|自治区|市|州|盟)[^。；，]{0,12}?(?:通知|文件|预算|指标)[^。；，]{0,4}?后的?第?(?P<days>\d{1,3})(?:个自然日|天|日)(?!内|以内|之内)(?=[^。；]{0,8}?(?:分解|下达|转下|转发))"
)
_UPPER = r"(?P<upper>中央|财政部|省|自治区|市|州|盟)(?:级?财政[厅局]?(?:部门)?|级|厅)?"
_LOWER = r"(?P<lower>省|自治区|市|州|盟|县|区|旗)(?:级?财政[厅局]?(?:部门)?|级)"
_ISSUE = r"[^。；，]{0,8}?(?:印发|下发|下达|发文)"
_DAYS = r"第?(?P<days>\d{1,3})(?:个自然日|天|日)(?!以?内|之内)"
_ON = r"[^。；，]{0,10}?(?:分解|下达|转下|转发|印发)"
_SINCE = tuple(
    regex(words)
    for words in (
        rf"{_UPPER}{_ISSUE}(?:之日起|之后|后)的?{_DAYS}[，]?[^。；，]{{0,10}}?{_LOWER}{_ON}",
        rf"{_LOWER}[^。；，]{{0,4}}?(?:于|在|自){_UPPER}{_ISSUE}(?:之日起|之后|后)的?{_DAYS}{_ON}",
        rf"{_LOWER}[^。；]{{0,60}}?[，]?距{_UPPER}[^。；，]{{0,4}}?(?:文件|通知|下达|印发)(?:之日)?(?:仅|为|共)?{_DAYS}",
        rf"{_UPPER}{_ISSUE}(?:到|至)[^。；，]{{0,10}}?{_LOWER}{_ISSUE}[^。；，]{{0,4}}?(?:用时|历时|耗时|间隔|相隔|共|为){_DAYS}",
        rf"{_LOWER}[^。；]{{0,60}}?(?:印发|下发|下达)[^。；]{{0,60}}?(?:距离?|较|比){_UPPER}(?:文件|通知|预算|资金)?(?:印发|下发|下达|发文)?(?:的?文件|的?通知)?(?:之日|日期|时间)?(?:晚|迟|仅|共|为|隔)*{_DAYS}",
    )
)
"""Days from one document to the other: ``省财政厅文件印发后17日，市财政局下达资金``."""
_FROM_OWN_DAY = regex(
    rf"距离?{_UPPER}[^。；，]{{0,4}}?(?:发文|印发|下发|文件|通知|下达)(?:之日)?(?:仅|为|共|有)?{_DAYS}(?!个?工作)"
)
_PASSED_ON = regex("印发|下发|下达|转发|分解|分配")
_LEVELS = {"中央": "部", "财政部": "部", "国家": "部", "自治区": "省", "州": "市", "盟": "市"}
_LEVELS |= {"区": "县", "旗": "县"}


@rule(
    id="FUND-244",
    severity=WARN,
    basis=["practice#T-12", "arithmetic#difference"],
    zh="文中称距上级文件 {stated} 天分解下达，两级文件为 {above} 和 {below}，相隔 {due} 天",
    en="{stated} days are told from the document above to that below; of {above} and {below} they are {due}",
    only=Only.PAPER,
)
def told_days_to_pass_on_are_those_of_the_documents(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each told number of days that the documents of the two levels do not make."""
    del catalogue
    for line in dossier.texts:
        for sentence in sentences(line) if "下" in line.text or "发" in line.text else ():
            text = folded(sentence.text)
            for found in _TOLD.finditer(text) if "到" in text and "后" in text else ():
                yield from _judge(dossier, sentence, found, _is_kept)
            own = _FROM_OWN_DAY.finditer(text) if "距" in text else ()
            by_own_day = {found.start("days"): found for found in own}
            for found in _since(text) if re.search(r"\d[天日个]", text) else ():
                counted = by_own_day.pop(found.start("days"), None)
                told = list(_judge(dossier, sentence, found, _is_met))
                yield from told or (
                    _from_own_day(dossier, sentence, text, counted) if counted else ()
                )
            for found in by_own_day.values():
                yield from _from_own_day(dossier, sentence, text, found)


def _from_own_day(
    dossier: Dossier, sentence: Sentence, text: str, found: re.Match[str]
) -> Iterator[Hit]:
    """Yield days from the document above to the day told before, that no document of that level makes."""
    start = text.rfind("；", 0, found.start()) + 1
    own = [one for one in told_days(text) if start <= one.start and one.end <= found.start()]
    if len(own) != 1 or not _PASSED_ON.search(text[own[0].end : found.start()]):
        return
    level, went, stated = _level(found["upper"]), own[0].day, int(found["days"])
    above = [(one, one.issued) for one in money_documents(dossier, level) if one.issued]
    above = [each for each in above if each[1] <= went]
    others = [one.day for one in told_days(sentence.line.text) if one.day <= went]
    days = {(went - day).days for day in (*others, *(day for _, day in above))}
    if above and not {stated, stated - 1} & days:
        upper, came = max(above, key=lambda each: each[1])
        words = {"stated": stated, "above": came, "below": went, "due": (went - came).days}
        yield Hit((sentence.operand(own[0].start, found.end()), upper.operand("issued")), words)


def _since(text: str) -> Iterator[re.Match[str]]:
    """Yield what is told as days from one document to the other, each number of days once."""
    seen: set[int] = set()
    for pattern in _SINCE:
        for found in pattern.finditer(text):
            if found.start("days") not in seen:
                seen.add(found.start("days"))
                yield found


def _is_kept(due: int, stated: int) -> bool:
    """Return whether a document received after it was issued may have been passed on in so many days."""
    return due < 0 or stated - 1 <= due


def _is_met(due: int, stated: int) -> bool:
    """Return whether two documents are so many days apart, with or without the first."""
    return due < 0 or stated in {due, due + 1}


def _judge(
    dossier: Dossier, sentence: Sentence, found: re.Match[str], holds: Callable[[int, int], bool]
) -> Iterator[Hit]:
    documents = [one for one in money_documents(dossier) if one.issued is not None]
    above, below = (_only(documents, _level(found[key])) for key in ("upper", "lower"))
    if above is None or below is None:
        return
    (upper, came), (lower, went) = above, below
    due, stated = (went - came).days, int(found["days"])
    if not holds(due, stated):
        words = {"stated": stated, "above": came, "below": went, "due": due}
        at = (sentence.operand(*found.span()), upper.operand("issued"), lower.operand("issued"))
        yield Hit(at, words)


def _level(word: str) -> str:
    return _LEVELS.get(word, word)


def _only(documents: list[FundDocument], level: str) -> tuple[FundDocument, date] | None:
    """Return the document of a level with its day, none where there are documents of several days."""
    own = [(one, one.issued) for one in documents if one.level == level]
    days = {day for _, day in own}
    one, day = own[0] if len(days) == 1 else (None, None)
    return (one, day) if one is not None and day is not None else None
