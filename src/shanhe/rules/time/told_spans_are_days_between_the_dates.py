"""“历时若干天”与同句所列起止日期相符.

Counted with or without the first day. Any two dates before it in its part of the sentence will do, of the whole sentence where the
part has fewer. Working days and rough numbers are
left alone, and so are several spans told in turn, spans less days of halt, dates that go back, and spans with a date right after them.
Days of standstill (停工67天) are told after the days of halt and return. Numbered items that have one date each tell the span since an item before them.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import combinations, pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import Frame
from shanhe.measures.item_runs import item_runs
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.told_days import DATE, ToldDay, told_days
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_SPAN = regex(
    r"(?:历时|用时|耗时|历经|相隔|间隔|相距)(?:仅|共|为)?(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?(?:天|日)(?![前余多左]|[和、及与] ?\d)"
)
_BESIDE = regex(r"(?<=日)[，,（(]共?(?P<days>\d{1,3}) ?天(?=[，。；）)])")
"""A span right after its second date: ``公示（2月1日至2月7日，7天）``."""
_STOOD = regex("复工|复产|恢复|中断|停工")
_SPENT = regex("历[时经]|用时|耗时|[相间]隔|相距|日[^。；]*共")
_RANGE = regex(
    r"(?P<range>(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日 ?[至到—~～-]+ ?(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日)[^，。；\d、]{1,16}[，,（(](?:共计?|为期|前后) ?(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?天(?![前余多左内])"
)
"""A single range right before its days: 1月19日至2月6日现场评价，共19天."""
_RUNNING = regex(
    r"(?P<range>(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日 ?[至到—~～-]+ ?(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日)(?:连续|持续)[^，。；\d、]{0,6}(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?天(?![前余多左内])"
)
"""What went on without a break: 7月20日至8月10日连续降雨22天."""
_SINCE = regex(
    r"(?<![收接]到)(?:上|前)(?:一级?|级|个|项|道)[^，。；\d不内]{0,8}?(?:仅|共|为)?(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?(?:天|日)(?![以之]?[前内余多左])"
)
"""Days since the item before: ``与上一级文件间隔14天``."""
_OF_WORK = regex(
    r"(?:^|[，。；、：])(?P<work>[\u4e00-\u9fff]{2,8}?)(?:共|前后)?(?:历时|用时|耗时|历经)(?:共|为)?(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?天(?![前余多左内])"
)
"""A span that names the work it is of: 现场核查历时19天."""
_HALT = regex(
    r"(?:停工|停产|停运|暂停|中断)[^。；，\d]{0,6}[，,]?[^。；，\d]{0,4}(?P<last>(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日)[^。；，\d]{0,6}(?:复工|复产|恢复)[^。；，\d]{0,6}[，,（(][^。；，\d]{0,4}(?:停工|停产|停运|暂停|中断|影响工期)[^。；，\d]{0,4}(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?天(?![前余多左内])"
)
"""自7月15日停工，到9月20日复工，停工67天: the day is right before the words."""
_MENDED = regex(
    r"(?P<last>(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日)[^。；，\d]{0,12}(?:复工|复产|恢复|通行|通车|修复|疏通|解除|重新开工)[^。；，\d]{0,6}[，,（(][^。；，\d]{0,6}(?:停工|停产|停运|暂停|中断|影响工期)[^。；，\d]{0,4}(?P<days>\d{1,3}) ?(?:个)?(?:日历|自然)?天(?![前余多左内])"
)
"""8月12日山洪冲毁便桥，10月20日便桥修复通行，施工中断69天: what halted the work is told on a day of its own."""
_NET = regex("扣除|停工|有效|净|剔除|累计")
_NET_AFTER = regex("扣除|停工|有效|净|剔除")
_QUICKEST = regex("最[快短早慢长迟晚]|平均")
"""Before what took some of them less: 4市于3月12日前分解，最快的咸宁市用时12天."""
_THROUGH = regex(r" ?(?:至|到|—+|－|-|~) ?")
_FAR, _FAR_FROM_RANGE = 40, 80
"""Letters between the last date, or a range such as 3月2日至13日, and the span told for it."""
_TO = regex(rf" ?(?:至|到|—+|－|-|~) ?(?P<day>{DATE}) ?日")


@rule(
    id="TIME-313",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="{first} 至 {last} 为 {due} 天，写为“{stated}”",
    en="from {first} to {last} are {due} days, {stated} is told",
    only=Only.PAPER,
)
def told_spans_are_days_between_the_dates(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each span of days that no two dates of its sentence make."""
    del catalogue
    for line in dossier.texts:
        told = _SPENT.search(line.text) or _BESIDE.search(line.text) or "续" in line.text
        for sentence in sentences(line) if told else ():
            text = folded(sentence.text)
            for found in (*_SPAN.finditer(text), *_BESIDE.finditer(text)):
                yield from _judge(sentence, text, found, dossier.programme.year)
            for found in _OF_WORK.finditer(text) if "时" in text or "历" in text else ():
                yield from _of_work(sentence, text, found, _year_of(sentence, dossier))
            for found in (*_RANGE.finditer(text), *_RUNNING.finditer(text)):
                yield from _of_range(sentence, text, found, dossier.programme.year)
        for sentence in sentences(line) if _STOOD.search(line.text) else ():
            text = folded(sentence.text)
            spans = {found.start("days"): found for found in _MENDED.finditer(text)}
            spans |= {found.start("days"): found for found in _HALT.finditer(text)}
            for found in spans.values():
                yield from _of_halt(sentence, text, found, dossier.programme.year)
    for run in item_runs(dossier):
        yield from _items(run.items, dossier.programme.year)


