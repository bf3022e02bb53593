"""比率类指标的总目标介于各区域分解目标的最小值与最大值之间.

Rates, shares and states do not add up over regions, but however the regions weigh, their mean
cannot leave the range of its members. The exact mean is not recomputed here: its weights are
seldom known. A split that leaves out a region is judged only where the whole lies inside anyway.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Dimension, Indicator, Way
from shanhe.measures.aggregate import is_added
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.interval import Interval
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity


@rule(
    id="TARGET-102",
    severity=ERROR,
    basis=["practice#G-07", "arithmetic#bounds"],
    zh="{period}{indicator}：总目标 {whole} 不在各区域分解目标的范围（{low}～{high}）之内",
    en="{indicator}, {period}: the whole, {whole}, lies outside its regions' range, {low} to {high}",
)
def regional_rates_bracket_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate whose whole no weighting of its regions could give."""
    for version, period, indicator, parts in dossier.splits():
        whole = dossier.target(version, period, indicator)
        known = catalogue.has_indicator(indicator)
        if whole is not None and known and _is_a_mean(catalogue.indicator(indicator)):
            missing = [name for name in dossier.regions if name not in {p.region for p in parts}]
            yield from _judge(catalogue, whole, parts, missing)


def _is_a_mean(indicator: Indicator) -> bool:
    across = indicator.adds_up(Dimension.REGION)
    means = {Way.WMEAN, Way.RATIO, Way.POOL, Way.MIN, Way.MAX}
    return across is not None and across.way in means and not is_added(indicator)


def _judge(
    catalogue: Catalogue, whole: Target, parts: tuple[RegionalTarget, ...], missing: list[str]
) -> Iterator[Hit]:
    name = indicator_name(catalogue, whole.indicator)
    at = (whole.operand("amount"), *(part.operand("amount") for part in parts))
    stated = whole.quantity
    known = [part.quantity for part in parts if part.quantity is not None]
    like = [q for q in known if stated is not None and q.unit.like(stated.unit)]
    if stated is None or len(like) != len(parts):
        lacks = Both(f"{name.zh}的数值或单位", f"a value or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    low, high = min(like, key=_size), max(like, key=_size)
    if Interval(low.value_in(stated.unit), high.value_in(stated.unit)).meets(stated.interval):
        return
    if missing:
        zh = f"{'、'.join(missing)}的{name.zh}分解目标"
        lacks = Both(zh, f"the target of {', '.join(missing)} for {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    words = {
        "period": whole.period,
        "indicator": name,
        "whole": amount(stated),
        "low": amount(low),
        "high": amount(high),
    }
    yield Hit(at, words, recomputed=f"{stated.number} ∉ [{low.number}, {high.number}]")


def _size(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor
