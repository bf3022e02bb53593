"""表中逐期累计数等于上期累计加本期，文中所写季度、半年数等于各月之和.

``累计支付`` of a line is that of the line above and ``当月支付``, where most lines of the table keep it; ``上半年支付236笔`` is the
sum of the six months of the only column in 笔.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.column_runs import broken_parts_of_year, broken_sums_so_far
from shanhe.measures.frame import frames
from shanhe.measures.printed_tables import printed_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import places_of, result


@rule(
    id="SAME-985",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#sum"],
    zh="“{words}”写为 {stated}，按 {steps} 复算为 {due}",
    en="{words} is {stated}; {steps} is {due}",
    only=Only.PAPER,
)
def columns_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sum so far, and each quarter or half year, that the lines do not make."""
    del catalogue
    for table in printed_tables(dossier):
        for one in (*broken_sums_so_far(table), *broken_parts_of_year(table, frames(dossier))):
            words = {"words": one.words, "stated": f"{one.stated.number} {one.stated.unit.symbol}"}
            words |= {"steps": one.due.steps, "due": result(one.due, places_of([one.stated]))}
            yield Hit(one.at, words, recomputed=one.due.equation)
