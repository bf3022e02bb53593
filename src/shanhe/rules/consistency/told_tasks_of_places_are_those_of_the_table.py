"""文中逐地所列任务、完成数与分解表一致.

A sentence that tells place by place what a table has, all places of it and in the same order of kinds, repeats the table where a column bears
out every one of its numbers of some kind. What a single place has otherwise than its column, which bears out all other places, is a slip; see
``measures/told_by_place.py``.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.told_by_place import odd_ones
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount


@rule(
    id="SAME-1011",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="文中{place}的“{column}”写为 {told}，表中为 {cell}",
    en="{column} of {place} is told as {told}, the table has {cell}",
    only=Only.PAPER,
)
def told_tasks_of_places_are_those_of_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of a place that the table has otherwise."""
    del catalogue
    for one in odd_ones(dossier):
        place = one.frame.bones.place_of(one.told)
        at = (one.frame.operand(place, place + 1), one.cell.operand)
        words = {"place": one.place, "column": one.column, "told": amount(one.told.quantity)}
        yield Hit(at, words | {"cell": one.cell.operand.text.strip()})
