"""单价乘以数量等于总额，厚度乘以面积等于体积.

``注浆2.4万立方米，单价250元/立方米，费用600万元``: 2.4万 × 250 is 600万元. Only where each of the three is told once in its part of the
sentence, see ``measures/products.py``, or how many there are on each of what the paragraph told; a total that is
a power of ten off is known by any number of the paper, see ``measures/slipped_products.py``. Rounding of the printed digits is left open.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed
from shanhe.measures.frame import prose_frames, with_earlier
from shanhe.measures.products import Product, products
from shanhe.measures.rates_each import rates_each
from shanhe.measures.slipped_products import slipped_products
from shanhe.measures.stated import judge_stated
from shanhe.measures.told_per_each import told_per_each
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result

_ROOM = Fraction(12)
_LEAST = 3


@rule(
    id="SAME-978",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#G-16"],
    zh="{steps} = {computed}，所写为 {stated}",
    en="{steps} is {computed}; {stated} is stated",
    only=Only.PAPER,
)
def rate_times_quantity_is_the_total(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each total that its rate and quantity do not make."""
    del catalogue
    seen: set[int] = set()
    for frame, earlier in with_earlier(prose_frames(dossier)):
        if len(frame.bones.amounts) >= _LEAST:
            for one in products(frame):
                yield from _judge(one)
        for one in (*told_per_each(frame, earlier), *rates_each(frame)):
            seen.add(id(one.total))
            yield from _judge(one)
    for one in slipped_products(dossier):
        if id(one.total) not in seen:
            yield from _judge(one, near=False)


def _judge(one: Product, *, near: bool = True) -> Iterator[Hit]:
    stated = one.total.quantity
    factor = one.made.unit.factor_to(stated.unit)
    due = Computed(
        one.made.value * factor, one.made.interval.times(factor), stated.unit, one.made.steps
    )
    if judge_stated(stated, due).is_kept:
        return
    if near and not is_near(due.value, stated.value, _ROOM):
        return
    words = {"steps": due.steps, "computed": result(due, max(stated.places, 2))}
    words |= {"stated": amount(stated)}
    yield Hit((one.frame.operand(one.start, one.end),), words, recomputed=due.equation)
