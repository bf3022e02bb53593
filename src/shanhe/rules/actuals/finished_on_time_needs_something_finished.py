"""按时完工率有完工项目作支撑，没有应完工项目的不填完成.

Held against the list of subprojects. Where rows say when they were due, the rate is recomputed
from what was due in the year; where none does, only a rate above zero with nothing finished can be
told to be wrong. With nothing due the rate is undefined, and the form takes 不适用.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import rates_over
from shanhe.measures.tally import Tally, finishes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity


@rule(
    id="ACTUAL-404",
    severity=ERROR,
    basis=["practice#P-20", "practice#E-10", "practice#E-27"],
    zh="{indicator}：{place}填报 {stated}，而{fact}",
    en="{indicator}: the {place} states {stated}, yet {fact}",
    asks=Only.DATA,
)
def finished_on_time_needs_something_finished(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the rate of timely completion that the subprojects do not bear out."""
    tally = finishes(dossier)
    for actual in rates_over(dossier, catalogue, numerator="finished_on_time"):
        stated = actual.quantity
        if stated is None:
            continue
        at = (actual.operand("amount"), *(row.operand("state") for row in dossier.subprojects))
        if tally is None:
            lacks = Both("子项目的完工情况", "the state of the subprojects")
            yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
            continue
        fact = _contradiction(stated, tally)
        if fact is not None:
            words = {
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": str(stated),
                "fact": fact,
            }
            rate = tally.rate if tally.dated else None
            yield Hit(at, words, recomputed=rate.equation if rate else "")


def _contradiction(stated: Quantity, tally: Tally) -> Both | None:
    """Return what speaks against the rate, ``None`` where nothing does."""
    if tally.dated and tally.rate is not None:
        if judge_equal(stated, tally.rate.interval, tally.rate.value).is_kept:
            return None
        rate = result(tally.rate, 2)
        return Both(
            f"本年度应完工 {tally.due} 个子项目、按时完工 {tally.done} 个，应为 {rate}",
            f"{tally.done} of {tally.due} subprojects due were finished in time: {rate}",
        )
    if stated.value == 0 or (tally.done and not tally.dated):
        return None
    if tally.dated:
        return Both(
            f"全部 {tally.total} 个子项目中，本年度没有应完工的，应填“不适用”",
            f"none of the {tally.total} subprojects was due, so that no rate exists",
        )
    return Both(
        f"全部 {tally.total} 个子项目均未完工，应填 0 或“不适用”",
        f"none of the {tally.total} subprojects is finished",
    )
