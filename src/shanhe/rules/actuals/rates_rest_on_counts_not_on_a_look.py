"""合格率、成活率等不以“经现场查看”代替检验数.

Only where the sentence itself says that it was looked at, and tells no count. Satisfaction is ACTUAL-407's.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_LOOKED = regex(
    rf"(?P<how>经(?:现场)?(?:查看|察看|踏查|走访|目测|了解|初步判断|估计)|据(?:了解|估计)|随机走访)[^。；\ue000-\uf8ff]{{0,24}}?(?:合格率|优良率|成活率|达标率)[^。；，\ue000-\uf8ff]{{0,6}}(?P<rate>{AMOUNT})"
)


@rule(
    id="ACTUAL-424",
    severity=WARN,
    basis=["practice#E-11"],
    zh="“{words}”没有写明检验数，比率无从计算",
    en='"{words}" names no number inspected; there is nothing to compute the rate from',
    only=Only.PAPER,
)
def rates_rest_on_counts_not_on_a_look(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate that its sentence says was only looked at."""
    del catalogue
    for frame in frames(dossier):
        for found in _LOOKED.finditer(frame.bones.text):
            counts = [one for one in frame.bones.amounts if not one.is_percent]
            if frame.bones.amount(found["rate"]).is_percent and not counts:
                at = frame.operand(found.start(), found.end())
                yield Hit((at,), {"words": at.text})
