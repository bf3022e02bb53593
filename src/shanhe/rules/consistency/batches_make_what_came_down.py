"""分批下达的各批金额之和等于所写总额.

``中央财政资金4200万元，…。中央财政资金分两批下达。第一批3000万元…；第二批1200万元…``: 3000 + 1200 is 4200. Only where the paragraph tells how many batches
there are, the amount of each, and one whole by that name that comes near their sum.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import add
from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.shaped_parts import is_sum
from shanhe.measures.told_batches import ToldBatches, told_batches
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, difference, places_of, result

_ROOM = Fraction(5, 4)


@rule(
    id="SAME-960",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#sum"],
    zh="{count} 批合计 {total}，所写总数为 {whole}，相差 {difference}",
    en="the {count} batches add up to {total}, the whole is given as {whole}: {difference}",
    only=Only.PAPER,
)
def batches_make_what_came_down(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the batches of a paragraph that do not make the only whole that is named."""
    del catalogue
    for _, told in groupby(prose_frames(dossier), key=_paragraph):
        for one in told_batches(list(told)):
            yield from _judge(one)


def _paragraph(frame: Frame) -> int:
    return id(frame.sentence.line)


def _judge(one: ToldBatches) -> Iterator[Hit]:
    frame, first = one.wholes[0]
    whole = first.quantity
    values = [part.quantity for _, part in one.parts]
    total = add(values, whole.unit)
    same = all(is_sum(add([each.quantity], whole.unit), whole) for _, each in one.wholes)
    if not same or is_sum(total, whole) or not is_near(total.value, whole.value, _ROOM):
        return
    places = places_of([whole, *values])
    words = {
        "count": len(values),
        "total": result(total, places),
        "whole": amount(whole),
        "difference": difference(total, whole, places),
    }
    spots = [(frame, first), *one.parts]
    at = tuple(each.operand(*_span(each.bones.place_of(told))) for each, told in spots)
    yield Hit(at, words, recomputed=total.equation)


def _span(place: int) -> tuple[int, int]:
    return place, place + 1
