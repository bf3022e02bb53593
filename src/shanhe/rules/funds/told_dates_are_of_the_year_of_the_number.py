"""正文所述文件的文号年份与其日期一致.

Of documents that pass money on FUND-226 says so. One that is numbered at the end of a year may go out in January.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.document_number import plain_number, year_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule


@rule(
    id="FUND-247",
    severity=WARN,
    basis=["practice#R-02", "practice#E-35"],
    zh="文号“{number}”的年份为 {year} 年，文中所述日期为 {day}",
    en="{number} is of {year}, the day told with it is {day}",
    only=Only.PAPER,
)
def told_dates_are_of_the_year_of_the_number(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each document whose number is of another year than the day told with it."""
    del catalogue
    dated = {plain_number(one.number) for one in dossier.documents if one.issued is not None}
    for one in dossier.references:
        year = year_of(one.number) if one.number and one.day else None
        if one.day is None or year is None or plain_number(one.number) in dated:
            continue
        after_year_end = year == one.day.year - 1 and one.day.month == 1
        if year != one.day.year and not after_year_end:
            words = {"number": one.number, "year": year, "day": one.day}
            yield Hit((one.operand("number"), one.operand("day")), words)
