"""自评表总体目标与下达的年度总体目标一致.

Compared number by number, each with its unit; words in between may differ. What the self-evaluation
adds or leaves out is listed.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.mentioned import mentions
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity


@rule(
    id="FORM-704",
    severity=WARN,
    basis=["practice#S-06", "form#goal"],
    zh="自评表填写的总体目标与{version}的{year}总体目标不一致：{what}",
    en="the overall goal restated is not that of {year} ({version}): {what}",
    asks=Only.DATA,
)
def restated_goal_is_the_issued_one(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if numbers were added to the goal or left out of it."""
    del catalogue
    overview, head = dossier.overview, dossier.version(dossier.issued, dossier.year)
    if overview is None or not overview.goal.strip():
        return
    if head is None or not head.goal.strip():
        lacks = Both(
            f"下达的{dossier.year}总体目标", f"the goal issued for {dossier.programme.year}"
        )
        yield Hit((overview.operand("goal"),), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    restated = [found.quantity for found in mentions(overview.goal)]
    issued = [found.quantity for found in mentions(head.goal)]
    added, left_out = _without(restated, issued), _without(issued, restated)
    if added or left_out:
        words = {
            "version": head.version,
            "year": dossier.year,
            "what": _told(added, left_out),
        }
        yield Hit((overview.operand("goal"), head.operand("goal")), words)


def _without(these: list[Quantity], those: list[Quantity]) -> list[Quantity]:
    return [one for one in these if not any(_same(one, other) for other in those)]


def _same(one: Quantity, other: Quantity) -> bool:
    return one.unit.like(other.unit) and one.value_in(other.unit) == other.value


def _told(added: list[Quantity], left_out: list[Quantity]) -> Both:
    told = []
    if added:
        shown = listed(map(str, added))
        told.append(Both(f"增加了{shown.zh}", f"added {shown.en}"))
    if left_out:
        shown = listed(map(str, left_out))
        told.append(Both(f"缺少{shown.zh}", f"left out {shown.en}"))
    return Both("，".join(one.zh for one in told), ", ".join(one.en for one in told))
