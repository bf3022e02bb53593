"""同一指标在各处的数值处于同一数量级，计量单位没有写错.

Where the same number stands at two places with units of very different size (3.8 万立方米 and 3.8 立方米,
150 公顷 and 150 亩), one of the units was mistaken. Numbers are the same for this if neither is twice
the other, and the sizes differ if one value is more than eight times the other.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.source import Operand
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import amount, indicator_name, listed
from shanhe.values.quantity import Quantity

_TWICE, _FAR = Fraction(2), Fraction(8)

Stated = tuple[Quantity, Operand]


@rule(
    id="SAME-914",
    severity=WARN,
    basis=["practice#R-10", "practice#E-08"],
    zh="{indicator}的数字相近而计量单位大小悬殊，疑有一处写错：{values}",
    en="{indicator} has like numbers in units of very different size; one is probably mistaken: {values}",
    only=Only.PAPER,
)
def units_are_of_one_size(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each indicator whose values differ by the size of their units alone."""
    for indicator, stated in _by_indicator(dossier).items():
        pair = next((pair for pair in combinations(stated, 2) if _is_slip(*pair)), None)
        if pair is not None:
            words = {
                "indicator": indicator_name(catalogue, indicator),
                "values": listed(amount(quantity) for quantity, _ in pair),
            }
            yield Hit(tuple(at for _, at in pair), words)


def _by_indicator(dossier: Dossier) -> dict[str, list[Stated]]:
    found: dict[str, list[Stated]] = {}
    rows: tuple[Target | Actual, ...] = (*dossier.targets, *dossier.actuals)
    for row in rows:
        if row.quantity is not None and row.amount and not getattr(row, "region", ""):
            stated = (row.quantity, row.operand("amount"))
            found.setdefault(row.indicator, []).append(stated)
    for fact in dossier.facts:
        known = fact.aspect in {"target", "actual", "total"} and not fact.region
        if known and fact.quantity is not None and fact.amount:
            found.setdefault(fact.concept, []).append((fact.quantity, fact.operand("amount")))
    return found


def _is_slip(one: Stated, other: Stated) -> bool:
    first, second = one[0], other[0]
    if first.unit.factor == second.unit.factor or not first.unit.like(second.unit):
        return False
    printed = abs(Fraction(first.amount) / Fraction(second.amount))
    real = abs(first.value / second.value_in(first.unit))
    near = 1 / _TWICE <= printed <= _TWICE
    return near and not 1 / _FAR <= real <= _FAR
