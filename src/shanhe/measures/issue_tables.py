"""Tables of money that came down in batches: a line for each with the document and the day of every level, or a line for each document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from shanhe.measures.once import once_each
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.measures.told_issues import LEVELS
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_NUMBER = regex(r"(?:发文|文件)?(?:文号|字号|发文号)")
_DAY = regex(r"(?:发文|印发|下达|成文|转下达|分解)?(?:日期|时间)")
_LEVELS = (
    ("部", regex("财政部|中央|国家")),
    ("省", regex("[省厅]|自治区")),
    ("县", regex("[县旗]|区财政|区级")),
    ("市", regex("[市州盟]")),
)
_GIVERS = (
    ("部", regex("财政部")),
    ("省", regex("[\u4e00-\u9fff]{2,8}财政厅")),
    ("市", regex("[\u4e00-\u9fff]{1,10}[市州盟]财政局")),
    ("县", regex("[\u4e00-\u9fff]{1,12}[县区旗]财政局")),
)
"""Offices that pass money on, each in a line of its own."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class BatchIssue:
    """The issue of one level in one line.

    Attributes:
        batch: the first words of the line: 第一批. body: the heading over number and day.
    """

    batch: str
    level: str
    body: str
    day: date
    cell: TextLine


@once_each
def batch_issues(dossier: Dossier) -> Iterator[tuple[BatchIssue, ...]]:
    """Yield the issues of each line, from the ministry down; a line has two at least.

    Example:
        ``第一批`` with 2023年11月10日 under 财政部 and 2023年12月7日 under 省财政厅.
    """
    for rows in tables_with(dossier, "文号", "日期"):
        for place in range(1, len(rows)):
            groups = _groups(rows[place - 1], rows[place])
            if len(groups) >= _LEAST:
                for row in rows[place + 1 :]:
                    issues = tuple(sorted(_of_line(row, groups), key=_rank))
                    if len(issues) >= _LEAST:
                        yield issues


@once_each
def issues_from_above(dossier: Dossier) -> Iterator[tuple[BatchIssue, BatchIssue]]:
    """Yield each line of a table that goes down document by document, after the first of the level right above it.

    Of several documents of that level in a row any may be the one that it passes on, so that the earliest counts. A table that does not begin with the
    highest of its levels runs otherwise and is left alone.

    Example:
        财政部 2023年11月14日, 四川省财政厅 12月8日, 广元市财政局 12月22日: 厅 after 部, 局 after 厅.
    """
    for rows in tables_with(dossier, "日期", "时间"):
        given = list(_givers(rows))
        if not given or _rank(given[0]) != min(map(_rank, given)):
            continue
        for n, one in enumerate(given):
            above = [each for each in given[:n] if _rank(each) < _rank(one)]
            if above:
                yield _first_of_level(above), one


def _first_of_level(issues: Sequence[BatchIssue]) -> BatchIssue:
    """Return the earliest of those in a row at the end that are of one level."""
    level = issues[-1].level
    run = takewhile(lambda each: each.level == level, reversed(issues))
    return min(run, key=lambda each: each.day)


def _givers(rows: Sequence[Row]) -> Iterator[BatchIssue]:
    """Yield the lines below the only heading of days that name an office which passes money on."""
    batch = ""
    for place, heads in enumerate(rows):
        days = [x for x, cell in heads.items() if _DAY.fullmatch(plain(cell))]
        for row in rows[place + 1 :] if len(days) == 1 else ():
            body, level = _giver(row)
            day = read_date(plain(row[days[0]])) if days[0] in row else None
            first = plain(next(iter(row.values())))
            batch = batch if first == body else first
            if level and day is not None:
                yield BatchIssue(batch or body, level, body, day, row[days[0]])
        if days:
            return


def _giver(row: Row) -> tuple[str, str]:
    """Return the office that a line names in a cell of its own, with its level."""
    for cell in row.values():
        for level, words in _GIVERS:
            if words.fullmatch(plain(cell)):
                return plain(cell), level
    return "", ""


def _rank(one: BatchIssue) -> int:
    return LEVELS.index(one.level)


def _groups(above: Row, heads: Row) -> dict[str, tuple[str, str]]:
    """Return the columns of days, each with the level and the body over it, one of each level."""
    found: dict[str, tuple[str, str]] = {}
    for x, cell in heads.items():
        before = heads.get(str(int(x) - 1)) if x.isdigit() else None
        if before is None or not (_DAY.fullmatch(plain(cell)) and _NUMBER.fullmatch(plain(before))):
            continue
        over = [int(y) for y in above if y.isdigit() and int(y) <= int(x)]
        body = plain(above[str(max(over))]) if over else ""
        level = next((name for name, words in _LEVELS if words.search(body)), "")
        if level and level not in {known for known, _ in found.values()}:
            found[x] = (level, body)
    return found


def _of_line(row: Row, groups: dict[str, tuple[str, str]]) -> Iterator[BatchIssue]:
    batch = plain(next(iter(row.values())))
    for x, (level, body) in groups.items():
        day = read_date(plain(row[x])) if x in row else None
        if day is not None:
            yield BatchIssue(batch, level, body, day, row[x])
