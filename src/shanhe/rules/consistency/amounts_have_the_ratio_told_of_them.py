"""依次列出的金额、数量与所写比例一致.

``中央、省级、县级按6:2:2的比例分担，分别为7560万元、2520万元和2520万元``; ``林地占25%、草地占66.67%、耕地占8.33%，面积分别为150公顷、400公顷和50公顷``. See
``measures/ratios_of_lists.py``; of several that do not fit, the one farthest off is told.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import prose_frames
from shanhe.measures.ratios_of_lists import ratios_of_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.quantity import rounded

_LEAST, _PLACES = 4, 2


@rule(
    id="SAME-1023",
    severity=ERROR,
    basis=["arithmetic#share", "practice#F-16"],
    zh="{part} 为各项合计的 {made}%，所写比例为 {stated}",
    en="{part} is {made}% of all of them; {stated} is stated",
    only=Only.PAPER,
)
def amounts_have_the_ratio_told_of_them(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list of amounts that has not the ratio told beside it."""
    del catalogue
    for frame in prose_frames(dossier):
        for one in ratios_of_lists(frame) if len(frame.bones.amounts) >= _LEAST else ():
            made = f"{rounded(one.made, _PLACES):f}"
            words = {"part": amount(one.part.quantity), "made": made, "stated": one.stated}
            at = frame.operand(one.start, one.end)
            yield Hit((at,), words, recomputed=f"{one.steps} = {made}%")
