"""填报的完成率等于完成值除以目标值.

Recomputed from the printed numbers and rounded half up to the decimals of the stated rate. Limits
(单位成本) are left alone, since no national text says how their rate is computed; so is a rate held
at 100 % although more was done. Where the rate was computed with a target quoted wrongly, the
cause says so. Unlike units are the business of ACTUAL-411.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction
from shanhe.measures.attainment import actuals_of_year, known_indicator, target_for
from shanhe.measures.completion import direction_of
from shanhe.measures.computed import PERCENT, Computed, percent
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import UnlikeUnits


@rule(
    id="ACTUAL-402",
    severity=ERROR,
    basis=["practice#R-05", "arithmetic#ratio"],
    zh="{region}{indicator}：{place}填报完成率 {stated}，按 {steps} 复算为 {computed}",
    en="{region}{indicator}: the {place} states {stated} completed; {steps} is {computed}",
    asks=Only.DATA,
    causes={
        "quoted": (
            "完成率系按该处引用的目标值 {quoted} 计算，引用值与下达目标不一致",
            "the rate was computed with the target as quoted there, {quoted}",
        )
    },
)
def stated_completion_is_actual_over_target(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each stated rate that actual and target do not give."""
    for actual in actuals_of_year(dossier):
        target = target_for(dossier, actual)
        if actual.completion is not None and _has_a_formula(catalogue, actual, target):
            yield from _judge(catalogue, actual, target)


def _has_a_formula(
    catalogue: Catalogue, actual: Actual, target: Target | RegionalTarget | None
) -> bool:
    if actual.sign not in {Sign.NONE, Sign.EQUAL}:
        return False
    if isinstance(target, Target):
        known = known_indicator(catalogue, actual.indicator)
        return direction_of(target, known) is not Direction.LOWER
    return target is None or target.sign not in {Sign.AT_MOST, Sign.BELOW}


def _judge(
    catalogue: Catalogue, actual: Actual, target: Target | RegionalTarget | None
) -> Iterator[Hit]:
    name = indicator_name(catalogue, actual.indicator)
    wanted = target.quantity if target is not None else actual.quoted
    stated, found = _stated(actual), _rate(actual.quantity, wanted)
    at = [actual.operand("completion", "%"), actual.operand("amount")]
    at.append(target.operand("amount") if target is not None else actual.operand("quoted_amount"))
    if actual.quantity is None or wanted is None:
        lacks = Both(f"{name.zh}的完成值、目标值或单位", f"actual, target or unit of {name.en}")
        yield Hit(tuple(at), {"lacks": lacks}, Outcome.UNDECIDED)
    elif found is not None and stated is not None and not _fits(stated, found):
        quoted = _rate(actual.quantity, actual.quoted)
        words = {
            "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
            "indicator": name,
            "place": Both(actual.place, "form" if actual.in_form else "report"),
            "stated": str(stated),
            "steps": found.steps,
            "computed": result(found, max(stated.places, 2)),
            "quoted": str(actual.quoted),
        }
        cause = "quoted" if quoted is not None and _fits(stated, quoted) else ""
        yield Hit(tuple(at), words, recomputed=found.equation, cause=cause)


def _stated(actual: Actual) -> Quantity | None:
    return None if actual.completion is None else Quantity(actual.completion, PERCENT)


def _rate(done: Quantity | None, wanted: Quantity | None) -> Computed | None:
    if done is None or wanted is None:
        return None
    try:
        return percent(done, wanted)
    except (UnlikeUnits, ZeroDivisionError):
        return None


def _fits(stated: Quantity, found: Computed) -> bool:
    held_at_100 = stated.value == 100 and found.value > 100
    return held_at_100 or judge_equal(stated, found.interval, found.value).is_kept
