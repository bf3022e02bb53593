"""全年实际完成值不低于年度内最后一次监测值.

The last cumulative value of the year, of the whole programme or of the same region; values of
single subprojects are left out. Only of indicators that add up over the years, and only in a
programme's first year: later on a cumulative value may hold earlier years too.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import accumulates, actuals_of_year
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual, Progress
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.quantity import Sign


@rule(
    id="ACTUAL-417",
    severity=ERROR,
    basis=["practice#M-11", "practice#E-48"],
    aspect="预算绩效管理情况",
    zh="{region}{indicator}：{place}的完成值为 {stated}，低于 {when} 监测的累计值 {monitored}",
    en="{region}{indicator}: the {place} states {stated}, monitoring had {monitored} on {when}",
    only=Only.DATA,
)
def actual_is_not_below_monitoring(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each actual below what monitoring had last."""
    if dossier.programme.start not in {None, dossier.programme.year}:
        return
    for actual in actuals_of_year(dossier):
        last = _last(dossier, actual) if accumulates(catalogue, actual.indicator) else None
        if last is not None and _is_below(actual, last):
            words = {
                "region": Both(actual.region, f"{actual.region} " if actual.region else ""),
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": str(actual.quantity),
                "when": last.when,
                "monitored": str(last.quantity),
            }
            yield Hit((actual.operand("amount"), last.operand("amount")), words)


def _last(dossier: Dossier, actual: Actual) -> Progress | None:
    rows = [
        row
        for row in dossier.progress
        if (row.indicator, row.region, row.subproject) == (actual.indicator, actual.region, "")
        and row.when.year == dossier.programme.year
        and row.quantity is not None
    ]
    return max(rows, key=lambda row: row.when, default=None)


def _is_below(actual: Actual, last: Progress) -> bool:
    stated, monitored = actual.quantity, last.quantity
    if stated is None or monitored is None or not stated.unit.like(monitored.unit):
        return False
    value, interval = stated.value_in(monitored.unit), stated.interval_in(monitored.unit)
    return judge_bound(interval, value, monitored, Sign.AT_LEAST) is Outcome.FAILS