def _of_range(sentence: Sentence, text: str, found: re.Match[str], year: int) -> Iterator[Hit]:
    """Yield a number of days that the only range of its clause does not make, with or without its first day."""
    days = [
        one
        for one in told_days(text, year)
        if found.start("range") <= one.start < found.end("range")
    ]
    before = re.split("[。；，]", text[: found.start()])[-1]
    if len(days) == 2 and not any(told_days(before, days[0].day.year)) and not _is_net(text, found):
        first, last = (one.day for one in days)
        due, stated = (last - first).days, int(found["days"])
        if due > 0 and stated not in {due, due + 1}:
            words = {"first": first, "last": last, "due": due + 1, "stated": f"共{stated}天"}
            words |= {"stated": f"连续{stated}天"} if "续" in found[0] else {}
            yield Hit((sentence.operand(found.start(), found.end()),), words)


def _year_of(sentence: Sentence, dossier: Dossier) -> int:
    """Return the year told last before a sentence in its paragraph, else that of the programme."""
    before = [one.day.year for one in told_days(sentence.line.text[: sentence.start])]
    return before[-1] if before else dossier.programme.year


def _of_work(sentence: Sentence, text: str, found: re.Match[str], year: int) -> Iterator[Hit]:
    """Yield a span whose work is told with its only range among others, which does not make it.

    Example:
        ``2月10日至2月28日编制方案，3月2日至3月20日现场核查，现场核查历时29天``: 19 days.
    """
    days = [one for one in _days(text, year) if one.end <= found.start()]
    ranges = [
        (one, other)
        for one, other in pairwise(days)
        if _THROUGH.fullmatch(text[one.end : other.start])
    ]
    own = [two for two in ranges if text.startswith(found["work"], two[1].end)]
    if len(own) != 1 or len(ranges) < 2 or _NET.search(text):
        return
    (first, last), stated = own[0], int(found["days"])
    due = (last.day - first.day).days
    among = {abs((b.day - a.day).days) + more for a, b in combinations(days, 2) for more in (0, 1)}
    if due > 0 and stated in among - {due, due + 1}:
        words = {"first": first.day, "last": last.day, "due": due + 1}
        words |= {"stated": f"{found['work']}历时{stated}天"}
        yield Hit((sentence.operand(first.start, found.end()),), words)


