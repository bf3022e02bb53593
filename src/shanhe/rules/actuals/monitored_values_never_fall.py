"""监测的累计完成值不减少.

Only of indicators that add up over the years (areas, counts, people): a rate may fall. Each region
and subproject is a series of its own, and so is each year, since the count may begin anew. A later value printed with fewer decimals may be its rounding.
"""

from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import accumulates
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Progress
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import indicator_name, whose
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.quantity import Sign


@rule(
    id="ACTUAL-416",
    severity=ERROR,
    basis=["practice#M-11", "practice#E-47"],
    aspect="预算绩效管理情况",
    zh="{where}{indicator}：{later_on}累计完成 {later}，少于{earlier_on}的 {earlier}",
    en="{where}{indicator}: {later} in all on {later_on}, less than {earlier} on {earlier_on}",
    only=Only.DATA,
)
def monitored_values_never_fall(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each value below the one before it."""
    series: dict[tuple[str, str, str, int], list[Progress]] = {}
    for row in dossier.progress:
        if row.quantity is not None and accumulates(catalogue, row.indicator):
            key = (row.indicator, row.region, row.subproject, row.when.year)
            series.setdefault(key, []).append(row)
    for (indicator, *_), rows in series.items():
        for earlier, later in pairwise(sorted(rows, key=lambda row: row.when)):
            if _falls(earlier, later):
                words = {
                    "where": whose(later),
                    "indicator": indicator_name(catalogue, indicator),
                    "later_on": later.when,
                    "later": str(later.quantity),
                    "earlier_on": earlier.when,
                    "earlier": str(earlier.quantity),
                }
                yield Hit((later.operand("amount"), earlier.operand("amount")), words)


def _falls(earlier: Progress, later: Progress) -> bool:
    before, after = earlier.quantity, later.quantity
    if before is None or after is None or not after.unit.like(before.unit):
        return False
    value, interval = after.value_in(before.unit), after.interval_in(before.unit)
    return judge_bound(interval, value, before, Sign.AT_LEAST) is Outcome.FAILS
