"""项目规模符合当年申报条件.

Investment and area of every version for the whole term are held against the thresholds of the call
of the first year; a change that takes a programme below them puts its award in question. The call's
other conditions (term, number per province, plots without a responsible party) are not numbers of
the goal table and are not judged here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Row
from shanhe.measures.programme_kind import day_of_award, programme_kind
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome
from shanhe.values.period import TERM
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits, find_unit, unit


@dataclass(frozen=True, slots=True)
class _Size:
    """One size of one version; ``quantity`` is ``None`` where number or unit is missing."""

    version: str
    quantity: Quantity | None
    operand: Operand


@rule(
    id="FUND-225",
    severity=WARN,
    basis=["call_2025_7#thresholds", "practice#F-04"],
    zh="{version}的绩效目标中{item}为 {size}，低于申报条件 {limit}",
    en="{item} of version {version} is {size}, below the call's {limit}",
    aspect="分配科学性",
)
def programme_meets_the_call(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each version that is smaller than the call demands."""
    held = catalogue.parameter("call_thresholds").on(day_of_award(dossier))
    if held is None or programme_kind(dossier) != "mine":
        return
    for row in held.rows:
        limit = _limit(row)
        if limit is None:
            continue
        name = _name(catalogue, str(row["item"]))
        for size in _sizes(dossier, str(row["item"])):
            yield from _judge(size, name, limit)


def _limit(row: Row) -> Quantity | None:
    value, symbol = row.get("value"), find_unit(str(row.get("unit", "")))
    if row.get("sign") != "≥" or not isinstance(value, int | Decimal) or symbol is None:
        return None
    return Quantity(Decimal(value), symbol, exact=True)


def _name(catalogue: Catalogue, item: str) -> Both:
    if item == "investment":
        return Both("投资总额", "investment")
    return indicator_name(catalogue, item)


def _sizes(dossier: Dossier, item: str) -> Iterator[_Size]:
    if item == "investment":
        for head in dossier.versions:
            if head.period == TERM and head.total is not None:
                total = Quantity(head.total, unit("万元"), exact=True)
                yield _Size(head.version, total, head.operand("total", "万元"))
        return
    for target in dossier.targets:
        if (target.indicator, target.period) == (item, TERM):
            yield _Size(target.version, target.quantity, target.operand("amount"))


def _judge(size: _Size, name: Both, limit: Quantity) -> Iterator[Hit]:
    if size.quantity is None:
        lacks = Both(
            f"{size.version}的绩效目标中{name.zh}的数值或单位",
            f"a value or unit of {name.en}, {size.version}",
        )
        yield Hit((size.operand,), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    try:
        value = size.quantity.value_in(limit.unit)
    except UnlikeUnits:
        return
    if value < limit.value:
        words = {
            "version": size.version,
            "item": name,
            "size": f"{decimal_text(value)} {limit.unit.symbol}",
            "limit": f"{limit.number} {limit.unit.symbol}",
        }
        yield Hit((size.operand,), words)
