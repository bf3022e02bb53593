"""监测的累计完成值不为负数.

What was done in all is nothing or more, whatever the indicator; what was taken back is a smaller value, not one below zero.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.hardly_meant import negative
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import indicator_name, whose


@rule(
    id="ACTUAL-425",
    severity=ERROR,
    basis=["practice#M-11"],
    aspect="预算绩效管理情况",
    zh="{where}{indicator}：{on}累计完成 {amount}，为负数",
    en="{where}{indicator}: {amount} in all on {on}, which is negative",
    only=Only.DATA,
)
def monitored_values_are_not_negative(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each value below zero."""
    for row in dossier.progress:
        for key in negative(row, ("amount",)):
            words = {
                "where": whose(row),
                "indicator": indicator_name(catalogue, row.indicator),
                "on": row.when,
                "amount": str(row.quantity or row.amount),
            }
            yield Hit((row.operand(key),), words)
