"""到期的进度节点已经完成.

Due is what the day of the actuals (数据截止日期) has passed; without that day it cannot be told
whether an open step is late or only not yet due.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="TIME-303",
    severity=WARN,
    basis=["practice#L-02", "practice#L-03", "arithmetic#count"],
    zh="{event}：期限 {due}，截至 {as_of} 没有完成日期，已过 {days} 天",
    en="{event}: due {due}, no day of completion by {as_of}, {days} days past",
    asks=Only.DATA,
)
def due_steps_are_done(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each step whose deadline has passed; once, if the day of the actuals is missing."""
    del catalogue
    as_of = dossier.programme.as_of
    end = dossier.programme.operand("as_of")
    still_open = [step for step in dossier.milestones if step.due and step.done is None]
    if still_open and as_of is None:
        at = (end, *(step.operand("due") for step in still_open))
        lacks = Both("数据截止日期或节点的完成日期", "the day of the actuals, or of completion")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    for step in still_open:
        if as_of is not None and step.due is not None and step.due < as_of:
            days = (as_of - step.due).days
            words = {"event": step.event, "due": step.due, "as_of": as_of, "days": days}
            yield Hit((step.operand("due"), step.operand("done"), end), words)
