"""投资总额等于中央、地方、社会资金之和.

Money that was allotted stands for itself, so there is no room for rounding. A blank for private
money counts as none; a blank for central or local money leaves the sum open.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add, money
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import TargetVersion
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, difference, places_of, result
from shanhe.values.outcome import Outcome

SOURCES = ("central", "local", "social")


@rule(
    id="TARGET-114",
    severity=ERROR,
    basis=["practice#G-11", "arithmetic#sum"],
    zh="{version}的{period}绩效目标：中央、地方、社会资金合计 {sum}，投资总额填为 {total}，相差 {difference}",
    en="version {version}, {period}: central, local and private money come to {sum}, the investment is stated as {total}, {difference}",
    asks=Only.DATA,
)
def investment_is_the_sum_of_its_sources(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each head whose money does not add up."""
    del catalogue
    for head in dossier.versions:
        if head.total is not None:
            yield from _judge(head, head.total)


def _judge(head: TargetVersion, stated: Decimal) -> Iterator[Hit]:
    at = tuple(head.operand(key, "万元") for key in ("total", *SOURCES))
    if head.central is None or head.local is None:
        names = {"中央财政资金": head.central, "地方资金": head.local}
        zh = "、".join(name for name, value in names.items() if value is None)
        lacks = Both(
            f"{head.version}的{head.period}绩效目标中的{zh}", f"money of {head.version} by source"
        )
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    total = money(stated)
    parts = [money(value) for value in (head.central, head.local, head.social) if value is not None]
    whole = add(parts)
    if whole.value != total.value:
        places = places_of([total, *parts])
        words = {
            "version": head.version,
            "period": head.period,
            "sum": result(whole, places),
            "total": amount(total),
            "difference": difference(whole, total, places),
        }
        yield Hit(at, words, recomputed=whole.equation)
