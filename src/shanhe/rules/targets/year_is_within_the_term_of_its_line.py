"""表中年度计划不超过同一行的实施期任务.

Columns such as 三年总任务 and 2024年计划, or 实施期目标 and 中期目标 in words (营造林12.6万亩). Rates, costs and years of care
may rise and fall; lines that TARGET-106 judges as targets of the catalogue are left to it.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import accumulates
from shanhe.measures.term_and_year import TermAndYear, terms_and_years
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount


@rule(
    id="TARGET-128",
    severity=ERROR,
    basis=["practice#G-08", "arithmetic#part_of_whole"],
    zh="表中“{name}”：“{column}”为 {year}，超过“{whole}”的 {term}",
    en="{name} in the table: {column}, {year}, exceeds {whole}, {term}",
    only=Only.PAPER,
)
def year_is_within_the_term_of_its_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each line whose year, or part of the term, asks for more than the term."""
    judged = _judged(dossier, catalogue)
    for one in terms_and_years(dossier):
        where = one.term_at.where
        if one.year.value > one.term.value and (where.table, where.row) not in judged:
            words = {
                "name": one.name,
                "column": _column(one, year=True),
                "year": amount(one.year),
                "whole": _column(one, year=False),
                "term": amount(one.term),
            }
            yield Hit((one.term_at, one.year_at), words)


def _judged(dossier: Dossier, catalogue: Catalogue) -> set[tuple[int, int]]:
    """Return the lines of targets that TARGET-106 judges."""
    found = set()
    for target in dossier.targets:
        known = target.period.is_term and catalogue.has_indicator(target.indicator)
        if known and accumulates(catalogue.indicator(target.indicator)):
            where = target.operand("amount").where
            if dossier.target(target.version, dossier.year, target.indicator) is not None:
                found.add((where.table, where.row))
    return found


def _column(one: TermAndYear, *, year: bool) -> str:
    head = (one.year_at if year else one.term_at).where.column
    return head if head and not head.isdigit() else ("年度计划" if year else "实施期任务")
