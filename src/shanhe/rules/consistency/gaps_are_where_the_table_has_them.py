"""文中称缺口、超出部分均在某地的，与表中各地的目标数、完成数相符.

``完工60个，未完工的2个均在东至县`` where the targets 21, 16, 10, 15 and the results 21, 16, 8, 15 leave the 2 to 石台县.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.gaps_by_place import gaps_of_other_places
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule


@rule(
    id="SAME-948",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与表中不符：按各地的目标数、完成数，相差的在{due}（{wanted}、{done}）",
    en='"{words}" is not what the table has: by targets and results it is {due} ({wanted}, {done})',
    only=Only.PAPER,
)
def gaps_are_where_the_table_has_them(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each gap told to be all of one place that the tables give to another."""
    del catalogue
    for one in gaps_of_other_places(dossier):
        at = one.frame.operand(one.start, one.end)
        wanted, done = one.cells
        words = {"words": at.text, "due": one.due}
        words |= {"wanted": wanted.quantity.number, "done": done.quantity.number}
        yield Hit((at, wanted.operand, done.operand), words)
