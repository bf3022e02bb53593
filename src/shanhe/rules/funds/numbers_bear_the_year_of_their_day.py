"""表中同一行的发文字号与发文日期的年份一致.

A table of documents has a number in one column and in another, by its heading, the day of the document: money may arrive
in the next year. Numbers of other years are passed over where the line
tells more than one number or day, unless they stand under one batch each. The note of a sum, ``400.00（2025年9月26日追加100.00，宁财资环〔2025〕215号）``, is read as well.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import batch_tables
from shanhe.measures.batch_lines import BatchLine
from shanhe.measures.printed_tables import note_in
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.measures.told_days import told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_NUMBER = regex(r"[\u4e00-\u9fff]{2,12}[〔\[【(（](20\d\d)[〕\]】)）]第?\d+号")
_MONEY = regex("追加|增拨|下达|印发|核减|调减|调整|批复|收回|拨付")
_ISSUED = regex("发文|印发|成文|文件日期|下达(?:日期|时间)")


@rule(
    id="FUND-243",
    severity=WARN,
    basis=["practice#R-02", "practice#E-35"],
    zh="文号 {number} 的年份与同一行的发文日期 {day} 不一致",
    en="the year of {number} is not that of {day} beside it",
    only=Only.PAPER,
)
def numbers_bear_the_year_of_their_day(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each line of a table whose document is of another year than its day."""
    del catalogue
    for rows in tables_with(dossier, "号"):
        issued: set[str] = set()
        for row in rows:
            heads = {x for x, cell in row.items() if _ISSUED.search(cell.text)}
            yield from _noted(row)
            if heads:
                issued = heads
            elif any(cell.text.rstrip().endswith("号") for cell in row.values()):
                yield from _row(row, issued)
    for line in (
        one for table in batch_tables(dossier) for batch in table.batches for one in batch
    ):
        yield from _of_batch(line)


def _of_batch(line: BatchLine) -> Iterator[Hit]:
    """Yield the number of one batch that is not of the year of its day; one of the year before may go out in January."""
    found = _NUMBER.fullmatch(plain(line.number)) if line.number is not None else None
    if found is None or line.number is None or line.day is None or line.day_cell is None:
        return
    year = int(found[1])
    late = year == line.day.year - 1 and line.day.month == 1
    if year != line.day.year and not late:
        at = (line.number.operand("text"), line.day_cell.operand("text"))
        yield Hit(at, {"number": found[0], "day": line.day})


def _noted(row: Row) -> Iterator[Hit]:
    """Yield the number in the note of a sum that is not of the year of the day told with it, the only one of each."""
    for cell in row.values():
        note = note_in(cell.text)
        numbers = list(_NUMBER.finditer(note)) if "号" in note else []
        days = list(told_days(note)) if len(numbers) == 1 else []
        if len(days) == 1:
            year, day = int(numbers[0][1]), days[0].day
            late = year == day.year - 1 and day.month == 1
            if year != day.year and not late and _MONEY.search(note):
                yield Hit((cell.operand("text"),), {"number": numbers[0][0], "day": day})


def _row(row: Row, issued: set[str]) -> Iterator[Hit]:
    """Yield the number of a line that is not of the year of its only day, if that is the day of issue."""
    numbers = [(cell, found) for cell in row.values() if (found := _NUMBER.fullmatch(plain(cell)))]
    days = [(x, day) for x, cell in row.items() if (day := read_date(plain(cell))) is not None]
    if len(numbers) == len(days) == 1:
        (cell, found), (x, day) = numbers[0], days[0]
        if x in issued and int(found[1]) != day.year:
            beside = row[x]
            at = (cell.operand("text"), beside.operand("text"))
            yield Hit(at, {"number": found[0], "day": day})
