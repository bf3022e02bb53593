"""文字所述已整改金额与问题整改表一致.

``涉及金额42.00万元，已整改37.50万元`` against the lines of the table of problems that are 已完成. It is questioned where the two come near, or have the
same digits in another order; a paper with two such tables is left alone.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import AMOUNT, prose_frames
from shanhe.measures.problem_tables import mended_money
from shanhe.measures.slips import is_turned
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex

_TOLD = regex(
    rf"(?:已(?:经)?(?:完成)?整改(?:到位)?|整改完成|完成整改|已收回整改)(?:问题)?(?:涉及)?(?:的?(?:金额|资金))?(?:为|共|合计)?(?P<sum>{AMOUNT})"
)
_ROOM = Fraction(5, 4)


@rule(
    id="SAME-975",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="文中已整改金额写为 {stated}，整改表中已完成各项合计为 {due}",
    en="{stated} are told to be mended, the mended lines of the table make {due}",
    only=Only.PAPER,
)
def told_mending_is_that_of_the_table(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the money told as mended that the mended lines do not make."""
    del catalogue
    tables = list(mended_money(dossier))
    for frame in prose_frames(dossier) if len(tables) == 1 else ():
        for found in _TOLD.finditer(frame.bones.text):
            one, due = frame.bones.amount(found["sum"]), tables[0].money
            if one.vague or not one.is_money or judge_stated(one.quantity, due).is_kept:
                continue
            value = due.value * due.unit.factor_to(one.quantity.unit)
            turned = is_turned(rounded(value, one.quantity.places), one.quantity.amount)
            if turned or is_near(value, one.quantity.value, _ROOM):
                words = {"stated": amount(one.quantity), "due": result(due, one.quantity.places)}
                cells = (cell.operand("text") for cell in tables[0].cells)
                at = frame.operand(found.start(), found.end())
                yield Hit((at, *cells), words, recomputed=due.equation)
