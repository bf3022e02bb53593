"""自评表的指标与下达的年度指标一一对应，均有完成值.

The form carries all targets of the year in force and no others; order is free. A row without an
actual counts as missing; a class or 不适用 is an actual in words.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.outcome import Outcome

_MISSING = Both("年度指标没有填报完成值", "targets have no actual")
_EXTRA = Both("填报的指标不在下达的年度指标之列", "indicators have no target of the year")


@rule(
    id="ACTUAL-418",
    severity=ERROR,
    basis=["practice#P-01", "practice#S-07", "practice#E-03"],
    zh="自评表有 {count} 项{what}：{indicators}",
    en="in the form {count} {what}: {indicators}",
    asks=Only.DATA,
)
def form_has_each_target(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the targets without an actual, and the actuals without a target."""
    targets = {one.indicator: one for one in dossier.targets_of(dossier.issued, dossier.year)}
    rows = [one for one in actuals_of_year(dossier) if one.in_form and not one.region]
    filled = {one.indicator: one for one in rows if one.amount is not None or one.words}
    if not targets or not filled:
        yield from _undecided(dossier, has_targets=bool(targets))
        return
    missing = {name: one.operand("amount") for name, one in targets.items() if name not in filled}
    extra = {name: one.operand("amount") for name, one in filled.items() if name not in targets}
    for what, found in ((_MISSING, missing), (_EXTRA, extra)):
        if found:
            names = [indicator_name(catalogue, name) for name in found]
            words = {"count": len(found), "what": what, "indicators": listed(names)}
            yield Hit(tuple(found.values()), words)


def _undecided(dossier: Dossier, *, has_targets: bool) -> Iterator[Hit]:
    lacks = Both(f"{dossier.year}绩效目标", f"targets of {dossier.programme.year}")
    if has_targets:
        lacks = Both("自评表的全年实际完成值", "actuals of the form")
    yield Hit((dossier.programme.operand("year"),), {"lacks": lacks}, Outcome.UNDECIDED)
