"""同一版本、同一期间的指标不重复.

Two rows of one indicator leave open which of them counts, even where they say the same. Aliases
are one indicator. Rows of a split are looked at region by region.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import indicator_name, listed

Row = Target | RegionalTarget


@rule(
    id="TARGET-121",
    severity=ERROR,
    basis=["practice#G-13"],
    zh="{version}的{period}目标中{region}{indicator}重复出现 {count} 次（{values}）",
    en="version {version}, {period}: {indicator} {region} stands {count} times ({values})",
)
def no_indicator_stands_twice(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each indicator that has several rows in one table."""
    groups: dict[tuple[str, str, str, str], list[Row]] = {}
    rows: tuple[Row, ...] = (*dossier.targets, *dossier.regional_targets)
    for row in rows:
        region = row.region if isinstance(row, RegionalTarget) else ""
        key = (row.version, row.period.key, region, row.indicator)
        groups.setdefault(key, []).append(row)
    for (version, _, region, indicator), found in groups.items():
        if len(found) > 1:
            at = tuple(row.operand("amount") for row in found)
            words = {
                "version": version,
                "period": found[0].period,
                "region": region,
                "indicator": indicator_name(catalogue, indicator, printed_name(found[0])),
                "count": len(found),
                "values": listed(_shown(one) for one in at),
            }
            yield Hit(at, words)


def _shown(one: Operand) -> str:
    return one.text if one.text.endswith(one.unit) else f"{one.text}{one.unit}"