def _of_halt(sentence: Sentence, text: str, found: re.Match[str], year: int) -> Iterator[Hit]:
    """Yield days of standstill that the day of halt and that of return do not make, give or take either of them.

    Example:
        ``自7月15日停工，到9月20日复工，停工76天``: 67 days.
    """
    every = list(told_days(text, year))
    days = [one for one in every if one.end <= found.end("last")]
    if len(days) < 2 or days[-1].end != found.end("last"):
        return
    first, last = days[-2], days[-1]
    between = text[first.end : found.start()]
    due = (last.day - first.day).days
    stated = int(found["days"])
    room = (
        "[^。；，]{0,24}[，,]?[^。；，]{0,4}"
        if found.re.pattern == _MENDED.pattern
        else "[^。；，]{0,12}"
    )
    if due > 0 and abs(stated - due) > 1 and re.fullmatch(room, between):
        words = {"first": first.day, "last": last.day, "due": due, "stated": f"停工{stated}天"}
        yield Hit((sentence.operand(first.start, found.end()),), words)


def _items(items: tuple[Frame, ...], year: int) -> Iterator[Hit]:
    """Yield each span of an item that no earlier item's date makes with its own.

    Example:
        ``(4)2024年6月12日，…，与上一级文件间隔14天`` after ``(3)2024年5月29日，…``.
    """
    told: list[ToldDay] = []
    for item in items:
        text = folded(item.sentence.text)
        days, spans = (
            list(told_days(text, told[-1].day.year if told else year)),
            list(_SINCE.finditer(text)),
        )
        if len(days) != 1 or _NET.search(text):
            return
        due = [(days[0].day - one.day).days for one in told]
        if (
            due
            and len(spans) == 1
            and not {int(spans[0]["days"]), int(spans[0]["days"]) - 1} & set(due)
        ):
            words = {"first": told[-1].day, "last": days[0].day, "due": abs(due[-1])}
            at = item.sentence.operand(days[0].start, spans[0].end())
            yield Hit((at,), words | {"stated": spans[0][0]})
        told.append(days[0])


def _judge(sentence: Sentence, text: str, found: re.Match[str], year: int) -> Iterator[Hit]:
    every = list(_days(text, year))
    days = [one for one in every if one.end <= found.start()]
    if not days and len(every) == 2 and found["days"]:
        yield from _told_first(sentence, found, [one.day for one in every])
        return
    ranged = len(days) > 1 and days[-1].start == days[-2].end
    if _QUICKEST.search(re.split("[，。；]", text[: found.start()])[-1]):
        return
    if len(days) < 2 or found.start() - days[-1].end > (_FAR_FROM_RANGE if ranged else _FAR):
        return
    after = re.split("[；;。]", _SPAN.split(text[found.end() :])[0])[0]
    part = text.rfind("；", 0, found.start())
    own = [one.day for one in days if one.end > part]
    among = own if len(own) > 1 else [one.day for one in every]
    spans = [abs((later - first).days) for first, later in combinations(among, 2)]
    if _is_net(text, found) or any(told_days(after, days[-1].day.year)) or own != sorted(own):
        return
    stated = int(found["days"])
    if not any(stated in {span, span + 1} for span in spans):
        first, last = (one.day for one in days[-2:])
        words = {"first": first, "last": last, "due": abs((last - first).days)}
        words |= {"stated": found[0].lstrip("，,（(")}
        yield Hit((sentence.operand(0, found.end()),), words)


def _is_net(text: str, found: re.Match[str]) -> bool:
    """Return whether days are told to be left out of a span; what is 累计 after it is of something else."""
    before = _NET.search(text[: found.end()])
    return (before or _NET_AFTER.search(text, found.end())) is not None


def _told_first(sentence: Sentence, found: re.Match[str], days: list[date]) -> Iterator[Hit]:
    """Yield a span told before its two dates: 两批相隔164天，第一批2024年11月12日下达，第二批2025年4月25日下达."""
    due = abs((days[1] - days[0]).days)
    if int(found["days"]) not in {due, due + 1}:
        words = {"first": min(days), "last": max(days), "due": due, "stated": found[0]}
        yield Hit((sentence.operand(),), words)


def _days(text: str, year: int) -> Iterator[ToldDay]:
    """Yield the days, and the last one of a range within a month: 3月2日至13日 ends on 3月13日."""
    for one in told_days(text, year):
        yield one
        to = _TO.match(text, one.end)
        with suppress(ValueError):
            if to is not None:
                day = one.day.replace(day=count_of(to["day"]))
                yield ToldDay(day, one.end, to.end())
