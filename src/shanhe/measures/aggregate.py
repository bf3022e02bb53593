"""One indicator's values over regions → one value, in the way the indicator declares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shanhe.catalogue.model import Dimension, Indicator, Purpose, Way
from shanhe.measures.computed import Computed, add, money, weighted_mean
from shanhe.records.dossier import Dossier
from shanhe.records.targets import RegionalTarget
from shanhe.values.period import Period
from shanhe.values.quantity import Quantity

_ADDED = {Way.SUM, Way.SUMD}


class NotAggregable(Exception):  # noqa: N818 - a refusal, named for what it says
    """The indicator does not combine this way, or a weight is missing; ``lacks`` says which."""

    def __init__(self, lacks: str) -> None:
        super().__init__(lacks)
        self.lacks = lacks


@dataclass(frozen=True, slots=True)
class Aggregation:
    """What the regions come to, for one purpose.

    Attributes:
        way: how they were combined.
        weight: what weighed: ``money``, an indicator's id, or nothing.
    """

    purpose: Purpose
    way: Way
    weight: str
    computed: Computed


def is_added(indicator: Indicator) -> bool:
    """Return whether the indicator's values over regions add up."""
    across = indicator.adds_up(Dimension.REGION)
    return across is not None and across.way in _ADDED


def aggregate(
    parts: Sequence[RegionalTarget],
    indicator: Indicator,
    purpose: Purpose,
    weights: Mapping[str, Mapping[str, Quantity]],
) -> Aggregation:
    """Return what the regional values come to.

    Args:
        parts: one row a region, all with number and unit.
        indicator: declares the way.
        purpose: for the form, or on the ground.
        weights: what weighs (``money`` or an indicator's id) → region → weight.

    Raises:
        NotAggregable: it does not combine, or a weight is missing; nothing counts as zero.

    Example:
        Cover of 20.21, 20.8 and 22.28 % is 21.68 % by 682, 2555 and 5417 万元, 21.94 % by area.
    """
    across = indicator.adds_up(Dimension.REGION, purpose)
    values = [part.quantity for part in parts]
    known = [value for value in values if value is not None]
    if across is None or len(known) != len(values) or not known:
        raise NotAggregable(indicator.id)
    if across.way in _ADDED:
        return Aggregation(purpose, across.way, "", add(known))
    if across.way in {Way.MIN, Way.MAX}:
        pick = min if across.way is Way.MIN else max
        chosen = pick(known, key=lambda quantity: quantity.value)
        return Aggregation(purpose, across.way, "", add([chosen]))
    if across.way not in {Way.WMEAN, Way.RATIO} or not across.weight:
        raise NotAggregable(across.way.value)
    weighing = weights.get(across.weight, {})
    missing = [part.region for part in parts if part.region not in weighing]
    if missing:
        raise NotAggregable("、".join(missing))
    mean = weighted_mean(known, [weighing[part.region] for part in parts])
    return Aggregation(purpose, across.way, across.weight, mean)


def region_weights(
    dossier: Dossier, version: str, period: Period
) -> dict[str, dict[str, Quantity]]:
    """Return what may weigh regions: central money passed on, and each indicator of the split."""
    found: dict[str, dict[str, Quantity]] = {}
    for own_version, own_period, indicator, parts in dossier.splits():
        if (own_version, own_period) == (version, period):
            found[indicator] = {p.region: p.quantity for p in parts if p.quantity is not None}
    passed: dict[str, Decimal] = {}
    for transfer in dossier.transfers:
        if transfer.kind == "下达" and transfer.origin == "中央" and transfer.amount is not None:
            passed[transfer.taker] = passed.get(transfer.taker, Decimal(0)) + transfer.amount
    found["money"] = {name: money(amount) for name, amount in passed.items()}
    return found
