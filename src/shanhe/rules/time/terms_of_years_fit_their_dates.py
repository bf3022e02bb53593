"""写明的年限、月数与其起止日期相符.

``管护期5年，自2026年1月1日起至2030年12月31日止``: five years end on the day before that of their beginning, or on that day. Months
of one year, ``3月至12月，共10个月``, are counted with both ends. Years
alone, ``三年（2023—2025年）``, may be counted with both ends or from one to the other. ``不少于5年`` is kept by more.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.told_days import DATE, MONTH, YEAR
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_N = r"\s*(?P<n>\d{1,2}|[一二两三四五六七八九十])\s*(?P<unit>个?月|周?年)(?!度|[初末底内前后])"
_AT = rf"{YEAR}\s*年(?:\s*{MONTH}\s*月(?:\s*{DATE}\s*日)?)?(?!度)"
_SPAN = rf"(?:自|从|由)?(?P<first>20\d\d(?=\s*[—~～-])|{_AT})\s*(?:起|开始)?[，]?\s*(?:至|到|—|~|～|-)+\s*(?P<last>{_AT}|{MONTH}\s*月(?:\s*{DATE}\s*日)?)\s*(?P<stop>止)?"
_TERM = r"(?:期限?|周期|年限|期间|时间|时限)"
_BEFORE = regex(
    rf"{_TERM}(?:均|暂定|一般|定)?(?P<least>不少于|不低于|≥|至少)?[为是共计：:]*(?P<least2>不少于|不低于|≥|至少)?{_N}(?P<more>以上)?[，,（(：:]?(?:即|期限?|时间)?(?:为|是)?{_SPAN}"
)
_AFTER = regex(
    rf"{_SPAN}[）)]?[，,（(]?(?:{_TERM})?(?:共计?|合计|总计|为期|历时|计|为)(?P<least>不少于|≥|至少)?(?P<least2>)?{_N}(?P<more>以上)?"
)
_LASTED = regex(
    rf"(?:于|自|从)\s*(?P<first>{YEAR}\s*年)(?:正式|全面)?(?:启动|开工|实施|动工|开始)(?:实施|建设)?[，,、](?:于|至|到)?\s*(?P<last>{YEAR}\s*年)[底末]?[^，。；]{{0,6}}(?:期满|完工|竣工|结束|完成|收官)(?P<stop>[，,])"
    rf"(?:共?历时|为期|历经)(?P<least>不少于)?(?P<least2>至少)?{_N}(?P<more>以上)?"
)
"""From the year of its beginning to that of its end: 于2023年启动，2025年底实施期满，历时3年."""
_TELLS = regex(
    "[期限间共计时][^。]*(?:至|到|—|~|～|-)|(?:至|到|—|~|～|-)[^。]*[期共计时]|[动工施始建][，,、][^。]*历[时经]|[动工施始建][，,、][^。]*为期"
)
_CHANGED = regex("延长|顺延|续签|调整|变更|延期|展期|缩短")
_MORE = regex(r"(?<!\d)\d{1,2}个?[年月](?![度底末])|[一二两三四五]年")
_CLOSES = frozenset("，。；、）),;")
_YEAR = 12
"""Months of a year."""


@rule(
    id="TIME-319",
    severity=WARN,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="写明期限为 {stated}，而 {span} 为 {due}",
    en="a term of {stated} is stated, {span} is one of {due}",
    only=Only.PAPER,
)
def terms_of_years_fit_their_dates(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each term that its own dates do not make."""
    del catalogue
    for line in dossier.texts:
        for sentence in sentences(line) if _TELLS.search(line.text) else ():
            text = folded(sentence.text)
            if _TELLS.search(text) and not _CHANGED.search(text):
                for pattern in (_BEFORE, _AFTER, _LASTED):
                    for found in pattern.finditer(text):
                        yield from _judge(sentence, found)


def _judge(sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    after = found.string[found.end("last") : found.end("last") + 1]
    number = count_of(found["n"])
    whole = "月" not in found["unit"]
    stated = number * _YEAR if whole else number
    first, last = (_numbers(found[key]) for key in ("first", "last"))
    same = "年" not in found["last"]
    due = _months(first, [*first[:1], *last] if same else last)
    due = due[-1:] if same and "日" not in found["last"] else due
    least = any(found[key] for key in ("least", "least2", "more"))
    several = _MORE.search(re.split("[。；，]", found.string[: found.start()])[-1])
    if not (found["stop"] or not after or after in _CLOSES) or several or stated in due:
        return
    if due and not (least and stated < max(due)):
        words = {
            "stated": f"{found['n']}{found['unit']}",
            "span": f"{found['first']}至{found['last']}",
            "due": _said(due),
        }
        yield Hit((sentence.operand(*found.span()),), words)


def _months(first: list[int], last: list[int]) -> tuple[int, ...]:
    """Return the months that two ends may make, none where one tells more than the other.

    Example:
        2026-01-01 to 2030-12-31 are 59 or 60; 2023 to 2025 are 24 or 36.
    """
    if len(first) != len(last):
        return ()
    years = (last[0] - first[0]) * _YEAR
    if len(first) == 1:
        return years, years + _YEAR
    months = years + last[1] - first[1]
    return months, months + 1


def _numbers(words: str) -> list[int]:
    """Return the year, the month and the day that are told, as many as there are."""
    return [count_of(one) for one in re.findall(rf"{YEAR}|{DATE}|{MONTH}", words)]


def _said(due: tuple[int, ...]) -> Both:
    """Return the term in years if it is one in full, else in months."""
    full = [months // _YEAR for months in due if months % _YEAR == 0]
    if full:
        return Both(f"{full[-1]} 年", f"{full[-1]} years")
    return Both(f"{due[-1]} 个月", f"{due[-1]} months")
