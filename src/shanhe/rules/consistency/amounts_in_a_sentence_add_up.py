"""同一句中列举的各项金额、数量之和等于所写合计.

Three forms are read: ``A a、B b，合计增加 s``, ``共 s，其中（分别为）A a、B b 和 C c``, and ``甲支付a，乙支付b，共支付s``, in
which each part is told by the words of the whole; there only a sum that comes near is questioned. A list with 等 or
主要 is open and has no sum. After 其中 not all parts need be named, so less than the whole is a contradiction
only where the list is closed by 和 or said to be all (分别为、具体为); more than the whole always is.
Money that was allotted stands for itself; measured values have the room that rounding leaves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.worded_amounts import WordedAmount, worded_amounts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, difference, places_of, result
from shanhe.values.outcome import Outcome, judge_bound, judge_equal
from shanhe.values.quantity import Quantity, Sign

_SPLIT = re.compile(r"其中|分别为|分别是|具体金额为|具体为")
_SUMMED = re.compile(rf"共|累计|合计|总计|{_SPLIT.pattern}")
_TOTAL = re.compile(r"(?:合计|总计)([^，。；：、\d]{0,12})$")
_ALL = re.compile(r"(?:共计?|总共|累计)([^，。；：、\d]{0,12})$")
_NEAR = Fraction(10, 7)
_OPEN = re.compile(r"等|主要|包括|约|左右|余|[人户平亩]均|每")
_GAP = re.compile("少|多|差|超|结余|结转|剩余|其余")
_DAYS = frozenset({"年", "月", "天"})
_PLAIN = re.compile(r"[为是达到约了面积资金金额共计\s]")
_AND = re.compile(r"\s*(?:和|及|与|以及|、和|，和)")
_AMONG = re.compile("[前后首末][两二三四五六七八九十\\d]|[上下]半年|[一二三四]季度[和、及]")
"""Words that make a list one of some parts only: 前三季度分别为."""
_OTHER = re.compile(
    r"已|支付|支出|到位|执行|结余|剩余|结转|较|比|占|预算|超(?!进度|标准|范围|合同|比例|期|前|付|拨|采|限)|增|减|目标|计划|完成|累计"
)
_NEXT = re.compile(r"\s*(?:[、，,]|和|及|与|以及)")
_NEXT_LINE = re.compile(r"\s*[；;]")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A stated whole and its parts; ``closed`` if the parts are all of it."""

    whole: WordedAmount
    parts: tuple[WordedAmount, ...]
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
    for line in dossier.texts:
        if not _SUMMED.search(line.text) or _place(line.source.cell("text")) in explained:
            continue
        for sentence in sentences(line):
            if _SUMMED.search(sentence.text):
                for one in (*_sums(sentence.text), *_told_alike(sentence.text)):
                    yield from _judge(sentence, one)


def _place(where: object) -> tuple[object, ...]:
    return tuple(
        getattr(where, key) for key in ("file", "part", "table", "row", "paragraph", "line")
    )


def _sums(text: str) -> Iterator[_Sum]:
    amounts = list(worded_amounts(text))
    split = _SPLIT.search(text)
    if split is not None:
        parts = _run(text, [one for one in amounts if one.start >= split.end()], split.end())
        before = [
            one
            for one in amounts
            if one.end <= split.start() and parts and not _is_gap(text, one)
            if one.quantity.unit.like(parts[0].quantity.unit)
        ]
        nested = before and any(p.quantity.value == before[-1].quantity.value for p in parts)
        if before and parts and not nested and _is_of(text, before[-1], parts[0]):
            among = _AMONG.search(text[before[-1].end : split.start()]) is not None
            joined = _AND.match(text, parts[-2].end) is not None
            closed = not among and (split[0] != "其中" or joined)
            yield _Sum(before[-1], parts, closed)
    for n, whole in enumerate(amounts):
        total = _TOTAL.search(text[: whole.start])
        if total is not None:
            first = _after_last_total(text, amounts[:n])
            parts = tuple(one for one in amounts[first:n] if not split or one.start >= split.end())
            parts = _without_days(parts, whole)
            if _fit(text, parts, total[1]):
                yield _Sum(whole, parts, closed=True)


