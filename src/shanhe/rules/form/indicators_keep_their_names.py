"""同一指标在各版本和各表中名称一致.

Names as printed in the goal tables and in the change table. Blanks, brackets and a unit in brackets
do not make names differ. One finding lists them all.
"""

from collections.abc import Iterable, Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.goal_table import printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.records.targets import Adjustment, Target
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, indicator_name, listed


@rule(
    id="FORM-711",
    severity=NOTE,
    basis=["practice#G-18", "practice#E-30"],
    zh="{count} 项指标在不同版本中名称不一：{names}",
    en="{count} indicators go by several names: {names}",
)
def indicators_keep_their_names(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every indicator that is printed under several names."""
    printed: dict[str, dict[str, tuple[str, list[str], Operand]]] = {}
    rows: Iterable[Target | Adjustment] = (*dossier.targets, *dossier.adjustments)
    for row in rows:
        key = "name" if row.name else "indicator"
        name = printed_name(row)
        own = printed.setdefault(row.indicator, {})
        _, where, _ = own.setdefault(plain_name(name), (name, [], row.operand(key)))
        where += [each for each in _where(row) if each not in where]
    several = {one: names for one, names in printed.items() if len(names) > 1}
    if several:
        shown = [_told(catalogue, one, names.values()) for one, names in several.items()]
        at = tuple(operand for names in several.values() for _, _, operand in names.values())
        yield Hit(at, {"count": len(several), "names": listed(shown)})


def _where(row: Target | Adjustment) -> tuple[str, ...]:
    return (row.version,) if isinstance(row, Target) else ("变动情况表",)


def _told(
    catalogue: Catalogue, indicator: str, names: Iterable[tuple[str, list[str], Operand]]
) -> Both:
    shown = "／".join(f"“{name}”（{'、'.join(where)}）" for name, where, _ in names)
    return Both(shown, f"{indicator_name(catalogue, indicator).en}: {shown}")
