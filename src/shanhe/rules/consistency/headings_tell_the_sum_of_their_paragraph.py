"""标题所写少到位、未完成等数额与其下段落所列各项相符.

``3.资金少到位344.00万元`` over a paragraph with 市县财政资金少到位224.00万元 and 社会资本少到位120.00万元. The heading may be of any of them, or of some together.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.heading_gaps import heading_gaps
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-968",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="标题“{words}”与其下所述不符：所列各项合计 {due}",
    en='the heading "{words}" is not what is told below it: {due} in all',
    only=Only.PAPER,
)
def headings_tell_the_sum_of_their_paragraph(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each heading whose sum the paragraph does not make."""
    del catalogue
    for one in heading_gaps(dossier):
        due = result(one.made, max(one.told.quantity.places, 0))
        words = {"words": one.sentence.text.strip(), "due": due}
        at = (one.sentence.operand(), one.frame.sentence.operand())
        yield Hit(at, words, recomputed=one.made.equation)
