"""同一句中列举的各项金额、数量之和等于所写合计.

Two forms are read: ``共 s，其中（分别为）A a、B b 和 C c`` here, and ``A a、B b，合计增加 s`` in
``measures/closing_sums.py``; ``s，由A a、B b和C c组成`` in ``measures/composed_sums.py``; sums of which some part stands elsewhere (两批共 s，连同中央资金共 s) in ``measures/joined_sums.py``. A list with 等 or 主要 is open and has no sum. After 其中 not all parts need be named, so less than the whole is a contradiction
only where the list is closed by 和 or said to be all (分别为、具体为); more than the whole always is.
Money that was allotted stands for itself; measured values have the room that rounding leaves. Parts that
go the other way than their whole (少9.60公顷，其中甲县少11.60公顷、乙县多2.00公顷) are taken off it; what a share is of (为目标12000人次的104%) has no parts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.closing_sums import are_near, closing_sums
from shanhe.measures.composed_sums import composed_sums
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import Frame, frames
from shanhe.measures.joined_sums import joined_sums
from shanhe.measures.printed_amount import PrintedAmount, in_a_sum
from shanhe.measures.sentences import Sentence
from shanhe.measures.signed_parts import are_gaps, signed_parts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, difference, places_of, result
from shanhe.values.outcome import Outcome, judge_bound, judge_equal
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_SPLIT = regex(r"其中|分别为|分别是|具体金额为|具体为")
_TOTAL = regex(r"(?:合计|总计)[^，。；：、\d]{0,12}$")
_OPEN = regex(r"等|主要|包括|约|左右|余|[人户平亩]均|每")
_GAP = regex("少|多|差|超|结余|结转|剩余|其余|比(?!例)|较|每(?![年月季])|[平户人亩]均")
_EXTREME = regex("(?:为|是)?最[多少高低大小]")
"""After one of several amounts: 荆州市108万元最少，其他两市分别为…."""
_AND = regex(r"\s*(?:和|及|与|以及|、和|，和)")
_AMONG = regex("[前后首末][两二三四五六七八九十\\d]|[上下]半年|[一二三四]季度[和、及]")
"""Words that make a list one of some parts only: 前三季度分别为."""
_OTHER = regex(
    r"已|支付|支出|到位|执行|结余|剩余|结转|较|比|占|预算|超(?!进度|标准|范围|合同|比例|期|前|付|拨|采|限)|增|减|目标|计划|完成|累计"
)
_STATUS = "职称|高级|中级|初级|高工", "脱贫|监测户|低保|一般农户"
_TRAITS = tuple(map(regex, ("男|女", *_STATUS, "党员|群众", "少数民族|汉族")))
"""What people are at the same time; those told by several of these are no parts of a whole."""
_ROOM = Fraction(2)
"""Amounts told in turn (分别为) that are farther off are no parts: three bids are none of their limit."""
_SEVERAL, _NEARLY = 3, Fraction(100, 99)
_BASE = regex("[）)]?的(?:约|近)?(?:\\d[\\d.]*[%‰]|百分之|一半|[一二三四五六七八九]成)")
"""After an amount that a share is of: 为目标12000人次的104.00%."""
_SHARE_CLAUSE = regex(f"[，,][^，。；]*{_BASE.pattern}(?=[，,])")
_TARGET = regex("目标|计划|任务")
_AT_ONCE = frozenset({"，其中", "其中", ",其中", "，其中："})
"""Between what is left, or what is new, and its own parts: 结余729万元，其中甲县240万元、…."""
_NEXT = regex(r"\s*(?:[、，,]|和|及|与|以及)")
_NEXT_LINE = regex(r"\s*[；;]")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A stated whole and its parts; ``closed`` if the parts are all of it."""

    whole: PrintedAmount
    parts: Sequence[PrintedAmount]
    closed: bool


