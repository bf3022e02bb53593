"""表中用时天数与日期相符.

A column of days beside columns of dates. Where two dates of each line make the days, all lines have to keep it; where there is one, the day from which
all are counted is the same: 2025年6月27日 less 11 days is that of 2025年7月3日 less 17; or each line is counted from one above it, as
documents that come down batch by batch. Only if most lines agree.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.text_tables import Row, plain, text_tables, title_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_DAYS = regex(
    "[^率]*(?:用时|天数|历时|耗时|间隔|时长)(?:[（(].*[）)])?|[^率工期]*[（(](?:天|日|自然日)[）)]"
)
_WORKING = regex("工作日|工期|合同")
_NUMBER = regex(r"(\d{1,3})(?:天|日|个?自然日)?")
_LEAST, _MOST_BROKEN = 3, 2


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    cell: TextLine
    days: int
    dates: dict[str, date]


@rule(
    id="TIME-342",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{row}”的{head}为 {stated} 天，按日期 {first} 至 {last} 应为 {due} 天",
    en="{row}: {head} is {stated} days; from {first} to {last} are {due}",
    only=Only.PAPER,
)
def days_of_a_column_lie_between_its_dates(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of days that the dates of its line do not make."""
    del catalogue
    for words, rows in text_tables(dossier):
        if "天" in words or "日" in words:
            yield from _table(rows)


def _table(rows: tuple[Row, ...]) -> Iterator[Hit]:
    for place, heads in enumerate(rows):
        names = {x: plain(cell) for x, cell in heads.items()}
        columns = [
            x for x, name in names.items() if _DAYS.fullmatch(name) and not _WORKING.search(name)
        ]
        if len(columns) == 1:
            lines = list(_lines(rows[place + 1 :], columns[0]))
            head = names[columns[0]]
            told = _between(lines, head) or _since(lines, head)
            yield from told or _from_above(rows[place + 1 :], lines, head)
            return


def _lines(rows: tuple[Row, ...], column: str) -> Iterator[_Line]:
    for row in rows:
        found = _NUMBER.fullmatch(plain(row[column])) if column in row else None
        told = ((x, read_date(plain(cell))) for x, cell in row.items() if x != column)
        dates = {x: day for x, day in told if day is not None}
        if found is not None and dates:
            yield _Line(row, row[column], int(found[1]), dates)


def _between(lines: list[_Line], head: str) -> list[Hit]:
    """Return the lines that break what most keep: days from one column of dates to another."""
    columns = {x for line in lines for x in line.dates}
    for x, y in permutations(sorted(columns), 2):
        full = [line for line in lines if {x, y} <= line.dates.keys()]
        due = [(line.dates[y] - line.dates[x]).days for line in full]
        broken = [
            (line, days)
            for line, days in zip(full, due, strict=True)
            if line.days not in {days, days + 1}
        ]
        if len(full) - len(broken) >= max(2, len(broken) + 1) and len(full) >= _LEAST:
            return [_hit(line, head, (line.dates[x], line.dates[y]), days) for line, days in broken]
    return []


def _since(lines: list[_Line], head: str) -> list[Hit]:
    """Return the lines that are not counted from the day from which most are."""
    columns = {x for line in lines for x in line.dates}
    if len(columns) != 1 or len(lines) <= _LEAST:
        return []
    (x,) = columns
    begun = [line.dates[x] - timedelta(line.days) for line in lines]
    first, times = Counter(begun).most_common(1)[0]
    own = {line.dates[x] for line in lines}
    if times < _LEAST or len(lines) - times > _MOST_BROKEN or first in own:
        return []
    return [
        _hit(line, head, (first, line.dates[x]), (line.dates[x] - first).days)
        for line, day in zip(lines, begun, strict=True)
        if day != first
    ]


def _from_above(rows: tuple[Row, ...], lines: list[_Line], head: str) -> list[Hit]:
    """Return the lines that are counted from the day of no line above, where nearly all others are.

    Example:
        财政部 11月14日, 省 12月8日 24, 甲市 12月22日 14, 乙市 12月26日 18: from 12月8日 to 12月26日 are 18.
    """
    if len({x for line in lines for x in line.dates}) != 1:
        return []
    (x,) = lines[0].dates
    days = [read_date(plain(row[x])) if x in row else None for row in rows]
    own = {n: line for n, row in enumerate(rows) for line in lines if line.row is row}
    begun: dict[int, int | None] = {}
    for n, line in own.items():
        fits = (m for m in reversed(range(n)) if _spans(days[m], line.dates[x], line.days))
        begun[n] = next(fits, None)
    broken = [n for n, first in begun.items() if first is None]
    if len(own) - len(broken) <= max(_LEAST, 2 * len(broken)) or len(broken) > _MOST_BROKEN:
        return []
    made = []
    for n in broken:
        beside = [m for m in (begun.get(n + 1), begun.get(n - 1), n - 1) if m is not None and m < n]
        first = next((day for m in beside if m >= 0 and (day := days[m]) is not None), None)
        if first is not None:
            dates = first, own[n].dates[x]
            made.append(_hit(own[n], head, dates, (dates[1] - first).days))
    return made


def _spans(first: date | None, last: date, days: int) -> bool:
    return first is not None and days in {(last - first).days, (last - first).days + 1}


def _hit(line: _Line, head: str, dates: tuple[date, date], due: int) -> Hit:
    words = {"row": title_of(line.row), "head": head, "stated": line.days, "due": due}
    return Hit((line.cell.operand("text"),), {**words, "first": dates[0], "last": dates[1]})
