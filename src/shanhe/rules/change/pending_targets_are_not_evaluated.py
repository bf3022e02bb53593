"""调整获批之前，自评以原下达的绩效目标为准.

A target quoted beside an actual is looked up in the version in force and in the versions that still
await approval. Quoting what only a pending version has means that the programme was measured by a
target that does not count yet.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import amount, indicator_name

PENDING = "待批复"


@rule(
    id="CHANGE-613",
    severity=ERROR,
    basis=["practice#C-03"],
    zh="{place}{indicator}引用的目标 {quoted} 取自尚待批复的{pending}，批复前应以{issued}的目标 {target} 为准",
    en="{place}: the target quoted for {indicator}, {quoted}, is of {pending}, which awaits approval; until then the {target} of {issued} count",
)
def pending_targets_are_not_evaluated(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each actual that is held against a target still to be approved."""
    waiting = {
        head.version
        for head in dossier.versions
        if head.status == PENDING and head.version != dossier.issued
    }
    for actual in dossier.actuals:
        target = dossier.target(dossier.issued, actual.period, actual.indicator)
        if actual.region or target is None or _quotes(actual, target) is not False:
            continue
        for version in sorted(waiting):
            other = dossier.target(version, actual.period, actual.indicator)
            if other is not None and _quotes(actual, other):
                yield from _hit(catalogue, actual, target, other)


def _quotes(actual: Actual, target: Target) -> bool | None:
    quoted, stated = actual.quoted, target.quantity
    return None if quoted is None or stated is None else agree(quoted, stated)


def _hit(catalogue: Catalogue, actual: Actual, target: Target, other: Target) -> Iterator[Hit]:
    if actual.quoted is not None and target.quantity is not None:
        words = {
            "place": actual.place,
            "indicator": indicator_name(catalogue, actual.indicator, target.name),
            "quoted": amount(actual.quoted),
            "pending": other.version,
            "issued": target.version,
            "target": amount(target.quantity),
        }
        at = (
            actual.operand("quoted_amount"),
            target.operand("amount"),
            other.operand("amount"),
        )
        yield Hit(at, words, recomputed=f"{actual.quoted} ≠ {target.quantity}")
