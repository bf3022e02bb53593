"""What a paper has of several names by one measure: a column of a table, or values told in turn.

A sentence that compares two of them (比最高的低, 是乙县的3倍) is of the column in which the one has the value told.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.once import once
from shanhe.measures.printed_tables import PrintedRow, PrintedTable, bare_label, printed_tables
from shanhe.measures.ranked_values import TOTAL
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_LEAST = 2
_AMOUNT = regex(AMOUNT)
_WORD = r"[^，。；：、和及与\ue000-\uf8ff]"
IN_TURN = regex(
    rf"(?P<names>{_WORD}{{2,16}}(?:[、和及与]{_WORD}{{2,16}})+)(?:{AMOUNT}[\u4e00-\u9fff]{{0,4}})?[，,]?(?:分别|依次)(?P<verb>[^，。；：、\ue000-\uf8ff]{{0,6}}?)(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_RATES = regex(
    rf"(?P<of>[\u4e00-\u9fff]{{2,8}})(?:分别|依次)[为是达]?(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
"""Values told in turn of those that the part of the sentence goes through before: 甲镇有效92份、满意87份，…，满意度分别为…."""
_NAME = regex("[\u4e00-\u9fff]{2,12}|20\\d\\d年|\\d{1,2}月[末底]?")
_BEFORE = regex("^.*(?:[布排落位]在|涉及|包括|只在)(?=..)")
_COUNTED = regex(
    "(?<=..)[两二三四五六七八九十]个?(?:方面|环节|部分|乡镇|单位|标段|项|类|[县市区旗镇乡村])$"
)
"""Before the first name and after the last: 分布在预算执行、产出和满意度三个方面."""
_MEASURE = regex("(?<=..)(?:[\u4e00-\u9fff]{2}率|得分|扣分|占比|比重|金额|面积|支出|到位)$")
"""After the last name, what the values are."""
_NO_NAME = regex("率$|(?<!季)度$|面积$|数量?$|成本$|产出|效益")
"""What is a measure itself."""
_SCORED = regex("分值|得分|权重|满分")
_MONTH_END = regex("(?P<month>\\d{1,2})月[末底]|(?P<quarter>[一二三四])季度末")
_QUARTERS = "一二三四"
_PLACED = regex(
    "[\u4e00-\u9fff]+(?:[县市区旗镇乡村州盟]|街道|标段)|20\\d\\d年|[一二三四]季度|[中央省市县旗区自治]+级?"
)
"""Heads of columns that are names of what a line has of each."""


@dataclass(frozen=True, slots=True)
class Known:
    """Values by name.

    Attributes:
        of: what they are, as the column is called or the words before them tell.
        whole: what a line of totals has.
        frame: the sentence that tells them, ``None`` for a table. span: from its first name to the last value.
        table: the table and which of its cells name the lines.
    """

    of: str
    values: Mapping[str, Quantity]
    whole: Quantity | None = None
    frame: Frame | None = None
    span: tuple[int, int] = (0, 0)
    table: tuple[int, ...] = ()


@once
def known_values(dossier: Dossier) -> tuple[Known, ...]:
    """Return what columns of tables and values told in turn have by name.

    Example:
        ``3月末、6月末支出分别为1440万元和4320万元`` has 1440 of 3月末 and 4320 of 6月末, and 1440 of 一季度 and 2880 of 二季度 as well.
    """
    tables = [one for n, table in enumerate(printed_tables(dossier)) for one in _of_table(table, n)]
    labels = frozenset(label for one in tables for label in one.values if _NAME.fullmatch(label))
    told = [one for frame in prose_frames(dossier) for one in _in_turn(frame, labels)]
    every = (*tables, *told)
    return (*every, *(made for one in every if (made := _by_quarters(one)) is not None))


@once
def known_names(dossier: Dossier) -> re.Pattern[str]:
    """Return the pattern of all names, longer ones first."""
    names = (name for one in known_values(dossier) for name in one.values)
    plain = (name for name in names if _NAME.fullmatch(name) and not _NO_NAME.search(name))
    return _pattern(frozenset(plain))


def _of_table(table: PrintedTable, number: int) -> Iterator[Known]:
    namings: tuple[Callable[[PrintedRow], str], ...] = (
        lambda row: bare_label(row.first),
        lambda row: bare_label(row.last),
        lambda row: bare_label(row.label),
    )
    seen: list[tuple[str, ...]] = []
    if any(_SCORED.search(table.head(x)) for x in table.columns):
        return
    for naming in namings:
        names = tuple(naming(row) for row in table.rows)
        if all(names) and len(set(names)) == len(names) >= _LEAST and names not in seen:
            seen.append(names)
            yield from _columns(table, names, (number, len(seen)))
    yield from _lines(table)


def _columns(
    table: PrintedTable, names: tuple[str, ...], number: tuple[int, ...]
) -> Iterator[Known]:
    for x in table.columns:
        own = {
            name: row.cells[x].quantity
            for name, row in zip(names, table.rows, strict=True)
            if x in row.cells
        }
        wholes = [one for name, one in own.items() if TOTAL.fullmatch(name)]
        values = {name: one for name, one in own.items() if not TOTAL.fullmatch(name)}
        if len(values) >= _LEAST and _are_like(values.values()):
            of = "".join(bare_label(one) for one in (*table.group(x)[-1:], table.head(x)))
            yield Known(of, values, wholes[0] if len(wholes) == 1 else None, table=number)


def _lines(table: PrintedTable) -> Iterator[Known]:
    """Yield the lines whose columns are called by names: 支出 of 甲县, 乙县 and 合计."""
    heads = {x: bare_label(table.head(x)) for x in table.columns if not table.group(x)}
    places = {x: head for x, head in heads.items() if _PLACED.fullmatch(head)}
    if len(places) < _LEAST or len(set(places.values())) < len(places):
        return
    for row in table.rows:
        values = {head: row.cells[x].quantity for x, head in places.items() if x in row.cells}
        wholes = [
            row.cells[x].quantity
            for x, head in heads.items()
            if TOTAL.fullmatch(head) and x in row.cells
        ]
        if len(values) >= _LEAST and _are_like(values.values()):
            of = bare_label(row.label)
            yield Known(of, values, wholes[0] if len(wholes) == 1 else None)


def _are_like(values: Iterable[Quantity]) -> bool:
    units = {one.unit for one in values}
    return len(units) == 1


def _in_turn(frame: Frame, labels: frozenset[str]) -> Iterator[Known]:
    text = frame.bones.text
    for found in IN_TURN.finditer(text) if "分别" in text or "依次" in text else ():
        names, of = _named(re.split("[、和及与]", found["names"]), labels)
        yield from _zipped(frame, found, names, of)
    for found in _RATES.finditer(text) if labels and ("分别" in text or "依次" in text) else ():
        start = max(text.rfind(stop, 0, found.start()) for stop in "。；") + 1
        before = _pattern(labels).findall(text, start, found.start())
        if _AMOUNT.search(text, start, found.start()):
            yield from _zipped(frame, found, list(dict.fromkeys(before)), found["of"])


def _zipped(frame: Frame, found: re.Match[str], names: list[str], of: str) -> Iterator[Known]:
    told = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    plain = not any(one.vague or one.each or not one.is_like(told[0]) for one in told)
    if plain and len(names) == len(told) == len(set(names)):
        values = {name: one.quantity for name, one in zip(names, told, strict=True)}
        yield Known(of, values, frame=frame, span=found.span())


@lru_cache(16)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    words = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile("|".join(words) or "(?!)")


def _named(words: list[str], labels: frozenset[str]) -> tuple[list[str], str]:
    """Return names without what stands before the first and after the last, which is what their values are.

    Example:
        中央资金3月末, 6月末, 9月末支出 are 3月末, 6月末 and 9月末 by 支出.
    """
    first, *rest = words
    *inner, last = rest
    first, last = _BEFORE.sub("", first), _COUNTED.sub("", last)
    ends = {one[-1] for one in (first, *inner)}
    label = next((n for n in range(len(last), 1, -1) if last[:n] in labels), 0)
    same = last.rfind(next(iter(ends))) + 1 if len(ends) == 1 else 0
    measure = _MEASURE.search(last)
    cut = label or same or (measure.start() if measure else len(last))
    month = re.search("\\d{1,2}月[末底]?$", first)
    begin = next((n for n in range(len(first) - 1) if first[n:] in labels), 0)
    begin = month.start() if month else begin
    return [first[begin:], *inner, last[:cut]], last[cut:] or first[:begin]


def _by_quarters(one: Known) -> Known | None:
    """Return what each quarter has by what there was at the end of each."""
    ends: dict[int, Quantity] = {}
    for name, value in one.values.items():
        found = _MONTH_END.fullmatch(name)
        if found is not None:
            month = (
                int(found["month"])
                if found["month"]
                else 3 * (_QUARTERS.index(found["quarter"]) + 1)
            )
            ends[month] = value
    run = [ends[month] for month in sorted(ends)]
    if (
        not ends
        or len(ends) < len(one.values)
        or any(a.amount > b.amount for a, b in pairwise(run))
    ):
        return None
    zero = replace(run[0], amount=Decimal(0), exact=True)
    spans = {f"{_QUARTERS[n]}季度": (3 * n, 3 * n + 3) for n in range(4)}
    spans |= {"上半年": (0, 6), "下半年": (6, 12), "前三季度": (0, 9), "全年": (0, 12)}
    known = {0: zero, **ends}
    values = {
        name: replace(known[end], amount=known[end].amount - known[start].amount)
        for name, (start, end) in spans.items()
        if start in known and end in known
    }
    return replace(one, values=values)
