"""Sums of which some part stands elsewhere: 两批共S; 连同2024年的A，累计S; 省级a、县级b，连同中央资金共计S.

What is added is told beside the sum or known by its name; how many make the sum may be told by a number. All amounts of the
paragraph may be parts. A sum that some of them make is right; it is questioned where some make it but for the order of its digits,
and where what was named is told once and the sum comes near.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, last_words
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import is_turned
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_WORDS = r"[^，。；：、\ue000-\uf8ff]"
_CLOSED = "(?:合计|总计|共计|累计|共)"
_COUNTED = regex(
    rf"(?<![\d第前后首末])(?P<n>[两二三四五])个?(?:批次?|期|项|笔|类|渠道|层级|级|标段|片区|部分|年)[\u4e00-\u9fff]{{0,6}}?{_CLOSED}{_WORDS}{{0,6}}?(?P<whole>{AMOUNT})"
)
_BESIDE = regex(
    rf"(?:连同|加上|加之){_WORDS}{{0,14}}?(?P<added>{AMOUNT})[，,]?{_WORDS}{{0,10}}?{_CLOSED}{_WORDS}{{0,8}}?(?P<whole>{AMOUNT})"
)
_NAMED = regex(
    rf"(?:连同|加上|加之)(?P<what>[\u4e00-\u9fff]{{2,10}}?)[，,]?{_CLOSED}{_WORDS}{{0,6}}?(?P<whole>{AMOUNT})"
)
JOINED = regex("连同|加上|加之")
"""Words by which a sum has a part that is not among those beside it."""
_ALL_LISTED = regex(
    rf"(?:包括|包含|由|有|为)[^，。；：\ue000-\uf8ff]{{0,20}}{AMOUNT}(?:[、，][^，。；：\ue000-\uf8ff]{{1,20}}{AMOUNT})*[和及与][^，。；：\ue000-\uf8ff]{{1,20}}{AMOUNT}[，,]?$"
)
"""Ends before what is added to a list: 包括甲3000万元和乙1000万元，加上…."""
_IN_SO_MANY = regex(
    rf"(?:^|(?<=[，。；]))(?P<what>[\u4e00-\u9fff]{{4,10}}?)(?:共|计划|按)?分(?P<n>[两二三四五六])个?(?:年度?|批次?|次|期)(?:下达|安排|投入|拨付|到位|实施|完成)[：:]"
    rf"(?P<list>{_WORDS}{{1,16}}{AMOUNT}(?:[、，]{_WORDS}{{1,16}}{AMOUNT})+)(?=[，。；]|$)"
)
"""Tells all parts of what its paragraph told by that name: 中央资金分三年下达：2024年8000万元、…."""
_MOST = 12
_NAME = 2
_ROOM = Fraction(5, 4)
_WIDE = Fraction(2)
_ROUNDED = Fraction(21, 20)
"""Farther than this no rounding of the parts leads."""
_GAP = regex("少|多|差|超|比|较|占|每|均")


@dataclass(frozen=True, slots=True)
class JoinedSum:
    """A sum and the parts that nearly make it; ``source`` is the sentence of the sum."""

    frame: Frame
    whole: PrintedAmount
    parts: tuple[PrintedAmount, ...]
    source: Frame


def joined_sums(
    frame: Frame, earlier: Sequence[Frame], every: Sequence[Frame]
) -> Iterator[JoinedSum]:
    """Yield the sums of a sentence that nothing makes; ``earlier`` are those of its paragraph before it.

    Example:
        ``提前下达8100万元，…。…下达第二批5400万元。两批共1.53亿元`` yields 1.53 with 8100 and 5400.
    """
    text = frame.bones.text
    for found in _COUNTED.finditer(text):
        yield from _counted(frame, found, earlier)
    if JOINED.search(text):
        for found in _BESIDE.finditer(text):
            yield from _beside(frame, found, earlier, every)
        for found in _NAMED.finditer(text):
            yield from _named(frame, found, every)
    for found in _IN_SO_MANY.finditer(text) if "分" in text else ():
        yield from _in_so_many(frame, found, earlier)


def _in_so_many(
    frame: Frame, found: re.Match[str], earlier: Sequence[Frame]
) -> Iterator[JoinedSum]:
    """Yield the only sum of that name told before in the paragraph, if as many parts as are said do not make it."""
    parts = tuple(frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"]))
    like = len(parts) == count_of(found["n"]) and all(one.is_like(parts[0]) for one in parts)
    told = [
        (before, one)
        for before in [*earlier, frame]
        for mark in before.bones.marks(0, found.start() if before is frame else None)
        if (one := before.bones.amount(mark)).is_like(parts[0])
        if before.bones.lead(mark).endswith(found["what"])
    ]
    values = {_value(one) * one.quantity.unit.factor for _, one in told}
    if like and len(values) == 1:
        source, whole = told[0]
        near = is_near(_sum(parts, whole).value, _value(whole), _WIDE)
        if near and not _makes(parts, whole):
            yield JoinedSum(frame, whole, parts, source)


def _counted(frame: Frame, found: re.Match[str], earlier: Sequence[Frame]) -> Iterator[JoinedSum]:
    whole, many = frame.bones.amount(found["whole"]), count_of(found["n"])
    known = _like(whole, [*earlier, frame], until=(frame, found.start()))
    if len(known) <= _MOST:
        yield from _turned(frame, whole, list(combinations(known, many)))


def _beside(
    frame: Frame, found: re.Match[str], earlier: Sequence[Frame], every: Sequence[Frame]
) -> Iterator[JoinedSum]:
    added, whole = frame.bones.amount(found["added"]), frame.bones.amount(found["whole"])
    if not added.is_like(whole):
        return
    listed = _listed(frame, found, added, whole)
    if listed:
        yield JoinedSum(frame, whole, listed, frame)
        return
    others = [one for one in _like(whole, every) if one is not added and one is not whole]
    own = _in_unit(added, whole)
    may = [one for one in others if is_near(own + _in_unit(one, whole), _value(whole), _ROUNDED)]
    if not any(_makes((added, one), whole) for one in may):
        near = {id(one) for one in _like(whole, [*earlier, frame])}
        yield from _turned(frame, whole, [(one, added) for one in others if id(one) in near])


def _listed(
    frame: Frame, found: re.Match[str], added: PrintedAmount, whole: PrintedAmount
) -> tuple[PrintedAmount, ...]:
    """Return the amounts before what is added to them, joined by 和, if neither they nor some of them make the sum with it.

    Example:
        ``包括中央资金3000万元和县级资金1000万元，加上上年结转400万元，合计4000万元``: 3000, 1000 and 400.
    """
    bones = frame.bones
    since = max(bones.text.rfind(mark, 0, found.start()) for mark in "。；") + 1
    text = bones.text[since : found.start()]
    marks = bones.marks(since, found.start())
    own = [bones.amount(mark) for mark in marks if not _GAP.search(bones.lead(mark))]
    plain = len(own) == len(marks) > 1 and all(one.is_like(whole) for one in own)
    if not plain or len(own) > _MOST or not _ALL_LISTED.search(text):
        return ()
    some = (few for size in range(1, len(own) + 1) for few in combinations(own, size))
    made = any(_makes((*few, added), whole) for few in some)
    parts = (*own, added)
    return parts if not made and is_near(_sum(parts, whole).value, _value(whole), _ROOM) else ()


def _named(frame: Frame, found: re.Match[str], every: Sequence[Frame]) -> Iterator[JoinedSum]:
    bones, whole = frame.bones, frame.bones.amount(found["whole"])
    since = max(bones.text.rfind(mark, 0, found.start()) for mark in "。；") + 1
    marks = [
        mark for mark in bones.marks(since, found.start()) if not _GAP.search(bones.lead(mark))
    ]
    parts = tuple(bones.amount(mark) for mark in marks if bones.amount(mark).is_like(whole))
    name = found["what"][:_NAME]
    named = [
        amount
        for other in every
        for mark in other.bones.marks()
        if (amount := other.bones.amount(mark)).is_like(whole)
        if amount is not whole and name in last_words(other.bones.text[: other.bones.place(mark)])
    ]
    choices = [(*parts, one) for one in named]
    if not parts or any(_makes(one, whole) for one in choices):
        return
    near = [one for one in choices if is_near(_sum(one, whole).value, _value(whole), _ROOM)]
    if near:
        yield JoinedSum(frame, whole, near[0], frame)


def _turned(
    frame: Frame, whole: PrintedAmount, choices: Sequence[tuple[PrintedAmount, ...]]
) -> Iterator[JoinedSum]:
    """Yield the first choice of parts that makes the sum but for the order of its digits, if none makes it."""
    stated = whole.quantity
    values = {id(one): _in_unit(one, whole) for parts in choices for one in parts}
    sums = [sum((values[id(one)] for one in parts), Fraction(0)) for parts in choices]
    near = [
        parts
        for parts, total in zip(choices, sums, strict=True)
        if is_near(total, stated.value, _ROUNDED)
    ]
    if whole.vague or any(_makes(parts, whole) for parts in near):
        return
    for parts, total in zip(choices, sums, strict=True):
        if is_turned(rounded(total, stated.places), stated.amount):
            yield JoinedSum(frame, whole, parts, frame)
            return


def _like(
    whole: PrintedAmount, frames: Sequence[Frame], until: tuple[Frame, int] | None = None
) -> list[PrintedAmount]:
    """Return the amounts of a kind, those above the whole left out, up to a place of the last sentence."""
    found = []
    for frame in frames:
        end = until[1] if until and frame is until[0] else None
        for mark in frame.bones.marks(0, end):
            one = frame.bones.amount(mark)
            if one.is_like(whole) and not one.is_percent and not frame.bones.says_again(mark):
                found.append(one)
    return found


def _makes(parts: Sequence[PrintedAmount], whole: PrintedAmount) -> bool:
    total = _sum(parts, whole)
    return judge_equal(whole.quantity, total.interval, total.value).is_kept


def _sum(parts: Sequence[PrintedAmount], whole: PrintedAmount) -> Computed:
    return add([one.quantity for one in parts], whole.quantity.unit)


def _value(amount: PrintedAmount) -> Fraction:
    return amount.quantity.value


def _in_unit(one: PrintedAmount, whole: PrintedAmount) -> Fraction:
    return one.quantity.value_in(whole.quantity.unit)
