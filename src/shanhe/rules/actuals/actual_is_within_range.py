"""完成值在指标取值范围之内，计数为整数，部分不大于整体.

Range, whole numbers and "part of" come from the catalogue. A part is held against its whole with
what rounding allows. Heads are whole (156.4人), though the indicator of the catalogue counts 人次.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.attainment import actuals_of_year, known_indicator
from shanhe.measures.programme_kind import is_whole
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.quantity import Quantity, Sign

_HEADS = frozenset({"人", "人次", "户"})


@rule(
    id="ACTUAL-414",
    severity=ERROR,
    basis=["practice#E-06", "practice#I-R3", "arithmetic#part_of_whole"],
    zh="{region}{indicator}：{place}的完成值为 {stated}，{fact}",
    en="{region}{indicator}: the {place} states {stated}, {fact}",
)
def actual_is_within_range(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each actual that its indicator cannot take."""
    for actual in actuals_of_year(dossier):
        indicator = known_indicator(catalogue, actual.indicator)
        stated = actual.quantity
        if indicator is None or stated is None:
            continue
        like = stated.unit.like(indicator.unit)
        whole = _exceeded(dossier, indicator, actual) if like else None
        fact = _out_of_range(indicator, stated) if like else _split_heads(indicator, stated)
        fact = fact or _more_than(catalogue, whole)
        if fact is not None:
            at = (actual, whole) if whole is not None else (actual,)
            words = {
                "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": str(stated),
                "fact": fact,
            }
            yield Hit(tuple(one.operand("amount") for one in at), words)


def _out_of_range(indicator: Indicator, stated: Quantity) -> Both | None:
    value, symbol = stated.value_in(indicator.unit), indicator.unit_symbol
    if indicator.low is not None and value < indicator.low:
        return Both(f"小于下限 {indicator.low}{symbol}", f"below {indicator.low}{symbol}")
    if indicator.high is not None and value > indicator.high:
        return Both(f"大于上限 {indicator.high}{symbol}", f"above {indicator.high}{symbol}")
    if indicator.whole_number and value.denominator != 1:
        return Both("应为整数", "which should be a whole number")
    return None


def _split_heads(indicator: Indicator, stated: Quantity) -> Both | None:
    """Return what is wrong with heads or visits that are no whole number."""
    heads = stated.unit.symbol in _HEADS and stated.amount % 1 != 0
    return (
        Both("应为整数", "which should be a whole number")
        if heads and indicator.whole_number
        else None
    )


def _exceeded(dossier: Dossier, indicator: Indicator, actual: Actual) -> Actual | None:
    """Return the whole that the actual is part of, if it is more than that."""
    within = indicator.within if is_whole(dossier, indicator.within) else ""
    stated = dossier.stated_actuals(within, actual.region) if within else ()
    whole = next((one for one in stated if one.place == actual.place), None)
    part, limit = actual.quantity, whole.quantity if whole is not None else None
    if part is None or limit is None or not part.unit.like(limit.unit):
        return None
    value, interval = part.value_in(limit.unit), part.interval_in(limit.unit)
    outcome = judge_bound(interval, value, limit, Sign.AT_MOST)
    return whole if outcome is Outcome.FAILS else None


def _more_than(catalogue: Catalogue, whole: Actual | None) -> Both | None:
    if whole is None:
        return None
    name = indicator_name(catalogue, whole.indicator)
    return Both(f"大于{name.zh} {whole.quantity}", f"more than {name.en}, {whole.quantity}")
