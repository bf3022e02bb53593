"""年度目标和资金在当年合理时间内到达旗县区.

Late is later than the limits of all steps together allow, counted from the day the budget was
approved; what the counties can still do in the days that are left is what the year's targets should
be judged by. Whose step was late is said by other rules. The last level that passes money on is
taken: the city, or the province where it passes on to the counties itself. A paper seldom tells when
the budget was approved; there the days count from the ministry's document.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.measures.limit import days_allowed
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.records.source import Operand
from shanhe.rules.declare import NOTE, rule

_STEPS = ("ministry_days", "province_days", "city_days")


@rule(
    id="TIME-305",
    severity=NOTE,
    basis=["practice#G-17", "budget_law#52.3", "practice#T-07"],
    zh="年度目标和资金 {issued}（{document}）才到达旗县区，当年仅剩 {left} 天；按各级期限最迟应于 {latest} 到达",
    en="targets and money reached the counties on {issued} ({document}), {left} days before the year's end; the limits of all steps allow {latest}",
    aspect="下达及时性",
)
def targets_reach_the_counties_early_enough(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the first document that reached the counties, if it came late in the year."""
    begun, last = _beginning(dossier), _reached(dossier)
    if begun is None or last is None or last.issued is None or not dossier.programme.year:
        return
    first, steps, operand = begun
    limits = [days_allowed(catalogue, step, first) for step in steps]
    latest = first + timedelta(days=sum(limit for limit in limits if limit is not None))
    end = year_end(dossier)
    left = (end - last.issued).days
    if last.issued > latest and left >= 0:
        words = {
            "issued": last.issued,
            "document": name_of(last),
            "left": left,
            "latest": latest,
        }
        at = (last.operand("issued"), operand)
        yield Hit(at, words, recomputed=f"{end} − {last.issued} = {left}")


def _beginning(dossier: Dossier) -> tuple[date, tuple[str, ...], Operand] | None:
    """Return the day from which days count, with the steps that follow, and its place."""
    approved = dossier.programme.npc_approval
    if approved is not None:
        return approved, _STEPS, dossier.programme.operand("npc_approval")
    dated = [d for d in money_documents(dossier, "部") if d.issued is not None]
    if not dossier.paper or not dated:
        return None
    first = min(dated, key=lambda document: document.issued or date.max)
    return first.issued or date.max, _STEPS[1:], first.operand("issued")


def _reached(dossier: Dossier) -> FundDocument | None:
    """Return the earliest dated document of the lowest level that passes money on."""
    for level in ("市", "省"):
        dated = [d for d in money_documents(dossier, level) if d.issued is not None]
        if dated:
            return min(dated, key=lambda document: document.issued or date.max)
    return None
