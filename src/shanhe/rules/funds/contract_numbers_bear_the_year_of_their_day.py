"""表中合同编号的年份与签订日期的年份一致.

Offices number contracts as they please, so that the table itself has to show that the year in the number is that of signing: all
other lines, three at least, keep to it.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.contract_tables import Contract, contract_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_YEAR = regex(r"(?<!\d)(20[0-4]\d)(?!\d)")
_LEAST = 3


@rule(
    id="FUND-237",
    severity=WARN,
    basis=["practice#R-02", "practice#E-35"],
    zh="合同编号 {number} 的年份与同一行的签订日期 {day} 不一致，表中其他各行均一致",
    en="the year of the contract {number} is not that of {day} beside it, as in all other lines",
    only=Only.PAPER,
)
def contract_numbers_bear_the_year_of_their_day(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the only line of a table whose contract is of another year than the day it was signed."""
    del catalogue
    for lines in contract_tables(dossier):
        own = [one for one in lines if one.day("signed") and _year(one)]
        odd = [one for one in own if (day := one.day("signed")) and _year(one) != day.year]
        if len(odd) == 1 and len(own) - len(odd) >= _LEAST:
            number, signed = odd[0].cells["number"], odd[0].cells["signed"]
            words = {"number": odd[0].text("number"), "day": odd[0].day("signed")}
            yield Hit((number.operand("text"), signed.operand("text")), words)


def _year(one: Contract) -> int:
    """Return the only year in the number of a contract, 0 for none or several."""
    found = _YEAR.findall(one.text("number"))
    return int(found[0]) if len(found) == 1 else 0
