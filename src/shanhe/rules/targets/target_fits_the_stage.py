"""年度目标与当年实施阶段相适应.

A year in which no works are due to start before autumn is a year of design and approval, and
should not carry a large share of completion-type targets. Both limits are dated settings. Judged
only where the planned start of the subprojects is filled in.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction, Indicator
from shanhe.measures.goal_table import accumulates, share_of
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Subproject
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import rounded


@rule(
    id="TARGET-124",
    severity=WARN,
    basis=["practice#G-17"],
    zh="子项目最早计划于 {start} 开工，晚于 {limit}，而{period}目标占实施期目标超过 {share}%：{targets}",
    en="the first subproject is due to start on {start}, after {limit}, yet the targets for {period} are more than {share} % of the term's: {targets}",
    asks=Only.DATA,
)
def target_fits_the_stage(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield a year that starts late and is to deliver much."""
    law, end = catalogue.law, year_end(dossier)
    if not dossier.programme.year:
        return
    limit = date.fromisoformat(f"{dossier.programme.year}-{law.word('late_start', end)}")
    share = Fraction(law.number("late_start_target_share", end))
    planned = [sub for sub in dossier.subprojects if sub.due_start is not None]
    starts = [sub.due_start for sub in planned if sub.due_start is not None]
    large = list(_large(dossier, catalogue, share))
    if starts and min(starts) > limit and large:
        yield _hit(dossier, catalogue, planned, large, (limit, share))


def _large(
    dossier: Dossier, catalogue: Catalogue, share: Fraction
) -> Iterator[tuple[Target, Target, Fraction]]:
    for year in dossier.targets_of(dossier.issued, dossier.year):
        term = dossier.term_target(year.indicator)
        known = catalogue.has_indicator(year.indicator)
        if known and term is not None and _is_work(catalogue.indicator(year.indicator)):
            part = share_of(year.quantity, term.quantity)
            if part is not None and part > share:
                yield year, term, part


def _is_work(indicator: Indicator) -> bool:
    return accumulates(indicator) and indicator.direction is Direction.HIGHER


def _hit(
    dossier: Dossier,
    catalogue: Catalogue,
    planned: list[Subproject],
    large: list[tuple[Target, Target, Fraction]],
    limits: tuple[date, Fraction],
) -> Hit:
    at = [sub.operand("due_start") for sub in planned]
    at += [row.operand("amount") for year, term, _ in large for row in (year, term)]
    if len(planned) < len(dossier.subprojects):
        lacks = Both("部分子项目的计划开工日期", "the planned start of some subprojects")
        return Hit(tuple(at), {"lacks": lacks}, Outcome.UNDECIDED)
    named = [
        (indicator_name(catalogue, year.indicator), rounded(part * 100, 2))
        for year, _, part in large
    ]
    words = {
        "start": min(sub.due_start for sub in planned if sub.due_start is not None),
        "limit": limits[0],
        "period": dossier.year,
        "share": limits[1] * 100,
        "targets": listed(Both(f"{n.zh} {share}%", f"{n.en} {share}%") for n, share in named),
    }
    return Hit(tuple(at), words)
