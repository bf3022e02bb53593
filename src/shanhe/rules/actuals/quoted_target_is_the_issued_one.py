"""引用的年度指标值与下达的目标数值、单位一致.

Compared with the target in force. A sign turned round (≤ for ≥) is an error as well; one that was
only added or left out is the business of ACTUAL-413.
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
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity, Sign


@rule(
    id="ACTUAL-412",
    severity=ERROR,
    basis=["practice#E-02", "practice#R-10", "arithmetic#same"],
    zh="{region}{indicator}：{place}引用的年度指标值为“{quoted}”，{version}目标为“{wanted}”，{what}不一致",
    en="{region}{indicator}: the {place} quotes the target {quoted}, version {version} has {wanted}: {what} differs",
)
def quoted_target_is_the_issued_one(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each quoted target that differs from the one in force."""
    for actual in actuals_of_year(dossier):
        target = target_for(dossier, actual)
        if actual.quoted_amount is not None and target is not None:
            yield from _judge(catalogue, actual, target)


def _judge(catalogue: Catalogue, actual: Actual, target: Target | RegionalTarget) -> Iterator[Hit]:
    name = indicator_name(catalogue, actual.indicator)
    at = (actual.operand("quoted_amount"), target.operand("amount"))
    quoted, wanted = actual.quoted, target.quantity
    if quoted is None or wanted is None:
        lacks = Both(f"{name.zh}指标值的计量单位", f"the unit of the target of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    what = _difference(quoted, wanted)
    if what is not None:
        words = {
            "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
            "indicator": name,
            "place": Both(actual.place, "form" if actual.in_form else "report"),
            "quoted": str(quoted),
            "wanted": str(wanted),
            "version": target.version,
            "what": what,
        }
        yield Hit(at, words)


def _difference(quoted: Quantity, wanted: Quantity) -> Both | None:
    if not quoted.unit.like(wanted.unit):
        return Both("计量单位", "the unit")
    if quoted.value_in(wanted.unit) != wanted.value:
        return Both("数值", "the value")
    plain = {Sign.NONE, Sign.EQUAL}
    if quoted.sign is not wanted.sign and not {quoted.sign, wanted.sign} & plain:
        return Both("符号", "the sign")
    return None
