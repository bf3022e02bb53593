"""所述低于或高于全市水平、低于或高于某数的单位与表中一列相符.

``低于全市总执行率的是甲区、乙县`` and ``满意度低于90%的有甲镇、乙镇`` name all of them. The names must be lines of a column called so.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.told_sides import told_sides
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed


@rule(
    id="SAME-958",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{words}”与表中数字不符，按表应为{due}",
    en='"{words}": by the table it is {due}',
    only=Only.PAPER,
)
def names_on_one_side_are_those_of_the_column(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each list of names that are not those on the side told."""
    del catalogue
    for one in told_sides(dossier):
        at = one.sentence.operand(one.start, one.end)
        due = listed(one.due) if one.due else Both("没有", "nobody")
        yield Hit((at,), {"words": at.text, "due": due})
