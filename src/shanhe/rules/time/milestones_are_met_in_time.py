"""有期限的进度节点按期完成.

The deadline is the one that the cited document sets. Whether its clause applies (some deadlines
hold only for programmes that were not notified in advance) is left to the explanation.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both


@rule(
    id="TIME-301",
    severity=WARN,
    basis=["practice#L-02", "practice#L-03", "arithmetic#count"],
    zh="{event}：期限 {due}{basis}，实际 {done} 完成，逾期 {days} 天",
    en="{event}: due {due}{basis}, done {done}, {days} days late",
)
def milestones_are_met_in_time(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each step that was done after its deadline."""
    del catalogue
    for step in dossier.milestones:
        if step.due is None or step.done is None or step.done <= step.due:
            continue
        days = (step.done - step.due).days
        basis = Both(f"（{step.basis}）", f" ({step.basis})") if step.basis else ""
        words = {
            "event": step.event,
            "due": step.due,
            "basis": basis,
            "done": step.done,
            "days": days,
        }
        at = (step.operand("due"), step.operand("done"))
        yield Hit(at, words, recomputed=f"{step.done} − {step.due} = {days}")
