"""二级指标名称在各版本中一致.

The names of groups as printed beside the same indicator: 生态效益 in one version, 生态效益指标 in another.
A name that belongs to another group altogether is not a spelling, and is listed all the same. Two
indicators that stand in two groups say nothing of either's name.
"""

from collections.abc import Iterator
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import known_indicator
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed


@rule(
    id="FORM-718",
    severity=NOTE,
    basis=["practice#G-18", "practice#R-09"],
    zh="{count} 组二级指标在不同版本中名称不一：{names}",
    en="{count} groups of indicators go by several names: {names}",
)
def groups_keep_their_names(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every group that is printed under several names."""
    groups: dict[str, dict[str, list[Target]]] = {}
    for target in dossier.targets:
        indicator = known_indicator(catalogue, target.indicator)
        if target.level2 and indicator is not None:
            own = groups.setdefault(indicator.level2, {})
            own.setdefault(target.level2.strip(), []).append(target)
    several = [names for names in groups.values() if _is_one_group(names)]
    if several:
        at = (rows[0].operand("level2") for names in several for rows in names.values())
        shown = [_told(names) for names in several]
        yield Hit(tuple(at), {"count": len(several), "names": listed(shown)})


def _is_one_group(names: dict[str, list[Target]]) -> bool:
    """Return whether the same indicator stands under two of the names."""
    seen = [{row.indicator for row in rows} for rows in names.values()]
    return any(one & other for one, other in combinations(seen, 2))


def _told(names: dict[str, list[Target]]) -> Both:
    told = []
    for name, rows in names.items():
        versions = dict.fromkeys(row.version for row in rows)
        told.append(f"“{name}”（{'、'.join(versions)}）")
    return Both("／".join(told), " / ".join(told))
