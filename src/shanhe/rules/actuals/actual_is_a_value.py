"""全年实际完成值是数值，不照抄指标值的不等式.

An actual is what was measured or counted. ``≥95%`` says nothing of what was reached, and no
completion can be computed from it; neither can one from a class (达成, 已完成) where the target is a
number. A plain ``=`` is taken as a value.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year, target_for
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex

_DONE = regex(
    "(?:已|均已|已全部|全部|全面|基本|按期|按时|如期|超额|部分)?(?:完成|实现|达标|达到)(?:年度|绩效|预期)*(?:目标|任务|指标|要求)?值?"
)


@rule(
    id="ACTUAL-401",
    severity=ERROR,
    basis=["practice#S-01", "practice#E-07"],
    zh="{region}{indicator}：{place}的全年实际完成值填为“{stated}”，不是实际完成的数值",
    en="{region}{indicator}: the {place} gives {stated} as the actual, which is no value reached",
    causes={
        "copied": (
            "与年度指标值“{target}”相同，系照抄目标",
            "it repeats the target {target}",
        )
    },
)
def actual_is_a_value(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each actual that is an inequality, or a class where a number is due."""
    for actual in actuals_of_year(dossier):
        target = target_for(dossier, actual)
        stated = _no_value(actual, target)
        if stated:
            at = [actual.operand("amount")]
            at += [target.operand("amount")] if target is not None else []
            words = {
                "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": stated,
                "target": _printed(target),
            }
            yield Hit(tuple(at), words, cause="copied" if _is_copied(actual, target) else "")


def _no_value(actual: Actual, target: Target | RegionalTarget | None) -> str:
    """Return what stands there if it is no value, else nothing."""
    if actual.amount is not None and actual.sign not in {Sign.NONE, Sign.EQUAL}:
        unit = actual.unit.symbol if actual.unit else ""
        return f"{actual.sign}{actual.amount:f}{unit}"
    wants_number = (target is not None and target.amount is not None) or actual.quoted is not None
    is_class = "达成" in actual.words or _DONE.fullmatch(actual.words.strip())
    return actual.words if wants_number and is_class else ""


def _is_copied(actual: Actual, target: Target | RegionalTarget | None) -> bool:
    return (
        target is not None
        and actual.amount is not None
        and (actual.sign, actual.amount) == (target.sign, target.amount)
    )


def _printed(target: Target | RegionalTarget | None) -> str:
    return str(target.quantity) if target is not None and target.quantity is not None else ""
