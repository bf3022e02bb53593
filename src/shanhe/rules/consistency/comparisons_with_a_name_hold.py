"""与只提名称的对象相比较的差额、倍数，与双方的数字相符.

``总执行率最低的是师宗县，为87.62%，比最高的低8.77个百分点，比全市平均低5.10个百分点``; ``富源县完成75.10公顷，是罗平县的3.58倍``. What is compared stands in
a column, or in a list told in turn, under its name; the other is of the same column, by its name, as its first or last, or its total.
Else it is told in the paragraph in the same words. Nothing is said where any number that the name may have bears out what is told.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.compared_names import compared_names
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-1001",
    severity=ERROR,
    basis=["arithmetic#difference", "arithmetic#same"],
    zh="“{words}”与双方的数字不符：{steps} = {due}",
    en='"{words}" is not what the two numbers make: {steps} = {due}',
    only=Only.PAPER,
)
def comparisons_with_a_name_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each comparison with a name that no value of it bears out."""
    del catalogue
    for one in compared_names(dossier):
        at = one.frame.operand(one.start, one.end)
        words = {"words": at.text, "steps": one.due.steps}
        due = result(one.due, one.stated.places)
        yield Hit((at,), {**words, "due": due}, recomputed=one.due.equation)
