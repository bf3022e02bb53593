"""相互比较的两个数，计量单位属于同一数量级.

``154.20元/公里，比控制数160万元/公里低`` compares what cannot be meant: without their units the numbers are near, with them one is ten thousand
times the other. Only two numbers of one comparison are asked, of a kind with each other.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_WORDS = r"[^，。；\ue000-\uf8ff]"
_COMPARED = regex(
    rf"(?P<one>{AMOUNT})[，,、（(]?(?:[较比与低高]|小于|大于|超过|少于|多于|未超|不超|控制在|达到){_WORDS}{{0,20}}?(?P<other>{AMOUNT})"
)
_PARTS = regex("其中|占|增加|减少|提高|降低了?$|追加|共|每")
_LEAST = 2
_FAR, _NEAR = 1000, Fraction(3)


@rule(
    id="SAME-965",
    severity=ERROR,
    basis=["practice#R-10", "practice#E-08"],
    zh="“{words}”中相比较的 {one} 与 {other} 不在同一数量级，计量单位疑有误",
    en="{words}: {one} is compared with {other}, which is of another size; a unit seems wrong",
    only=Only.PAPER,
)
def compared_numbers_are_of_one_size(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each comparison of numbers that are near without their units, and far with them."""
    del catalogue
    for frame in frames(dossier):
        units = {one.quantity.unit.symbol for one in frame.bones.amounts}
        if len(frame.bones.amounts) >= _LEAST and any("万" in one or "亿" in one for one in units):
            for found in _COMPARED.finditer(frame.bones.text):
                yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    one, other = (frame.bones.amount(found[key]) for key in ("one", "other"))
    first, second = one.quantity, other.quantity
    between = frame.bones.text[found.start() + 1 : found.end() - 1]
    if not one.is_like(other) or _PARTS.search(between) or not (first.amount and second.amount):
        return
    ratio = first.unit.factor / second.unit.factor
    bare = Fraction(first.amount) / Fraction(second.amount)
    if not 1 / Fraction(_FAR) < ratio < _FAR and 1 / _NEAR <= bare <= _NEAR:
        at = frame.operand(found.start(), found.end())
        yield Hit((at,), {"words": at.text, "one": amount(first), "other": amount(second)})
