"""列有本年度支出数的截止日期属于评价年度.

``截至2023年12月31日，共支出83925万元`` in a paper of 2024 whose form has just that sum as spent in 2024: the day was left from another year. A sum
that the form does not have may be of that day.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import money
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_END = regex(
    r"(?:截至|截止到?|到|至)(?P<year>20\d\d)年(?:12月(?:31日|底|末)|年?[底末])(?P<between>[^。；]{0,60}?)(?:支出|支付|执行|使用)[^，。；\ue000-\uf8ff]{0,6}(?P<mark>[\ue000-\uf8ff])"
)


@rule(
    id="TIME-358",
    severity=ERROR,
    basis=["practice#R-02", "practice#E-15"],
    zh="“截至{told}年”所列支出 {amount}，即{year}年度的执行数，截止日期年份有误",
    en="{amount} spent by the end of {told} is what {year} spent; the day is of another year",
    only=Only.PAPER,
)
def the_money_of_the_year_is_as_of_its_end(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each day of another year at which the money of this one is told."""
    del catalogue
    year = dossier.programme.year
    for frame in prose_frames(dossier) if year else ():
        for found in _END.finditer(frame.bones.text):
            if int(found["year"]) != year:
                yield from _judge(dossier, frame, found)


def _judge(dossier: Dossier, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    told = frame.bones.amount(found["mark"])
    row = next((row for row in dossier.annual_funds if _is(row, told)), None)
    if row is not None and not re.search(AMOUNT, found["between"]):
        words = {"told": found["year"], "amount": amount(told.quantity)}
        words["year"] = str(dossier.programme.year)
        at = frame.operand(found.start(), found.end())
        yield Hit((at, row.operand("executed", "万元")), words)


def _is(row: AnnualFund, told: PrintedAmount) -> bool:
    """Return whether the form has the sum as spent in this row."""
    spent = money(row.executed) if row.executed else None
    return spent is not None and told.is_money and bool(agree(told.quantity, spent))
