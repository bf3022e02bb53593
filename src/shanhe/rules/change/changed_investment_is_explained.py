"""版本之间投资额的变动有说明.

Each version is held against the last one before it that states its investment for the same period.
An explanation counts if its amount is money, or if it speaks of investment in words; so does a
sentence of a paper that names both totals.
"""

import re
import unicodedata
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, money, subtract
from shanhe.measures.sentences import prose
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import ChangeNote, TargetVersion
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, amount, listed, places_of
from shanhe.values.quantity import Quantity, rounded

SOURCES = {
    "central": Both("中央", "central"),
    "local": Both("地方", "local"),
    "social": Both("社会", "private"),
}


@rule(
    id="CHANGE-608",
    severity=WARN,
    basis=["practice#C-02", "practice#C-06"],
    zh="{new}的{period}目标表投资总额 {total}，{old}的目标表为 {before}，变动 {delta}{sources}，调整说明未作说明",
    en="version {new}, {period}: the investment is {total}, in {old} it was {before}: {delta}{sources}; no explanation speaks of it",
)
def changed_investment_is_explained(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each change of investment that no explanation speaks of."""
    del catalogue
    if any(_speaks_of_money(note) for note in dossier.change_notes):
        return
    before: dict[str, TargetVersion] = {}
    for head in dossier.versions:
        if head.total is not None:
            old = before.get(head.period.key)
            if old is not None and not _is_told(dossier, old, head):
                yield from _judge(old, head)
            before[head.period.key] = head


def _speaks_of_money(note: ChangeNote) -> bool:
    in_money = note.unit is not None and note.unit.measures("money")
    return in_money or "投资" in f"{note.item}{note.reason}"


def _is_told(dossier: Dossier, old: TargetVersion, new: TargetVersion) -> bool:
    """Return whether a sentence names the investment before and after."""
    sums = [f"{one.total:f}" for one in (old, new) if one.total is not None]
    return any(
        "投资" in line.text and all(amount in _plain(line.text) for amount in sums)
        for line in prose(dossier)
    )


def _plain(text: str) -> str:
    return re.sub(r"[,，\s]", "", unicodedata.normalize("NFKC", text))


def _judge(old: TargetVersion, new: TargetVersion) -> Iterator[Hit]:
    if old.total is None or new.total is None or old.total == new.total:
        return
    before, after = money(old.total), money(new.total)
    delta, places = subtract(after, before), places_of([before, after])
    moved = list(_moved(old, new))
    parts = listed(said for _, said in moved)
    words = {
        "new": new.version,
        "period": new.period,
        "old": old.version,
        "total": amount(after),
        "before": amount(before),
        "delta": _said(delta, places),
        "sources": Both(f"（{parts.zh}）", f" ({parts.en})") if moved else "",
    }
    keys = ("total", *(key for key, _ in moved))
    at = tuple(head.operand(key, "万元") for key in keys for head in (old, new))
    yield Hit(at, words, recomputed=delta.equation)


def _moved(old: TargetVersion, new: TargetVersion) -> Iterator[tuple[str, Both]]:
    for key, name in SOURCES.items():
        before, after = getattr(old, key), getattr(new, key)
        if before is not None and after is not None and before != after:
            sides: tuple[Quantity, Quantity] = (money(after), money(before))
            delta = _said(subtract(*sides), places_of(sides))
            yield key, Both(f"其中{name.zh} {delta}", f"{name.en} {delta}")


def _said(delta: Computed, places: int) -> str:
    return f"{rounded(delta.value, places):+f} {delta.unit.symbol}"
