"""按时开工率与子项目开工情况一致.

Recomputed from the list of subprojects, each row with its count. Where no row says when it was due
to start, all subprojects are taken as due, and the finding says so: that some were not yet due may
then be the explanation.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import rates_over
from shanhe.measures.tally import Tally, starts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import Outcome, judge_equal


@rule(
    id="ACTUAL-405",
    severity=ERROR,
    basis=["practice#P-20", "practice#E-10", "arithmetic#ratio"],
    zh="{indicator}：{place}填报 {stated}，而{fact}",
    en="{indicator}: the {place} states {stated}, yet {fact}",
    causes={
        "undated": (
            "各子项目均未填计划开工日期，按全部子项目应开工计算；如当年只应开工一部分，请补填计划开工日期",
            "no row says when it was due to start, so all are taken as due",
        )
    },
    asks=Only.DATA,
)
def started_on_time_agrees_with_subprojects(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the rate of timely starts that the subprojects do not bear out."""
    tally = starts(dossier)
    for actual in rates_over(dossier, catalogue, numerator="started_on_time"):
        keys = ("state", "count")
        rows = [row.operand(key) for row in dossier.subprojects for key in keys]
        at = (actual.operand("amount"), *rows)
        if tally is None and actual.quantity is not None:
            lacks = Both("子项目的开工情况", "the state of the subprojects")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        fact = _contradiction(actual, tally) if tally is not None else None
        if tally is not None and fact is not None:
            words = {
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": str(actual.quantity),
                "fact": fact,
            }
            equation = tally.rate.equation if tally.rate else ""
            yield Hit(at, words, recomputed=equation, cause="" if tally.dated else "undated")


def _contradiction(actual: Actual, tally: Tally) -> Both | None:
    """Return what speaks against the rate, ``None`` where nothing does."""
    stated, rate = actual.quantity, tally.rate
    if stated is None or (rate is None and stated.value == 0):
        return None
    if rate is None:
        return Both(
            f"全部 {tally.total} 个子项目中，本年度没有应开工的，应填“不适用”",
            f"none of the {tally.total} subprojects was due to start, so that no rate exists",
        )
    if judge_equal(stated, rate.interval, rate.value).is_kept:
        return None
    return Both(
        f"应开工的 {tally.due} 个子项目中按时开工 {tally.done} 个，应为 {result(rate, 2)}",
        f"{tally.done} of {tally.due} subprojects due were started: {result(rate, 2)}",
    )
