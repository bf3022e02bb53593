"""分列的各项之和等于其总数.

``其中 A a、B b`` need not name all parts. What a list is of, and when it is taken for the whole, is told in
``measures/list_wholes.py``, and for numbered items in ``measures/item_lists.py``. Rates between the parts are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, frames, with_earlier
from shanhe.measures.headed_lists import headed
from shanhe.measures.item_lists import ItemList, item_lists
from shanhe.measures.list_wholes import Whole, is_in_full, whole_of
from shanhe.measures.listed_lines import are_lines, names_of_lines
from shanhe.measures.nameless_lists import NamelessList, nameless_lists
from shanhe.measures.paired_lists import PairedColumn, paired_columns
from shanhe.measures.phrased_sums import phrased_sums
from shanhe.measures.printed_amount import PrintedAmount, in_a_sum
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.shaped_parts import ShapedParts, is_sum, shaped_parts
from shanhe.measures.slips import is_turned
from shanhe.measures.subject_wholes import whole_by_subject
from shanhe.measures.worded_lists import WordedList, worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, difference, places_of, result
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

_SPLIT = regex("其中|分别为|分别是|具体为")
_ROOM = Fraction(5, 4)


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
        if _holds(one, whole.amount) or _is_plain(one, whole) or _is_of_a_share(whole):
            continue
        full = is_in_full(one, whole, exact) or are_lines(one, lines)
        if _is_more(one, whole.amount) or full or _has_turned_part(one, whole.amount):
            yield _hit(one, whole)
    told_so = {(id(one.frame.sentence.line), len(one.parts)) for one, _ in found}
    for items in item_lists(dossier):
        if (id(items.parts[0][0].sentence.line), len(items.parts)) not in told_so:
            yield _items(items)
    for frame, earlier in with_earlier(frames(dossier)):
        yield from map(_shaped, shaped_parts(frame))
        yield from map(_shaped, phrased_sums(frame))
        for pair in paired_columns(frame, earlier[-1] if earlier else None):
            yield _column(frame, pair)
        told = [one for each in (*earlier, frame) for one in each.bones.amounts]
        for listed in nameless_lists(frame, earlier):
            yield from _in_turn(listed, told)


def _shaped(one: ShapedParts) -> Hit:
    at = (one.frame.operand(one.start, one.end),)
    return Hit(at, _words(one.whole, one.parts, one.total), recomputed=one.total.equation)


def _column(frame: Frame, one: PairedColumn) -> Hit:
    """Return one of two amounts that each part of a list has, where they do not make their whole."""
    whole, values = one.whole.amount.quantity, [part.quantity for part in one.parts]
    total = add(values, whole.unit)
    place = one.whole.frame.operand(one.whole.place, one.whole.place + 1)
    at = (place, frame.operand(one.start, one.end))
    return Hit(at, _words(whole, values, total), recomputed=total.equation)


def _items(one: ItemList) -> Hit:
    """Return numbered items that do not make the number told before or after them."""
    whole = one.whole.amount.quantity
    values = [part.quantity for _, part in one.parts]
    total = add(values, whole.unit)
    places = [(one.whole.frame, one.whole.place)]
    places += [(frame, frame.bones.place_of(part)) for frame, part in one.parts]
    at = tuple(frame.operand(place, place + 1) for frame, place in places)
    return Hit(at, _words(whole, values, total), recomputed=total.equation)


def _lists(dossier: Dossier) -> Iterator[tuple[WordedList, Whole]]:
    """Yield the closed lists of a paper with what they are of."""
    every: Sequence[Frame] = frames(dossier)
    for frame, earlier in with_earlier(every):
        taken: set[int] = set()
        for one in worded_lists(frame):
            whole = whole_of(one, earlier, taken)
            taken |= {id(part) for _, part in one.parts}
            if whole is None and (known := headed(one)):
                one, whole = known  # noqa: PLW2901 - the list without the amount that it divides
            whole = whole or whole_by_subject(one, every)
            if whole is not None and not one.is_open and not _is_nested(one, whole.amount):
                yield one, whole


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
        and _SPLIT.search(between) is not None
        and len(marks) == len(one.parts)
        and (_is_more(one, whole.amount) or one.joined)
    )


def _is_of_a_share(whole: Whole) -> bool:
    """Return whether a number is what something is a share of: 400公顷，占修复面积600公顷的66.67%，其中…."""
    before = whole.frame.bones.text[: whole.place]
    return re.search(r"占[^，。；：、\ue000-\uf8ff]{0,12}$", before) is not None


def _is_nested(one: WordedList, whole: PrintedAmount) -> bool:
    """Return whether a part is the whole itself: 150个，其中合格150个、优良96个 are no division."""
    return any(part.quantity.value == whole.quantity.value for _, part in one.parts)


def _is_more(one: WordedList, whole: PrintedAmount) -> bool:
    total, _ = _sum(one, whole)
    return total.interval.low > in_a_sum(whole.quantity).interval.high


def _has_turned_part(one: WordedList, whole: PrintedAmount) -> bool:
    """Return whether the parts make the whole but for the order of the digits of one: 920户，其中610户、301户."""
    total, _ = _sum(one, whole)
    rest = whole.quantity.value - total.value
    for _, part in one.parts:
        own = part.quantity
        due = own.value + rest * whole.quantity.unit.factor_to(own.unit)
        printed = rounded(due, own.places)
        if Fraction(printed) == due and is_turned(printed, own.amount):
            return True
    return False


def _in_turn(one: NamelessList, told: Sequence[PrintedAmount]) -> Iterator[Hit]:
    """Yield a list told after its names that comes near its sum, and makes none of what its paragraph told."""
    whole, values = one.whole.amount.quantity, [part.quantity for part in one.parts]
    total = add(values, whole.unit)
    like = [each.quantity for each in told if each.is_like(one.whole.amount)]
    kept = any(is_sum(add(values, each.unit), each) for each in like)
    if not kept and is_near(total.value, whole.value, _ROOM):
        own = one.frame.operand(one.start, one.end)
        place = one.whole.frame.operand(one.whole.place, one.whole.place + 1)
        yield Hit((own, place), _words(whole, values, total), recomputed=total.equation)


def _sum(one: WordedList, whole: PrintedAmount) -> tuple[Computed, list[Quantity]]:
    values = [in_a_sum(part.quantity) for _, part in one.parts]
    return add(values, whole.quantity.unit), values


def _holds(one: WordedList, whole: PrintedAmount) -> bool:
    total, _ = _sum(one, whole)
    return is_sum(total, in_a_sum(whole.quantity))


def _hit(one: WordedList, whole: Whole) -> Hit:
    stated = whole.amount.quantity
    total, values = _sum(one, whole.amount)
    words = _words(stated, values, total)
    own = one.frame.operand(one.start, one.end)
    place = whole.frame.operand(whole.place, whole.place + 1)
    at = (own,) if whole.frame is one.frame else (place, own)
    return Hit(at, words, recomputed=total.equation)


def _words(whole: Quantity, values: Sequence[Quantity], total: Computed) -> dict[str, object]:
    places = places_of([whole, *values])
    return {
        "count": len(values),
        "total": result(total, places),
        "whole": amount(whole),
        "difference": difference(total, whole, places),
    }
