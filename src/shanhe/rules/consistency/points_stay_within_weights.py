"""得分不超过分值，不小于零.

Row by row of a scored form, groups and total included.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.stated_points import printed_points, value
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, listed


@rule(
    id="SAME-906",
    severity=ERROR,
    basis=["practice#P-10"],
    zh="{count} 项得分超出范围：{rows}",
    en="{count} rows have points out of range: {rows}",
    only=Only.PAPER,
)
def points_stay_within_weights(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every row whose points are more than its weight, or below zero."""
    wrong = []
    for row in printed_points(dossier, catalogue):
        if row.points is None:
            continue
        limit = value(row.weight) if row.weight is not None else None
        if value(row.points) < 0 or (limit is not None and value(row.points) > limit):
            wrong.append((row, row.points))
    if wrong:
        shown = [
            Both(
                f"{name.zh}得 {points.amount} 分"
                + (f"（分值 {row.weight.amount}）" if row.weight else ""),
                f"{name.en}: {points.amount}" + (f" of {row.weight.amount}" if row.weight else ""),
            )
            for row, points in wrong
            for name in [indicator_name(catalogue, row.name)]
        ]
        facts = [fact for row, _ in wrong for fact in (row.points, row.weight) if fact is not None]
        at = tuple(fact.operand("amount") for fact in facts)
        yield Hit(at, {"count": len(wrong), "rows": listed(shown)})
