"""Lists that stand right after the amount they divide, with no 其中: 土石料18.60万立方米，自用12.40万立方米、出售4.90万立方米….

Only known divisions are taken so (classes of land, what is done with stone), of three parts or more that come near their whole.
"""

from dataclasses import replace
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT
from shanhe.measures.list_wholes import KINDS, Whole
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import WordedList
from shanhe.values.regex import regex

_USES = regex(".*(?:自用|利用|出售|外售|拍卖|外运|堆存|堆放|弃置|弃渣|回填|存放|剩余)$")
_BESIDE = regex(rf"(?P<whole>{AMOUNT})[\u4e00-\u9fff]{{0,4}}[，,：:]$")
_LEAST = 3
_ROOM = Fraction(5, 4)


def headed(one: WordedList) -> tuple[WordedList, Whole] | None:
    """Return a list and what it divides: the amount right before it, or the first of its own amounts.

    Example:
        ``修复后的150.40公顷土地，林地81.20公顷、草地32.40公顷、耕地36.80公顷`` divides 150.40.
    """
    bones = one.frame.bones
    found = _BESIDE.search(bones.text[: one.start])
    if found and _divides(one, bones.amount(found["whole"])):
        return one, Whole(bones.amount(found["whole"]), one.frame, found.start("whole"))
    first, *rest = one.parts
    tail = replace(one, parts=tuple(rest), start=bones.place_of(first[1]) + 1)
    if not _is_division((first[0],)) and _divides(tail, first[1]):
        return tail, Whole(first[1], one.frame, bones.place_of(first[1]))
    return None


def _divides(one: WordedList, whole: PrintedAmount) -> bool:
    known = len(one.parts) >= _LEAST and _is_division(tuple(name for name, _ in one.parts))
    if not known or not whole.is_like(one.parts[0][1]):
        return False
    total = add([part.quantity for _, part in one.parts], whole.quantity.unit)
    return is_near(total.value, whole.quantity.value, _ROOM)


def _is_division(names: tuple[str, ...]) -> bool:
    """Return whether all names are of one division."""
    return any(all(kind.match(name) for name in names) for kind in (KINDS[0], _USES))
