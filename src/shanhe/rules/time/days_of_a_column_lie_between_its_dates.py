"""表中用时天数与日期相符.

A column of days beside columns of dates. Where two dates of each line make the days, all lines have to keep it; where there is one, the day from which
all are counted is the same: 2025年6月27日 less 11 days is that of 2025年7月3日 less 17. Only if most lines agree.
"""

import re
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

_DAYS = re.compile(
    "[^率]*(?:用时|天数|历时|耗时|间隔|时长)(?:[（(].*[）)])?|[^率工期]*[（(](?:天|日|自然日)[）)]"
)
_WORKING = re.compile("工作日|工期|合同")
_NUMBER = re.compile(r"(\d{1,3})(?:天|日|个?自然日)?")
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
            yield from _between(lines, names[columns[0]]) or _since(lines, names[columns[0]])
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
    if times < _LEAST or len(lines) - times > _MOST_BROKEN:
        return []
    return [
        _hit(line, head, (first, line.dates[x]), (line.dates[x] - first).days)
        for line, day in zip(lines, begun, strict=True)
        if day != first
    ]


def _hit(line: _Line, head: str, dates: tuple[date, date], due: int) -> Hit:
    words = {"row": title_of(line.row), "head": head, "stated": line.days, "due": due}
    return Hit((line.cell.operand("text"),), {**words, "first": dates[0], "last": dates[1]})
