"""资金下达文件写明文号、日期和金额.

A document without an amount leaves its step to be closed by the totals of its neighbours; one
without number or day cannot be found again. Other documents that are cited are looked at by the
rules on the form. All that lack something make one finding.
"""

from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.measures.text_tables import plain, tables_with
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_AMOUNT = regex(r"\d[\d,]*(?:\.\d+)?(?:万元|亿元|元)?")
_WORDS = {
    "number": Both("文号", "number"),
    "issued": Both("发文日期", "day"),
    "amount": Both("金额", "amount"),
}


@rule(
    id="FUND-227",
    severity=NOTE,
    basis=["practice#R-02"],
    zh="{count} 份资金下达文件要素不全：{documents}",
    en="{count} money documents with something missing: {documents}",
)
def money_documents_carry_number_date_and_amount(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the money documents that lack something, once."""
    del catalogue
    documents = money_documents(dossier)
    asked = [key for key in _WORDS if key == "number" or _states(dossier, documents, key)]
    whole = all(getattr(document, key) for document in documents for key in asked)
    in_tables = {} if whole else _in_tables(dossier)
    lacking = [
        (document, missing)
        for document in documents
        if (missing := [key for key in asked if not _has(document, key, in_tables)])
    ]
    if lacking:
        at = tuple(document.operand(key) for document, keys in lacking for key in keys)
        said = listed(_said(document, keys) for document, keys in lacking)
        yield Hit(at, {"count": len(lacking), "documents": said})


def _has(document: FundDocument, key: str, in_tables: dict[str, set[str]]) -> bool:
    """Return whether something is told of a document, by itself or in the line of a table with its number."""
    return bool(getattr(document, key)) or key in in_tables.get(folded(document.number), set())


def _in_tables(dossier: Dossier) -> dict[str, set[str]]:
    """Return what the lines of tables tell of the numbers in them: a day, an amount."""
    found: dict[str, set[str]] = {}
    for rows in tables_with(dossier, "号"):
        for row in rows:
            words = [folded(plain(cell)) for cell in row.values()]
            told = {"issued"} if any(read_date(word) for word in words) else set()
            told |= {"amount"} if any(_AMOUNT.fullmatch(word) for word in words) else set()
            for word in words:
                found.setdefault(word, set()).update(told)
    return found


def _states(dossier: Dossier, documents: Sequence[FundDocument], key: str) -> bool:
    """Return whether days or amounts are asked for: a paper may tell them apart from its documents, or cite by number."""
    stated = sum(getattr(document, key) is not None for document in documents)
    return not dossier.paper or 2 * stated > len(documents)


def _said(document: FundDocument, keys: list[str]) -> Both:
    missing = listed(_WORDS[key] for key in keys)
    name = name_of(document)
    return Both(f"{name}（缺{missing.zh}）", f"{name} (no {missing.en})")
