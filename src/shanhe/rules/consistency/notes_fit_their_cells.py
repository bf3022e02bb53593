"""单元格内括号所注的数与本格、本行的数相符.

``82.32公顷（缺1.68公顷）`` beside the target 84.00, ``400.00（追加100.00）`` beside 300.00 at the beginning of the year,
``96.67%（60个单元，58个合格）``, ``29.52万元/公顷（2430.00万元÷82.32公顷）`` and ``34.30%（修复前21.50%，提高12.80个百分点）``.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.noted_cells import noted_numbers
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result


@rule(
    id="SAME-971",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-05"],
    zh="单元格所注“{words}”与表中数字不符：填 {stated}，按 {steps} 复算为 {due}",
    en='the note "{words}" does not fit the numbers of its line: {stated} is printed, {steps} makes {due}',
    only=Only.PAPER,
)
def notes_fit_their_cells(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each note that the numbers of its cell and line do not bear out."""
    del catalogue
    for one in noted_numbers(dossier):
        if not judge_stated(one.stated, one.due).is_kept:
            words = {
                "words": one.words,
                "stated": amount(one.stated),
                "steps": one.due.steps,
                "due": result(one.due, one.stated.places),
            }
            at = tuple(cell.operand for cell in one.cells)
            yield Hit(at, words, recomputed=one.due.equation)
