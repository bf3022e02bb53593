"""表中同一行的发文字号与发文日期的年份一致.

A table of documents has a number in one column and a day in another. Numbers of other years are passed over where the line
tells more than one number or day.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.numerals import read_date

_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[【(（](20\d\d)[〕\]】)）]第?\d+号")


@rule(
    id="FUND-243",
    severity=WARN,
    basis=["practice#R-02", "practice#E-35"],
    zh="{number} 的年份与同行日期 {day} 不一致",
    en="the year of {number} is not that of {day} beside it",
    only=Only.PAPER,
)
def numbers_bear_the_year_of_their_day(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each line of a table whose document is of another year than its day."""
    del catalogue
    for rows in tables_with(dossier, "号"):
        for row in rows:
            if any(cell.text.rstrip().endswith("号") for cell in row.values()):
                yield from _row(row)


def _row(row: Row) -> Iterator[Hit]:
    numbers = [(cell, found) for cell in row.values() if (found := _NUMBER.fullmatch(plain(cell)))]
    days = [(cell, day) for cell in row.values() if (day := read_date(plain(cell))) is not None]
    if len(numbers) == len(days) == 1:
        (cell, found), (beside, day) = numbers[0], days[0]
        if int(found[1]) != day.year:
            at = (cell.operand("text"), beside.operand("text"))
            yield Hit(at, {"number": found[0], "day": day})
