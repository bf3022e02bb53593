"""有先后次序的节点，完成日期先后一致.

Steps of the same number may come in any order; steps without a number or a day are passed over. A
step is held against the latest of those that come before it.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Milestone
from shanhe.rules.declare import WARN, rule


@rule(
    id="TIME-302",
    severity=WARN,
    basis=["practice#L-03", "arithmetic#count"],
    zh="{later}（{later_day}）早于应在其前的{earlier}（{earlier_day}）{days} 天",
    en="{later} ({later_day}) was done {days} days before {earlier} ({earlier_day}), which it follows",
)
def steps_follow_their_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each step that was done before one that it follows."""
    del catalogue
    for step in dossier.milestones:
        before = [other for other in dossier.milestones if _comes_before(other, step)]
        if not before or step.done is None:
            continue
        latest = max(before, key=_day)
        if latest.done is not None and latest.done > step.done:
            words = {
                "later": step.event,
                "later_day": step.done,
                "earlier": latest.event,
                "earlier_day": latest.done,
                "days": (latest.done - step.done).days,
            }
            at = tuple(one.operand(key) for one in (latest, step) for key in ("order", "done"))
            yield Hit(at, words)


def _comes_before(other: Milestone, step: Milestone) -> bool:
    ordered = other.order is not None and step.order is not None
    return ordered and other.done is not None and (other.order or 0) < (step.order or 0)


def _day(step: Milestone) -> int:
    return step.done.toordinal() if step.done else 0
