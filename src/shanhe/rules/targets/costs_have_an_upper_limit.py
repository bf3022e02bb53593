"""成本类指标的指标值为上限.

A unit cost is a cap: ≤27.50万元/公顷. With ≥ it would ask for spending more. Of sums of money and costs per thing
whose name says so; what is saved (成本节约率, 降低成本) is more the better, and 补助标准 is often a least.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import amount, indicator_name
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_COST = regex("成本|造价|单价|投资标准|控制数|亩均投资|概算")
_GAIN = regex("节约|节省|补助|补偿|提高|降低|下降|减少|收益|收入|效益|增")
_LEAST = frozenset({Sign.AT_LEAST, Sign.ABOVE})


@rule(
    id="TARGET-129",
    severity=WARN,
    basis=["practice#G-15", "practice#G-14"],
    zh="{version}的{period}目标中{indicator}的指标值为“{value}”，成本类指标应为上限（≤），符号疑为写反",
    en="version {version}, {period}: {indicator} is {value}; a cost has an upper limit, the sign seems turned round",
)
def costs_have_an_upper_limit(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each cost whose target is a lower limit."""
    for target in dossier.targets:
        name = printed_name(target)
        quantity = target.quantity
        is_cost = _COST.search(name) is not None and not _GAIN.search(name)
        if quantity is not None and is_cost and _is_money(quantity.unit) and target.sign in _LEAST:
            words = {
                "version": target.version,
                "period": target.period,
                "indicator": indicator_name(catalogue, target.indicator, name),
                "value": f"{target.sign}{amount(quantity)}",
            }
            yield Hit((target.operand("amount"),), words)


def _is_money(unit: Unit) -> bool:
    """Return whether a unit is one of money, or of money per thing."""
    return ("money", 1) in unit.dimensions
