"""工程质量合格率有检验单元作依据.

Accepted over inspected units, from the list of subprojects, else from numerator and denominator
beside the actual. Without any inspected unit there is no rate, whatever a visit to the site found. A
paper seldom lists inspections, so it is asked only where it says that nothing is finished.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import rates_over
from shanhe.measures.computed import percent
from shanhe.measures.tally import counted
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import judge_equal


@rule(
    id="ACTUAL-406",
    severity=WARN,
    basis=["practice#E-11", "practice#A-01"],
    zh="{indicator}：{place}填报 {stated}，而{fact}",
    en="{indicator}: the {place} states {stated}, yet {fact}",
)
def quality_rate_has_inspected_units(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the rate of passing works that no inspection bears out."""
    for actual in rates_over(dossier, catalogue, denominator="inspected_units"):
        fact, steps = _contradiction(dossier, actual)
        if fact is not None:
            words = {
                "indicator": indicator_name(catalogue, actual.indicator),
                "place": Both(actual.place, "form" if actual.in_form else "report"),
                "stated": str(actual.quantity),
                "fact": fact,
            }
            rows = [row.operand(key) for row in dossier.subprojects for key in _KEYS]
            yield Hit((actual.operand("amount"), *rows), words, recomputed=steps)


_KEYS = ("inspected", "accepted")


def _contradiction(dossier: Dossier, actual: Actual) -> tuple[Both | None, str]:
    """Return what speaks against the rate, and the recomputation."""
    stated = actual.quantity
    inspected = sum(row.inspected or 0 for row in dossier.subprojects)
    accepted = sum(row.accepted or 0 for row in dossier.subprojects)
    if stated is None or stated.value == 0 or (not inspected and actual.denominator):
        return None, ""
    if not inspected and dossier.paper and not _nothing_is_finished(dossier):
        return None, ""
    if not inspected:
        return Both("没有检验单元，合格率无从计算", "no unit was inspected"), ""
    rate = percent(counted(accepted), counted(inspected))
    if judge_equal(stated, rate.interval, rate.value).is_kept:
        return None, ""
    shown = result(rate, 2)
    fact = Both(
        f"检验 {inspected} 个单元、合格 {accepted} 个，应为 {shown}",
        f"{accepted} of {inspected} units inspected were accepted: {shown}",
    )
    return fact, rate.equation


def _nothing_is_finished(dossier: Dossier) -> bool:
    rows = dossier.subprojects
    return bool(rows) and not any(row.is_finished for row in rows)
