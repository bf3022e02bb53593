"""所述缺口所在县（市、区、乡镇）与分地区数据相符."""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.gap_places import misplaced_gaps
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-958",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与分地区数据不符：相差的是{place}，{steps} = {due}",
    en='"{words}": the table has the gap at {place}, {steps} = {due}',
    only=Only.PAPER,
)
def gaps_lie_where_they_are_told(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each gap that is told of one place and is another's by the table."""
    del catalogue
    for one in misplaced_gaps(dossier):
        at = one.frame.operand(one.start, one.end)
        words = {
            "words": at.text,
            "place": one.due,
            "steps": one.made.steps,
            "due": result(one.made, one.amount.quantity.places),
        }
        yield Hit((at, *one.at), words, recomputed=one.made.equation)
