"""所述最高与最低之差与表中两行相符."""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.extremes_apart import extremes_apart
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-949",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”按表中两行复算，{steps} = {due}",
    en='"{words}": the two lines of the table make {steps} = {due}',
    only=Only.PAPER,
)
def extremes_are_as_far_apart_as_told(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each difference of the highest and the lowest that their lines do not have."""
    del catalogue
    for one in extremes_apart(dossier):
        at = one.frame.operand(one.start, one.end)
        due = result(one.made, one.gap.quantity.places)
        words = {"words": at.text, "steps": one.made.steps, "due": due}
        yield Hit((at, *one.at), words, recomputed=one.made.equation)
