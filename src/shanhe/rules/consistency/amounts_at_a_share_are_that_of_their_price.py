"""按合同价、结算价的一定比例计算的金额与所写相符.

``预付款比例为20%，按合同价5200万元计算预付1040万元``: 20 % of 5200 is 1040. Any price of the paragraph may be meant; it is questioned only where the
nearest one makes nearly what is stated, see ``measures/shares_of_prices.py``.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import prose_frames, with_earlier
from shanhe.measures.shares_of_prices import shares_of_prices
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import rounded

_PLACES = 2


@rule(
    id="SAME-1022",
    severity=ERROR,
    basis=["arithmetic#share", "practice#E-12"],
    zh="{steps} = {due}，所写为 {stated}",
    en="{steps} is {due}; {stated} is stated",
    only=Only.PAPER,
)
def amounts_at_a_share_are_that_of_their_price(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each amount that is not the share told for it of the price beside it."""
    del catalogue
    for frame, earlier in with_earlier(prose_frames(dossier)):
        for one in shares_of_prices(frame, earlier):
            places = max(one.part.places, _PLACES)
            due = f"{rounded(one.due, places):f} {one.part.unit.symbol}"
            words = {"steps": one.steps, "due": due, "stated": amount(one.part)}
            equation = f"{one.steps} = {decimal_text(one.due)}"
            yield Hit((frame.operand(one.start, one.end),), words, recomputed=equation)
