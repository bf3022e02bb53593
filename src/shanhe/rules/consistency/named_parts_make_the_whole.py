"""分列的各项之和等于其总数.

``其中 A a、B b`` need not name all parts. What a list is of, and when it is taken for the whole, is told in
``measures/list_wholes.py``. Rates between the parts are passed over.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.list_wholes import Whole, are_lines, is_in_full, names_of_lines, whole_of
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.worded_lists import WordedList, worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, difference, places_of, result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import find_unit

_PART = re.compile(
    rf"(?P<whole>{AMOUNT})[，,；]?其中[，：:]?(?![^，。；、]{{0,10}}(?:最|均|每))[^，。；、：\ue000-\uf8ff]{{1,16}}(?P<part>{AMOUNT})(?=[，。；）)]|$)"
)


@rule(
    id="SAME-926",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#E-38"],
    zh="所列 {count} 项合计 {total}，所写总数为 {whole}，相差 {difference}",
    en="the {count} parts add up to {total}, the whole is given as {whole}: {difference}",
    only=Only.PAPER,
)
def named_parts_make_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list that names all parts and does not make its whole."""
    del catalogue
    found = list(_lists(dossier))
    exact = [one.names for one, whole in found if _holds(one, whole.amount)]
    takers = {one.taker for one in dossier.transfers if one.amount is not None}
    exact += [frozenset(dossier.regions), frozenset(takers)]
    lines = tuple(names_of_lines(printed_tables(dossier)))
    for one, whole in found:
        if _holds(one, whole.amount) or _is_plain(one, whole):
            continue
        if _is_more(one, whole.amount) or is_in_full(one, whole, exact) or are_lines(one, lines):
            yield _hit(one, whole)
    for frame in frames(dossier):
        yield from _single(frame)


def _lists(dossier: Dossier) -> Iterator[tuple[WordedList, Whole]]:
    """Yield the closed lists of a paper with what they are of."""
    before: Frame | None = None
    for frame in frames(dossier):
        taken: set[int] = set()
        for one in worded_lists(frame):
            whole = whole_of(one, before, taken)
            taken |= {id(part) for _, part in one.parts}
            if whole is not None and not one.is_open and not _is_nested(one, whole.amount):
                yield one, whole
        before = frame


def _is_plain(one: WordedList, whole: Whole) -> bool:
    """Return whether SAME-904 sees to it: the first 其中 of its sentence, known units, no rates."""
    text = one.frame.bones.text
    first = whole.frame is one.frame and text[: one.start + 4].count("其中") < 2
    between = text[whole.place + 1 : one.end] if first else ""
    marks = [one.frame.bones.amount(mark) for mark in re.findall(AMOUNT, between)]
    printed = whole.frame.sentence.text[whole.amount.start : whole.amount.end]
    known = find_unit(re.sub(r"[\d.,， ]", "", printed)) is not None
    return (
        first
        and known
        and len(marks) == len(one.parts)
        and (_is_more(one, whole.amount) or one.joined)
    )


def _is_nested(one: WordedList, whole: PrintedAmount) -> bool:
    """Return whether a part is the whole itself: 150个，其中合格150个、优良96个 are no division."""
    return any(part.quantity.value == whole.quantity.value for _, part in one.parts)


def _is_more(one: WordedList, whole: PrintedAmount) -> bool:
    total, _ = _sum(one, whole)
    return total.interval.low > whole.quantity.interval.high


def _single(frame: Frame) -> Iterator[Hit]:
    """Yield a part that is above the whole it is named of: 5230户，其中脱贫户6180户."""
    for found in _PART.finditer(frame.bones.text):
        whole, part = frame.bones.amount(found["whole"]), frame.bones.amount(found["part"])
        if whole.is_like(part) and not whole.is_percent and whole.quantity.unit.symbol:
            total = add([part.quantity], whole.quantity.unit)
            if total.interval.low > whole.quantity.interval.high:
                places = places_of([whole.quantity, part.quantity])
                words = {
                    "count": 1,
                    "total": result(total, places),
                    "whole": amount(whole.quantity),
                    "difference": difference(total, whole.quantity, places),
                }
                at = (frame.operand(found.start(), found.end()),)
                yield Hit(at, words, recomputed=total.equation)


def _sum(one: WordedList, whole: PrintedAmount) -> tuple[Computed, list[Quantity]]:
    values = [part.quantity for _, part in one.parts]
    return add(values, whole.quantity.unit), values


def _holds(one: WordedList, whole: PrintedAmount) -> bool:
    total, _ = _sum(one, whole)
    return judge_equal(whole.quantity, total.interval, total.value).is_kept


def _hit(one: WordedList, whole: Whole) -> Hit:
    stated = whole.amount.quantity
    total, values = _sum(one, whole.amount)
    places = places_of([stated, *values])
    words = {
        "count": len(values),
        "total": result(total, places),
        "whole": amount(stated),
        "difference": difference(total, stated, places),
    }
    own = one.frame.operand(one.start, one.end)
    place = whole.frame.operand(whole.place, whole.place + 1)
    at = (own,) if whole.frame is one.frame else (place, own)
    return Hit(at, words, recomputed=total.equation)
