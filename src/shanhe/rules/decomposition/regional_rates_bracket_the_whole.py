"""比率类指标的总目标介于各区域分解目标的最小值与最大值之间.

Rates, shares and states do not add up over regions, but however the regions weigh, their mean
cannot leave the range of its members. The exact mean is not recomputed here: its weights are
seldom known. A split that leaves out a region is judged only where the whole lies inside anyway.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.split import Kind, is_within, kind_of, span_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.outcome import Outcome


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
        if whole is not None and known and kind_of(catalogue.indicator(indicator)) is Kind.MEAN:
            missing = [name for name in dossier.regions if name not in {p.region for p in parts}]
            yield from _judge(catalogue, whole, parts, missing)


def _judge(
    catalogue: Catalogue, whole: Target, parts: tuple[RegionalTarget, ...], missing: list[str]
) -> Iterator[Hit]:
    name = indicator_name(catalogue, whole.indicator)
    at = (whole.operand("amount"), *(part.operand("amount") for part in parts))
    stated = whole.quantity
    span = span_of(stated, parts) if stated is not None else None
    if stated is None or span is None:
        lacks = Both(f"{name.zh}的数值或单位", f"a value or unit of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    if is_within(stated, span):
        return
    if missing:
        zh = f"{'、'.join(missing)}的{name.zh}分解目标"
        lacks = Both(zh, f"the target of {', '.join(missing)} for {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    low, high = span
    words = {
        "period": whole.period,
        "indicator": name,
        "whole": amount(stated),
        "low": amount(low),
        "high": amount(high),
    }
    yield Hit(at, words, recomputed=f"{stated.number} ∉ [{low.number}, {high.number}]")
