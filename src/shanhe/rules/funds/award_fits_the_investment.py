"""中央奖补金额符合项目总投资对应的档次.

The table of awards is the one in force in the first year of the term; older programmes, for which
the catalogue holds no table, are left out. Held against it are the total and the central money of
the goal table for the whole term, as issued.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Row
from shanhe.measures.programme_kind import day_of_award, programme_kind
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome
from shanhe.values.period import TERM
from shanhe.values.unit import unit


@rule(
    id="FUND-224",
    severity=ERROR,
    basis=["measures_2024_6#award", "practice#F-03"],
    zh="项目总投资 {total} 万元，对应奖补 {award} 万元，目标表中央财政资金为 {central} 万元",
    en="an investment of {total} is awarded {award}; the goal table has {central} of central money (万元)",
    aspect="分配科学性",
)
def award_fits_the_investment(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the award once, if it is not that of the table."""
    kind, head = programme_kind(dossier), dossier.version(dossier.issued, TERM)
    held = catalogue.parameter("award_by_size").on(day_of_award(dossier))
    if not kind or head is None or held is None:
        return
    at = (head.operand("total", "万元"), head.operand("central", "万元"))
    if head.total is None or head.central is None:
        lacks = Both("实施期投资总额或中央财政资金", "investment or central money of the term")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    factor = Decimal(int(unit(held.unit_symbol).factor_to(unit("万元"))))
    rows = [row for row in held.rows if row.get("kind") == kind]
    award = _award(rows, head.total / factor)
    if award is not None and award * factor != head.central:
        words = {"total": head.total, "award": award * factor, "central": head.central}
        yield Hit(at, words, recomputed=f"{head.total} 万元 → {award} {held.unit_symbol}")


def _award(rows: list[Row], total: Decimal) -> Decimal | None:
    """Return the award of the step that a total falls into; ``None`` below the first step."""
    for row in rows:
        low, high = _number(row, "at_least"), _number(row, "below")
        if (low is None or total >= low) and (high is None or total < high):
            return _number(row, "award")
    return None


def _number(row: Row, key: str) -> Decimal | None:
    value = row.get(key)
    return Decimal(value) if isinstance(value, int | Decimal) else None
