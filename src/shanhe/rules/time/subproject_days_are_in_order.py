"""子项目先招标后开工，先开工后完工.

Planned days and actual days each by themselves. A state of 未招标 beside a day on which works began
means that either is wrong, or that works began before the tender.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Subproject
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, listed

_BEFORE_TENDER = "未招标"


@rule(
    id="TIME-304",
    severity=ERROR,
    basis=["practice#L-04", "practice#L-06", "arithmetic#count"],
    zh="子项目“{name}”的日期或状态矛盾：{what}",
    en='days or state of subproject "{name}" contradict each other: {what}',
)
def subproject_days_are_in_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each subproject once, if its days or its state contradict each other."""
    del catalogue
    for subproject in dossier.subprojects:
        wrong = list(_wrong(subproject))
        if wrong:
            keys = dict.fromkeys(key for keys, _ in wrong for key in keys)
            at = tuple(subproject.operand(key) for key in keys)
            words = {"name": subproject.name, "what": listed(said for _, said in wrong)}
            yield Hit(at, words)


def _wrong(one: Subproject) -> Iterator[tuple[tuple[str, ...], Both]]:
    if one.started and one.finished and one.finished < one.started:
        said = Both(
            f"{one.finished} 完工早于 {one.started} 开工",
            f"finished {one.finished} before it started {one.started}",
        )
        yield ("started", "finished"), said
    if one.due_start and one.due_finish and one.due_finish < one.due_start:
        said = Both(
            f"计划 {one.due_finish} 完工早于计划 {one.due_start} 开工",
            f"due to finish {one.due_finish} before it is due to start {one.due_start}",
        )
        yield ("due_start", "due_finish"), said
    day = one.started or one.finished
    if one.state == _BEFORE_TENDER and day:
        said = Both(f"状态为未招标，而 {day} 已施工", f"not tendered, yet works on {day}")
        yield ("state", "started" if one.started else "finished"), said
