"""同一指标在各版本的小数位数一致.

Of measured values only: a count has no decimals. The same value with more zeros (100 and 100.00) is
the same. Periods are not mixed.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.period import Period


@rule(
    id="FORM-716",
    severity=NOTE,
    basis=["practice#E-61", "practice#G-18"],
    zh="{count} 项指标在各版本的小数位数不一致：{values}",
    en="{count} indicators are printed with different decimals: {values}",
)
def versions_keep_their_decimals(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every indicator whose versions differ in decimals."""
    groups: dict[tuple[Period, str], list[Target]] = {}
    for target in dossier.targets:
        if target.quantity is not None and not target.quantity.unit.is_count:
            groups.setdefault((target.period, target.indicator), []).append(target)
    mixed = [rows for rows in groups.values() if _is_mixed(rows)]
    if mixed:
        words = {"count": len(mixed), "values": listed(_told(catalogue, rows) for rows in mixed)}
        yield Hit(tuple(row.operand("amount") for rows in mixed for row in rows), words)


def _is_mixed(rows: list[Target]) -> bool:
    quantities = [row.quantity for row in rows if row.quantity is not None]
    places = {one.places for one in quantities}
    values = {one.value for one in quantities}
    return len(places) > 1 and len(values) > 1


def _told(catalogue: Catalogue, rows: list[Target]) -> Both:
    name = indicator_name(catalogue, rows[0].indicator)
    shown = "、".join(f"{row.amount}（{row.version}）" for row in rows)
    return Both(f"{name.zh} {shown}", f"{name.en} {shown}")
