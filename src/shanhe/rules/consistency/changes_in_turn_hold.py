"""依次所列的增减数，与各自的原值、现值相符.

``甲镇由43.5%提高到50%，乙镇由45%提高到50.5%，分别提高6.5个和5.5个百分点``: said where at least as many
of the changes are made by their values, or all in another order.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.changes_in_turn import changes_in_turn
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-1003",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="“{words}”中的 {stated} 与原值、现值不符：{steps} = {due}",
    en='"{words}": {stated} is told, {steps} = {due}',
    only=Only.PAPER,
)
def changes_in_turn_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each change of a list that its two values do not make."""
    del catalogue
    for one in changes_in_turn(dossier):
        at = one.frame.operand(one.start, one.end)
        words = {"words": at.text, "stated": one.stated.number, "steps": one.due.steps}
        due = result(one.due, one.stated.places)
        yield Hit((at,), {**words, "due": due}, recomputed=one.due.equation)
