"""指标调整表列全两个版本之间发生变动的指标.

Every target of the new version is held against the old one; where the old version does not list an
indicator, the issued target stands in, since it is what the change is measured by. New indicators
count as changed. A change of unit alone counts too, since no change can be computed across it.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.change import Change, compared_versions
from shanhe.measures.goal_table import printed_name
from shanhe.measures.real_change import real_changes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name, listed, places_of
from shanhe.values.period import TERM
from shanhe.values.quantity import rounded


@rule(
    id="CHANGE-603",
    severity=ERROR,
    basis=["practice#C-06"],
    zh="指标调整表（“{old}”与“{new}”对照）漏列 {count} 项变动的指标：{changes}",
    en="the change table ({old} against {new}) leaves out {count} changed indicators: {changes}",
)
def change_table_lists_every_change(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once all changed indicators that the change table leaves out."""
    versions = compared_versions(dossier)
    if not dossier.adjustments or versions is None:
        return
    listed_ones = {row.indicator for row in dossier.adjustments if row.period in {None, TERM}}
    found = [
        change for change in real_changes(dossier, *versions) if change.indicator not in listed_ones
    ]
    if found:
        said = [_said(catalogue, change) for change in found]
        sides = [side for change in found for side in (change.old, change.new) if side]
        words = {"old": versions[0], "new": versions[1], "count": len(found)}
        words |= {"changes": listed(said)}
        steps = [c.delta.equation for c in found if c.delta]
        yield Hit(
            tuple(side.operand("amount") for side in sides), words, recomputed="；".join(steps)
        )


def _said(catalogue: Catalogue, change: Change) -> Both:
    row = change.new or change.old
    name = indicator_name(catalogue, change.indicator, printed_name(row) if row else "")
    old, new = (_value(side) for side in (change.old, change.new))
    if not old or not new:
        zh, en = (f"新增，{new}", f"new, {new}") if new else ("取消", "dropped")
    elif change.delta is None or change.old is None or change.new is None:
        zh, en = f"{old} → {new}", f"{old} → {new}"
    else:
        places = places_of([change.old.quantity, change.new.quantity])
        delta = f"{rounded(change.delta.value, places):+f}"
        zh, en = f"{old} → {new}，变动 {delta}", f"{old} → {new}, {delta}"
    return Both(f"{name.zh}（{zh}）", f"{name.en} ({en})")


def _value(side: Target | None) -> str:
    if side is None:
        return ""
    return amount(side.quantity) if side.quantity else f"{side.operand('amount').text}{side.words}"
