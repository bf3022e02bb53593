"""依次所列的增减数与前面各自的原值、现值之差相符.

``甲镇由43.5%提高到50%，乙镇由45%提高到50.5%，分别提高6.5个和5.5个百分点``: as many changes as there are pairs, each of its own. Values that are
printed with fewer decimals leave room for rounding.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.changes_in_turn import changes_in_turn
from shanhe.measures.frame import prose_frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result


@rule(
    id="SAME-1013",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="“{words}”之差为 {due}，依次所列的增减数为 {told}",
    en='"{words}" are {due} apart, the change in turn is {told}',
    only=Only.PAPER,
)
def changes_in_turn_are_of_their_values(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each change in turn that its two values do not make."""
    del catalogue
    for frame in prose_frames(dossier):
        for one in changes_in_turn(frame):
            place = frame.bones.place_of(one.told)
            at = frame.operand(one.start, one.end)
            words = {"words": at.text, "due": result(one.due, one.told.quantity.places)}
            words |= {"told": one.told.quantity.number}
            yield Hit((at, frame.operand(place, place + 1)), words, recomputed=one.due.equation)
