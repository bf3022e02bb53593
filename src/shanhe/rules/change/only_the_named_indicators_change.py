"""声明“其他指标不变”的，除所列指标外确无变动.

An explanation without an amount that names indicators says that these change and no others. It is
held against what changed between the two versions and against the rows of the change table. The
words may be meant as "no lower than"; the finding therefore gives each change with its sign.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.change import Change, compared_versions
from shanhe.measures.goal_table import printed_name
from shanhe.measures.real_change import real_changes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import ChangeNote
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed, places_of
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import rounded


@rule(
    id="CHANGE-611",
    severity=WARN,
    basis=["practice#C-02", "arithmetic#same"],
    zh="调整说明称“{claim}”，但{new}的目标另有 {count} 项指标变动：{changes}",
    en="the explanation claims “{claim}”, but {count} more indicators change in {new}: {changes}",
)
def only_the_named_indicators_change(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each claim that other indicators contradict."""
    versions = compared_versions(dossier)
    for note in dossier.change_notes:
        if note.role == "声明" and note.indicator_ids:
            if versions is None:
                lacks = Both("调整前后两个版本的目标", "the targets of two versions")
                yield Hit((note.operand("item"),), {"lacks": lacks}, Outcome.UNDECIDED)
            else:
                found = list(real_changes(dossier, *versions))
                more = [one for one in found if one.indicator not in note.indicator_ids]
                yield from _hit(catalogue, note, more, versions[1])


def _hit(catalogue: Catalogue, note: ChangeNote, more: list[Change], version: str) -> Iterator[Hit]:
    if more:
        sides = [side for change in more for side in (change.old, change.new) if side]
        words = {
            "claim": note.item,
            "new": version,
            "count": len(more),
            "changes": listed(_said(catalogue, change) for change in more),
        }
        yield Hit((note.operand("item"), *(side.operand("amount") for side in sides)), words)


def _said(catalogue: Catalogue, change: Change) -> Both:
    row = change.new or change.old
    name = indicator_name(catalogue, change.indicator, printed_name(row) if row else "")
    if change.old is None:
        return Both(f"{name.zh}（新增）", f"{name.en} (new)")
    if change.new is None:
        return Both(f"{name.zh}（取消）", f"{name.en} (dropped)")
    if change.delta is None:
        return Both(f"{name.zh}（单位改变）", f"{name.en} (other unit)")
    places = places_of([change.old.quantity, change.new.quantity])
    delta = f"{rounded(change.delta.value, places):+f}"
    return Both(f"{name.zh} {delta}", f"{name.en} {delta}")
