"""Tables of money that came down in batches side by side: a line for each office, and for each batch its document, day and sum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shanhe.measures.batch_lines import BATCH, BatchLine, turned_batches
from shanhe.measures.once import once_each
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.measures.told_issues import LEVELS
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.numerals import read_date, read_number
from shanhe.values.regex import regex

_NUMBER = regex(r"(?:发文|文件|下达)?(?:文号|字号|发文号|文件号)")
_DAY = regex(r"(?:发文|印发|下达|成文|转下达|分解)?(?:日期|时间)")
_AMOUNT = regex(r"(?:下达|分解|分配|资金)?(?:金额|资金|额度)(?:[（(].*[）)])?")
_WHOLE = regex(
    r"(?:全年|年度|累计|两批|各批)?(?:下达)?(?:金额|资金)?(?:合计|总计|小计)?(?:金额)?(?:[（(].*[）)])?"
)
_LEVELS = (
    ("部", regex("财政部|中央(?:财政)?")),
    ("省", regex("[\u4e00-\u9fff]{1,8}财政厅|省级?(?:财政)?|自治区(?:财政)?")),
    ("县", regex("[\u4e00-\u9fff]{1,12}[县区旗](?:级?财政局)?")),
    ("市", regex("[\u4e00-\u9fff]{1,10}[市州盟](?:级?财政局)?")),
)
"""Offices and places that pass money on, each in a line of its own."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class BatchTable:
    """The batches of one table, each from the highest office down.

    Attributes:
        wholes: what all batches of a line come to, by its office, with the cell.
    """

    batches: tuple[tuple[BatchLine, ...], ...]
    wholes: dict[str, tuple[Decimal, TextLine]]


@once_each
def batch_tables(dossier: Dossier) -> Iterator[BatchTable]:
    """Yield each table with two batches side by side whose first office is of the highest level.

    A city in a line below the one that passes all of the money on is one of those that it passes it on to.

    Example:
        ``下达单位 | 第一批 | 第二批`` over ``文号 | 日期 | 金额`` for each, with lines for 财政部, 省财政厅, 某市财政局, 甲县财政局. A table on
        its side has a line for each number and day: 财政部文号, 财政部下达日期.
    """
    for rows in tables_with(dossier, "日期", "时间"):
        turned = turned_batches(rows)
        if turned:
            yield BatchTable(turned, {})
            continue
        for place in range(1, len(rows)):
            groups = _groups(rows[place - 1], rows[place])
            if len(groups) < _LEAST:
                continue
            below = [row for row in rows[place + 1 :] if _level(row)]
            levels = _levels(below, groups)
            if levels and LEVELS.index(levels[0]) == min(map(LEVELS.index, levels)):
                lines = zip(below, levels, strict=True)
                each = [[_line(row, level, one) for one in groups] for row, level in lines]
                wholes = _wholes(rows[place - 1], below, groups)
                yield BatchTable(tuple(zip(*each, strict=True)), wholes)
            break


_Group = tuple[str, dict[str, str]]
"""A batch with its columns of number, day and sum."""


def _groups(above: Row, heads: Row) -> list[_Group]:
    over = {int(x): plain(cell) for x, cell in above.items() if x.isdigit()}
    found: dict[str, dict[str, str]] = {}
    for x, cell in heads.items():
        left = [y for y in over if x.isdigit() and y <= int(x)]
        batch = over[max(left)] if left else ""
        if BATCH.fullmatch(batch):
            for kind, words in (("number", _NUMBER), ("day", _DAY), ("amount", _AMOUNT)):
                if words.fullmatch(plain(cell)):
                    found.setdefault(batch, {}).setdefault(kind, x)
    return [(batch, columns) for batch, columns in found.items() if "day" in columns]


def _level(row: Row) -> str:
    words = plain(next(iter(row.values())))
    return next((level for level, each in _LEVELS if each.fullmatch(words)), "")


def _levels(rows: Sequence[Row], groups: Sequence[_Group]) -> list[str]:
    """Return the levels of the lines; cities below one that passes on what came from above are as counties."""
    found: list[str] = []
    passed = False
    for n, row in enumerate(rows):
        level = _level(row)
        found.append("县" if passed and level == "市" else level)
        if level == "市" and n and not passed:
            sums = [
                [_amount(each, columns.get("amount", "")) for _, columns in groups]
                for each in (rows[n - 1], row)
            ]
            passed = sums[0] == sums[1] and None not in sums[0]
    return found


def _amount(row: Row, x: str) -> Decimal | None:
    return read_number(plain(row[x])) if x in row else None


def _line(row: Row, level: str, group: _Group) -> BatchLine:
    batch, columns = group
    number, day, amount = (row.get(columns.get(kind, "")) for kind in ("number", "day", "amount"))
    told = read_date(plain(day)) if day is not None else None
    worth = _amount(row, columns.get("amount", ""))
    body = plain(next(iter(row.values())))
    return BatchLine(batch, level, body, number, told, day, worth, amount)


def _wholes(
    above: Row, rows: Sequence[Row], groups: Sequence[_Group]
) -> dict[str, tuple[Decimal, TextLine]]:
    """Return the sums of the lines in the only column after the batches that is called one of the year."""
    last = max(int(x) for _, columns in groups for x in columns.values())
    found = [
        x
        for x, cell in above.items()
        if x.isdigit() and int(x) > last and plain(cell) and _WHOLE.fullmatch(plain(cell))
    ]
    if len(found) != 1:
        return {}
    x = found[0]
    sums = [(plain(next(iter(row.values()))), _amount(row, x), row.get(x)) for row in rows]
    return {
        body: (worth, cell) for body, worth, cell in sums if worth is not None and cell is not None
    }


def lines_from_above(lines: Sequence[BatchLine]) -> Iterator[tuple[BatchLine, BatchLine]]:
    """Yield each line of a batch after the earliest of the nearest level above it, both with their days.

    Example:
        财政部 11月12日, 省财政厅 12月9日, 某市财政局 12月27日, 甲县财政局 1月6日: 厅 after 部, 某市 after 厅, 甲县 after 某市.
    """
    for n, lower in enumerate(lines):
        rank = LEVELS.index(lower.level)
        above = [one for one in lines[:n] if one.day and LEVELS.index(one.level) < rank]
        if above and lower.day:
            nearest = max(LEVELS.index(one.level) for one in above)
            own = [one for one in above if LEVELS.index(one.level) == nearest]
            yield min(own, key=lambda one: one.day or date.max), lower
