"""报告正文与自评表的完成值一致.

Values are compared in one unit, with what rounding allows: 12.92 and 12.9 agree. A sign before one of them is the business of ACTUAL-401, unlike units that of ACTUAL-411.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.quantity import Quantity


@rule(
    id="ACTUAL-403",
    severity=ERROR,
    basis=["practice#S-04", "practice#E-01", "arithmetic#same"],
    zh="{region}{indicator}：报告正文的完成值为 {report}，自评表为 {form}，两处不一致",
    en="{region}{indicator}: the report states {report}, the form {form}",
)
def report_and_form_state_the_same(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each indicator of which report and form state different actuals."""
    by_subject: dict[tuple[str, str], list[Actual]] = {}
    for actual in actuals_of_year(dossier):
        by_subject.setdefault((actual.indicator, actual.region), []).append(actual)
    for (indicator, region), stated in by_subject.items():
        form, report = _first(stated, in_form=True), _first(stated, in_form=False)
        if form is not None and report is not None and _differ(form.quantity, report.quantity):
            words = {
                "region": Both(region, f"{region} " if region else ""),
                "indicator": indicator_name(catalogue, indicator),
                "report": str(report.quantity),
                "form": str(form.quantity),
            }
            yield Hit((report.operand("amount"), form.operand("amount")), words)


def _first(stated: list[Actual], *, in_form: bool) -> Actual | None:
    return next((actual for actual in stated if actual.in_form is in_form), None)


def _differ(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and agree(one, other) is False
