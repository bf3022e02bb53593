"""称只安排在某几地的，与表中各地的数量相符.

``草方格沙障只安排在甲镇、乙镇、丁镇3个乡镇`` against the only column of that name in which some places have none: a place named has none, and one that
is not named has some; see ``measures/named_only.py``.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.named_only import named_only
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule


@rule(
    id="SAME-1012",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="“{words}”与表不符：表中{named}为 {none}，而{left_out}为 {some}",
    en='"{words}": the table has {none} for {named}, and {some} for {left_out}',
    only=Only.PAPER,
)
def only_those_named_have_some(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each place named among the only ones that has none of it."""
    del catalogue
    for one in named_only(dossier):
        at = one.sentence.operand(one.start, one.end)
        words = {"words": at.text, "named": one.named, "left_out": one.left_out}
        words |= {"none": one.has_none.operand.text.strip()}
        words |= {"some": one.has_some.operand.text.strip()}
        yield Hit((at, one.has_none.operand, one.has_some.operand), words)
