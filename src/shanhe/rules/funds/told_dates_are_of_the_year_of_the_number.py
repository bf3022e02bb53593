"""正文所述文件的文号年份与其日期一致.

Of documents that pass money on FUND-226 says so. One that is numbered at the end of a year may go out in January; where only a
year is told, ``2025年，某厅以〔2024〕118号下达``, the number may be of the year before.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.document_number import plain_number, year_of
from shanhe.measures.sentences import sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_BY_YEAR = regex(
    r"(?:^|(?<=[。；]))(?P<year>20\d\d)年[，,]?[^，。；\d]{2,24}以(?P<number>[^，。；\d]{2,20}[〔\[（(]\s*(?P<of>20\d\d)\s*[〕\]）)]\s*\d{1,5}\s*号)(?:文件?)?(?:提前|转|再次)?(?:下达|分解|安排|拨付|印发|批复)"
)


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
    yield from _by_year(dossier)


def _by_year(dossier: Dossier) -> Iterator[Hit]:
    """Yield each number of a later year than told with it, or of one more than a year before."""
    for line in dossier.texts:
        for sentence in sentences(line) if "号" in line.text and "年" in line.text else ():
            for found in _BY_YEAR.finditer(sentence.text):
                told, year = int(found["year"]), int(found["of"])
                if year not in {told, told - 1}:
                    at = sentence.operand(found.start(), found.end("number"))
                    words = {"number": found["number"], "year": year, "day": f"{told}年"}
                    yield Hit((at,), words)
