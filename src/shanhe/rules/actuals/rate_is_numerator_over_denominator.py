"""比率指标的完成值等于分子除以分母，分母不为零.

Percentages are recomputed × 100; other quotients (万元/公顷) as they are. Whole operands are counts
and stand for themselves; others for all that rounds to them.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.measures.computed import PERCENT
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.interval import Interval, decimal_text
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.unit import Unit, unit


@rule(
    id="ACTUAL-419",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#A-03"],
    zh="{region}{indicator}：{place}的完成值为 {stated}，分子 {top}、分母 {bottom}，{fact}",
    en="{region}{indicator}: the {place} states {stated}; {top} over {bottom} {fact}",
)
def rate_is_numerator_over_denominator(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate that its operands do not give."""
    for actual in actuals_of_year(dossier):
        top, bottom = actual.numerator, actual.denominator
        if top is None or bottom is None or actual.quantity is None:
            continue
        fact, steps = _contradiction(actual.quantity, top, bottom)
        if fact is not None:
            words = {
                "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": str(actual.quantity),
                "top": top,
                "bottom": bottom,
                "fact": fact,
            }
            yield Hit(_operands(actual), words, recomputed=steps)


def _contradiction(stated: Quantity, top: Decimal, bottom: Decimal) -> tuple[Both | None, str]:
    """Return what speaks against the rate, and the recomputation."""
    if bottom == 0:
        return Both("分母为零，比率没有意义", "is no rate"), ""
    above, below = _operand(top), _operand(bottom)
    times = _hundred(stated.unit)
    value = above.value / below.value * times
    try:
        interval = (above.interval / below.interval).times(times)
    except ZeroDivisionError:
        interval = Interval.exactly(value)
    if judge_equal(stated, interval, value).is_kept:
        return None, ""
    shown = f"{rounded(value, max(stated.places, 2)):f}{stated.unit.symbol}"
    mark = " × 100%" if times == 100 else ""
    steps = f"{top:f} ÷ {bottom:f}{mark} = {decimal_text(value)}"
    return Both(f"应为 {shown}", f"is {shown}"), steps


def _operand(number: Decimal) -> Quantity:
    return Quantity(number, unit(""), exact=number == number.to_integral_value())


def _hundred(own: Unit) -> Fraction:
    if own.like(PERCENT):
        return 1 / own.factor
    return Fraction(100) if own.measures("points") else Fraction(1)


def _operands(actual: Actual) -> tuple[Operand, ...]:
    return tuple(actual.operand(key) for key in ("amount", "numerator", "denominator"))
