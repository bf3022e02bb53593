"""文字所述指标调整在指标调整表中有对应行.

``X由390公顷调整为402.5公顷`` has its row if the table holds these two values, or an indicator of that name. Money
is not looked for, and nothing is said where the paper has no change table.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, are_akin, frames, noun_of
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.sentences import in_table
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Adjustment
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import amount, indicator_name
from shanhe.values.regex import regex

_CHANGED = regex(
    rf"(?P<name>[^，。；：、\ue000-\uf8ff]{{2,30}})由(?:原来?的)?(?P<old>{AMOUNT})(?:调整|变更|修改|调增|调减|核减|核增)(?:为|到|至)(?P<new>{AMOUNT})"
)


@rule(
    id="CHANGE-616",
    severity=WARN,
    basis=["practice#C-06"],
    zh="文中称{name}由 {old} 调整为 {new}，指标调整表中没有对应行",
    en="{name} is told to be changed from {old} to {new}, and has no row in the change table",
    only=Only.PAPER,
)
def told_changes_are_in_the_change_table(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each told change of an indicator that the change table leaves out."""
    rows = [row for row in dossier.adjustments if row.old is not None or row.new is not None]
    names = {id(row): indicator_name(catalogue, row.indicator, row.name).zh for row in rows}
    for frame in frames(dossier) if rows else ():
        for found in _CHANGED.finditer(frame.bones.text):
            old, new = frame.bones.amount(found["old"]), frame.bones.amount(found["new"])
            name = noun_of(re.sub("[（(].*?[）)]", "", found["name"]))
            if not _is_told_of_targets(frame, old, new) or not name:
                continue
            if not any(
                _is_row(row, old, new) or are_akin(name, noun_of(names[id(row)])) for row in rows
            ):
                words = {"name": name, "old": amount(old.quantity), "new": amount(new.quantity)}
                table = rows[0].operand("old")
                yield Hit((frame.operand(found.start(), found.end()), table), words)


def _is_told_of_targets(frame: Frame, old: PrintedAmount, new: PrintedAmount) -> bool:
    plain = not in_table(frame.sentence.line) and not old.is_money and old.is_like(new)
    return plain and bool(old.quantity.unit.symbol)


def _is_row(row: Adjustment, old: PrintedAmount, new: PrintedAmount) -> bool:
    return (row.old, row.new) == (old.quantity.amount, new.quantity.amount)