def _told_alike(text: str) -> Iterator[_Sum]:
    """Yield a sum of amounts that are each told by the words of the whole: 甲支付a，乙支付b，共支付s."""
    if _SPLIT.search(text) or _TOTAL.search(text):
        return
    amounts = list(worded_amounts(text))
    for n, whole in enumerate(amounts):
        found = _ALL.search(text[: whole.start])
        parts = tuple(amounts[:n])
        if found is None or not _PLAIN.sub("", found[1]) or not _fit(text, parts, found[1]):
            continue
        sums = [add([one.quantity for one in parts[k:]], whole.quantity.unit) for k in range(n - 1)]
        stated = whole.quantity.value
        is_near = stated and 1 / _NEAR <= sums[0].value / stated <= _NEAR
        if is_near and all(one.value != stated for one in sums):
            yield _Sum(whole, parts, closed=True)
        return


def _without_days(parts: Sequence[WordedAmount], whole: WordedAmount) -> tuple[WordedAmount, ...]:
    """Leave out the month or day that a sentence begins with, which are no parts."""
    first = next((n for n, one in enumerate(parts) if one.quantity.unit.symbol not in _DAYS), 0)
    return tuple(parts[first:]) if whole.quantity.unit.symbol not in _DAYS else tuple(parts)


def _is_gap(text: str, one: WordedAmount) -> bool:
    """Return whether an amount is what is short, over or left, which has no parts of its own."""
    return _GAP.search(re.split(r"[，。；：、\d]", text[: one.start])[-1]) is not None


def _is_of(text: str, whole: WordedAmount, part: WordedAmount) -> bool:
    """Return whether nothing between whole and parts turns to another matter, such as 支出."""
    clause = re.split(r"[，。；：]", text[: whole.start])[-1]
    return all(word in clause for word in _OTHER.findall(text[whole.end : part.start]))


def _run(text: str, amounts: Sequence[WordedAmount], start: int) -> tuple[WordedAmount, ...]:
    """Return the list of like amounts that begins here, none if it is open or shorter than two."""
    found: list[WordedAmount] = []
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
        if _TOTAL.search(text[: one.start]) or _OPEN.search(between):
            break
        found.append(one)
    rest = text[found[-1].end : found[-1].end + 4] if found else ""
    return tuple(found) if len(found) > 1 and "等" not in rest else ()


def _after_last_total(text: str, amounts: Sequence[WordedAmount]) -> int:
    totals = [n for n, one in enumerate(amounts) if _TOTAL.search(text[: one.start])]
    return totals[-1] + 1 if totals else 0


def _fit(text: str, parts: tuple[WordedAmount, ...], verb: str) -> bool:
    """Return whether every part is said of the same thing as the total: 增加 with 合计增加."""
    if len(parts) < 2 or any(not p.quantity.unit.like(parts[0].quantity.unit) for p in parts):
        return False
    said = _PLAIN.sub("", verb)[:2]
    starts = [0, *(part.end for part in parts[:-1])]
    clauses = [text[start : part.start] for start, part in zip(starts, parts, strict=True)]
    return all(said in clause and not _OPEN.search(clause) for clause in clauses)


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


def _judge(sentence: Sentence, one: _Sum) -> Iterator[Hit]:
    stated, values = one.whole.quantity, [part.quantity for part in one.parts]
    if not values[0].unit.like(stated.unit) or stated.unit.symbol in {"%", "百分点"}:
        return
    total = _added(stated, values)
    if _holds(one, stated, total) or _ends_early(sentence.text, one):
        return
    places = places_of([stated, *values])
    words = {
        "count": len(values),
        "total": result(total, places),
        "whole": amount(stated),
        "difference": difference(total, stated, places),
    }
    first = min(one.whole.start, one.parts[0].start)
    last = max(one.whole.end, one.parts[-1].end)
    yield Hit((sentence.operand(first, last),), words, recomputed=total.equation)


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