@rule(
    id="SAME-904",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#sum"],
    zh="句中列举 {count} 项合计 {total}，所写总数为 {whole}，相差 {difference}",
    en="{count} amounts in one sentence add up to {total}, {whole} is stated, {difference}",
    only=Only.PAPER,
)
def amounts_in_a_sentence_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sentence whose parts do not make its whole."""
    del catalogue
    explained = {_place(note.source.cell("amount")) for note in dossier.change_notes}
    every: Sequence[Frame] = frames(dossier)
    earlier: list[Frame] = []
    for frame in every:
        sentence = frame.sentence
        if earlier and earlier[-1].sentence.line is not sentence.line:
            earlier = []
        if _place(sentence.line.source.cell("text")) in explained:
            continue
        for one in _split_sums(frame):
            yield from _judge(sentence, one)
        composed = dict(composed_sums(frame))
        for stated, parts in composed.items():
            yield from _judge(sentence, _Sum(stated, parts, closed=True))
        for told in closing_sums(frame, earlier[-1] if earlier else None):
            if told.whole not in composed:
                parted = _Sum(told.whole, told.parts, closed=True)
                yield from _judge(sentence, parted, told.source.sentence)
        for joined in joined_sums(frame, earlier, every):
            at = joined.source.sentence.operand(joined.whole.start, joined.whole.end)
            yield _hit((at,), joined.whole, joined.parts)
        earlier.append(frame)


def _place(where: object) -> tuple[object, ...]:
    return tuple(
        getattr(where, key) for key in ("file", "part", "table", "row", "paragraph", "line")
    )


def _split_sums(frame: Frame) -> Iterator[_Sum]:
    """Yield the sum that the words of a list part from its amounts: 共 s，其中 A a 和 B b."""
    text = frame.sentence.text
    split = _SPLIT.search(text)
    if split is None:
        return
    amounts = [one for one in frame.bones.amounts if one.quantity.unit.symbol]
    parts = _run(text, [one for one in amounts if one.start >= split.end()], split.end())
    before = [
        one
        for one in amounts
        if one.end <= split.start() and parts and not _BASE.match(text, one.end)
        if one.quantity.unit.like(parts[0].quantity.unit)
        if not _is_gap(text, one)
        or (
            text[one.end : split.end()] in _AT_ONCE and _may_be_parts(text, split.end(), one, parts)
        )
    ]
    nested = before and any(p.quantity.value == before[-1].quantity.value for p in parts)
    nested = nested and not are_gaps(text, split.end(), parts)
    nested = nested or _is_by_traits(text, split.end(), parts)
    if before and parts and not nested:
        whole, signed = before[-1], signed_parts(text, split.end(), before[-1], parts)
        if not signed or _is_target_of(text, before, parts) or not _is_of(text, whole, parts[0]):
            return
        among = _AMONG.search(text[whole.end : split.start()]) is not None
        joined = _AND.match(text, parts[-2].end) is not None
        if split[0] == "其中" or are_near(parts, whole, _ROOM):
            joined = joined or signed is not parts
            told = split[0] != "其中" or joined or _are_nearly_all(signed, whole)
            yield _Sum(whole, signed, not among and told)


def _are_nearly_all(parts: Sequence[PrintedAmount], whole: PrintedAmount) -> bool:
    """Return whether three or more parts after 其中 leave less than a hundredth, as no list of some does."""
    return len(parts) >= _SEVERAL and are_near(parts, whole, _NEARLY)


def _may_be_parts(
    text: str, start: int, whole: PrintedAmount, parts: Sequence[PrintedAmount]
) -> bool:
    """Return whether amounts after 其中 come near a gap, or are told to be gaps, each of them."""
    return are_near(parts, whole, _ROOM) or are_gaps(text, start, parts)


def _is_target_of(
    text: str, before: Sequence[PrintedAmount], parts: Sequence[PrintedAmount]
) -> bool:
    """Return whether a target stands last before parts that make what was reached: 受益7.14万人（目标6.80万人），其中…."""
    *_, reached, last = (None, *before)
    own = re.split("[，。；：、（(]", text[: last.start])[-1]
    if reached is None or not _TARGET.search(own):
        return False
    total = add([one.quantity for one in parts], reached.quantity.unit)
    return total.value == reached.quantity.value


def _is_by_traits(text: str, start: int, parts: Sequence[PrintedAmount]) -> bool:
    """Return whether people are told by more than one trait: 高级职称4人、女性2人."""
    if not parts or not parts[0].quantity.unit.measures("person", "household"):
        return False
    starts = [start, *(part.end for part in parts[:-1])]
    names = [text[begin : part.start] for begin, part in zip(starts, parts, strict=True)]
    held = [frozenset(n for n, trait in enumerate(_TRAITS) if trait.search(name)) for name in names]
    return len(set(held)) > 1


def _is_gap(text: str, one: PrintedAmount) -> bool:
    """Return whether an amount is what is short, over or left, or one of several, which has no parts of its own."""
    if _EXTREME.match(text, one.end):
        return True
    clause = re.split("[，。；：、]", text[: one.start])[-1]
    own = re.split(r"\d", clause)[-1]
    return _GAP.search(own) is not None or re.match("(?:较|比)(?!例)", clause) is not None


def _is_of(text: str, whole: PrintedAmount, part: PrintedAmount) -> bool:
    """Return whether nothing between whole and parts turns to another matter, such as 支出."""
    clause = re.split(r"[，。；：]", text[: whole.start])[-1]
    between = _SHARE_CLAUSE.sub("", text[whole.end : part.start])
    return all(word in clause for word in _OTHER.findall(between))


def _run(text: str, amounts: Sequence[PrintedAmount], start: int) -> tuple[PrintedAmount, ...]:
    """Return the list of like amounts that begins here, none if it is open or shorter than two."""
    found: list[PrintedAmount] = []
    said: set[str] = set()
    joint = _NEXT
    for one in amounts:
        between = text[found[-1].end if found else start : one.start]
        words = set(_OTHER.findall(between))
        if not found:
            said = words
        elif len(found) == 1 and _NEXT_LINE.match(between):
            joint = _NEXT_LINE
        follows = not found or bool(joint.match(between) and words <= said)
        if not follows or not one.quantity.unit.like(amounts[0].quantity.unit):
            break
        if one.each:
            return ()
        if _TOTAL.search(text[: one.start]) or _OPEN.search(between):
            break
        found.append(one)
    rest = text[found[-1].end : found[-1].end + 4] if found else ""
    plain = len(found) > 1 and "等" not in rest and not _is_of_pairs(text, found)
    return tuple(found) if plain else ()


def _is_of_pairs(text: str, found: Sequence[PrintedAmount]) -> bool:
    """Return whether every part has two amounts, the second with one word: 水质30个、达标28个，土壤20个、达标17个."""
    words = [text[one.end : other.start].strip("、，,和及与 ") for one, other in pairwise(found)]
    return len(words) > 2 and len(set(words[::2])) == 1 and bool(words[0])


def _ends_early(text: str, one: _Sum) -> bool:
    """Return whether the parts up to a comma make the whole, so that what follows is of something else.

    Example:
        ``河道24.5公里，其中主河道15.5公里、支流9公里，两侧绿化49公里``.
    """
    values = [part.quantity for part in one.parts]
    return any(
        add(values[:count], one.whole.quantity.unit).value == one.whole.quantity.value
        for count in range(2, len(values))
        if text[one.parts[count - 1].end : one.parts[count - 1].end + 1] in {"，", "；"}
    )


def _judge(sentence: Sentence, one: _Sum, source: Sentence | None = None) -> Iterator[Hit]:
    stated, *values = (in_a_sum(each.quantity) for each in (one.whole, *one.parts))
    if not values[0].unit.like(stated.unit) or not _adds_up(stated.unit):
        return
    total = _added(stated, values)
    if not _holds(one, stated, total) and not _ends_early(sentence.text, one):
        yield _hit(_places(sentence, one, source or sentence), one.whole, one.parts)


def _hit(
    at: tuple[Operand, ...],
    whole: PrintedAmount,
    parts: Sequence[PrintedAmount],
) -> Hit:
    stated, *values = (in_a_sum(each.quantity) for each in (whole, *parts))
    total = _added(stated, values)
    places = places_of([stated, *values])
    words = {
        "count": len(values),
        "total": result(total, places),
        "whole": amount(whole.quantity),
        "difference": difference(total, stated, places),
    }
    return Hit(at, words, recomputed=total.equation)


def _places(sentence: Sentence, one: _Sum, source: Sentence) -> tuple[Operand, ...]:
    """Return where whole and parts stand: one place where they share a sentence."""
    if source is not sentence:
        parts = source.operand(one.parts[0].start, one.parts[-1].end)
        return parts, sentence.operand(one.whole.start, one.whole.end)
    first = min(one.whole.start, one.parts[0].start)
    return (sentence.operand(first, max(one.whole.end, one.parts[-1].end)),)


def _adds_up(one: Unit) -> bool:
    """Return whether amounts of a unit can be added: shares and costs per thing cannot, 万立方米/年 can."""
    per = {name for name, power in one.dimensions if power < 0}
    return one.symbol not in {"%", "百分点"} and per <= {"year", "month", "day"}


def _added(stated: Quantity, values: Sequence[Quantity]) -> Computed:
    """Money in one unit, the whole printed no coarser than its parts, is taken as allotted."""
    finest = max(value.places for value in values)
    one_unit = {value.unit.symbol for value in (stated, *values)} <= {stated.unit.symbol}
    exact = stated.unit.measures("money") and one_unit and stated.places >= finest
    return add([replace(value, exact=exact or value.exact) for value in values], stated.unit)


def _holds(one: _Sum, stated: Quantity, total: Computed) -> bool:
    if one.closed:
        own = replace(stated, exact=total.interval.low == total.interval.high)
        return judge_equal(own, total.interval, total.value).is_kept
    return judge_bound(total.interval, total.value, stated, Sign.AT_MOST) is not Outcome.FAILS
