"""“分别为”之后所列的数与所写个数相同.

``建成步道3条，长度分别为1.8公里、2.4公里和3.1公里`` tells a number for each of three. Lists that may be of two matters of all of them (合同价和结算价分别为, 最高、最低分别为) and open ones are
left alone, see ``measures/lists_in_turn.py``.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import prose_frames
from shanhe.measures.lists_in_turn import lists_in_turn
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule


@rule(
    id="SAME-1024",
    severity=WARN,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="“{words}”写明 {stated} 个，分别列出 {listed} 个数",
    en='"{words}": {stated} things are told, and {listed} numbers of them',
    only=Only.PAPER,
)
def as_many_numbers_as_things_in_turn(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list in turn that has more or fewer numbers than there are things."""
    del catalogue
    for frame in prose_frames(dossier):
        for one in lists_in_turn(frame):
            at = frame.operand(one.start, one.end)
            words = {"words": at.text, "stated": one.stated, "listed": one.listed}
            yield Hit((at,), words)
