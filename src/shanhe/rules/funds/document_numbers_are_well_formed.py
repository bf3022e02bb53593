"""文号书写规范，六角括号内的年份与发文年份一致.

Numbers of money documents must have the whole form, 机关代字〔年份〕序号号; of other documents, which
may be decrees or standards, only brackets around a year are asked for. A year that differs from
that of issue points to a wrong number or a wrong day.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.document_number import is_well_formed, plain_number, year_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both


@rule(
    id="FUND-226",
    severity=WARN,
    basis=["practice#R-02"],
    zh="文号“{number}”{what}",
    en='document number "{number}" {what}',
)
def document_numbers_are_well_formed(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of another form, or of another year than its document."""
    del catalogue
    for document in dossier.documents:
        if not document.number:
            continue
        year = year_of(document.number)
        at = (document.operand("number"),)
        if document.issued and year is not None and year != document.issued.year:
            words = {"number": document.number, "what": _other_year(document, year)}
            yield Hit((*at, document.operand("issued")), words)
        elif not is_well_formed(document.number) and (document.passes_money or year is not None):
            yield Hit(at, {"number": document.number, "what": _right_form(document.number)})


def _other_year(document: FundDocument, year: int) -> Both:
    return Both(
        f"的年份为 {year} 年，发文日期为 {document.issued}",
        f"is of {year}, its document of {document.issued}",
    )


def _right_form(number: str) -> Both:
    better = plain_number(number)
    if is_well_formed(better):
        return Both(f"书写不规范，应为“{better}”", f'is not written as it should be: "{better}"')
    return Both(
        "书写不规范，应为“机关代字〔年份〕序号号”的形式",
        "does not have the form 财资环〔2025〕64号",
    )
