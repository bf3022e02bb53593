"""调整说明的每个分项在指标调整表或目标表中有对应指标.

An amount that has no row can be neither recomputed nor followed up. Where the item names no
indicator, its own words are looked up; a row in the change table or in the new version will do.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.change import compared_versions
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import ChangeNote
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, indicator_name, listed


@rule(
    id="CHANGE-607",
    severity=WARN,
    basis=["practice#C-06"],
    zh="调整说明“{item}”{stated}，指标调整表和{version}目标表中均没有对应指标{named}，无法核对",
    en="the explained item “{item}”{stated} has no row in the change table or in {version}{named}, and cannot be followed up",
)
def explained_items_have_a_row(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each explained item that nothing in the tables belongs to."""
    versions = compared_versions(dossier)
    if versions is None:
        return
    rows = {row.indicator for row in dossier.adjustments}
    rows |= {target.indicator for target in dossier.targets if target.version == versions[1]}
    for note in dossier.change_notes:
        ids = note.indicator_ids or _looked_up(catalogue, note)
        missing = [one for one in ids if one not in rows]
        if note.role == "分项" and len(missing) == len(ids):
            yield _hit(catalogue, note, missing, versions[1])


def _looked_up(catalogue: Catalogue, note: ChangeNote) -> tuple[str, ...]:
    found = catalogue.indicator_named(note.item)
    return (found.id,) if found else ()


def _hit(catalogue: Catalogue, note: ChangeNote, missing: list[str], version: str) -> Hit:
    size = amount(note.quantity) if note.quantity else ""
    names = listed(indicator_name(catalogue, one) for one in missing)
    words = {
        "item": note.item,
        "stated": Both(f"（增减量 {size}）", f" ({size})") if size else "",
        "version": Both(f"{version}的", version),
        "named": Both(f"（{names.zh}）", f" ({names.en})") if missing else "",
    }
    return Hit((note.operand("item"), note.operand("amount")), words)
