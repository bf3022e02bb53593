"""Sums in turns of phrase that say what they are of: 两批共6000万元，另有省级配套1000万元，三项合计7000万元; 共36次，2024年14次，2025年22次.

Each phrase names all parts, so that the sum has to be theirs; where a part may be among those listed before (含市本级500万元), either reading
will do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, in_a_sum
from shanhe.measures.shaped_parts import ShapedParts
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_W = r"[^，。；：、（）()\ue000-\uf8ff]"
_ITEM = rf"{_W}{{1,16}}{AMOUNT}"
_SUM = "(?:合计|总计|共计|累计|总?共)"
_BESIDES = regex(
    rf"(?<!其中)(?:[两二三四五六](?:批|期|项|级|个?[县区市旗镇乡])|中央|上级)?{_SUM}{_W}{{0,8}}(?P<a>{AMOUNT})[，,；](?:另有|另|此外)[，,]?{_W}{{1,12}}(?P<b>{AMOUNT})[，,]{_W}{{0,8}}{_SUM}{_W}{{0,8}}(?P<whole>{AMOUNT})"
)
_ADDED = regex(
    rf"(?:^|[。；])(?P<list>{_ITEM}(?:[、，]{_ITEM}){{0,7}})[，,](?:加上|连同|加之){_W}{{0,14}}(?P<b>{AMOUNT})[，,]{_W}{{0,6}}{_SUM}{_W}{{0,8}}(?P<whole>{AMOUNT})"
)
_HELD = regex(
    rf"(?:^|[。；])(?P<list>{_ITEM}(?:[、，]{_ITEM}){{1,7}})[，,]{_W}{{0,6}}{_SUM}{_W}{{0,8}}(?P<whole>{AMOUNT})[（(，,]?(?:其中)?(?:含|包括|包含){_W}{{1,14}}(?P<b>{AMOUNT})"
)
_YEARS = regex(
    rf"(?:总?共|合计|累计|总计){_W}{{0,10}}(?P<whole>{AMOUNT})[，,：:](?:其中)?(?P<list>20\d\d年度?{_W}{{0,6}}{AMOUNT}(?:[、，和]{{1,2}}20\d\d年度?{_W}{{0,6}}{AMOUNT})+)(?=[。；）)]|$)"
)
_BATCHES = regex(
    rf"(?P<n>[两二三四五六七八])个?(?P<kind>批次?|期|标段|[县区市旗镇乡]|乡镇|片区|季度|部分)(?:总?共|合计|共计){_W}{{0,10}}(?P<whole>{AMOUNT})[，,：:](?:其中)?(?P<list>{_ITEM}(?:[、，和]{{1,2}}{_ITEM})+)(?=[。；）)]|$)"
)
_QUARTERS = regex(
    rf"[上]半年{_W}{{0,10}}(?P<a>{AMOUNT})[；，;]三季度{_W}{{0,10}}(?P<c>{AMOUNT})[，、]四季度{_W}{{0,10}}(?P<d>{AMOUNT})[，,；]全年{_W}{{0,10}}(?P<whole>{AMOUNT})"
)
_SPENT = regex(
    rf"(?:可用资金|资金总额|到位资金){_W}{{0,8}}(?P<whole>{AMOUNT})[，,](?:已|实际)?(?:支付|支出|执行){_W}{{0,4}}(?P<a>{AMOUNT})[，,]{_W}{{0,6}}(?:收回|上缴|缴回|统筹)(?P<c>{AMOUNT})[，,](?:年末)?(?:结转|结余)(?P<d>{AMOUNT})(?=[，。；]|$)"
)
_GROUPS = regex(
    rf"(?P<whole>{AMOUNT})[，,](?:共?分(?:为|成)?|编为|组成)(?P<n>{AMOUNT})[，,：:](?P<list>(?:第一|一)组{_W}{{0,6}}{AMOUNT}(?:[、，](?:第?[二三四五六])组{_W}{{0,6}}{AMOUNT})+)"
)
_IN_ORDER = regex(
    rf"(?P<list>第?一(?P<kind>批次?|期|标段|阶段){_W}{{0,12}}{AMOUNT}(?:[、，]第?[二三四五六](?P=kind){_W}{{0,12}}{AMOUNT})+)[，,；](?P<n>[两二三四五六])个?(?P=kind)(?:总?共|合计|共计){_W}{{0,8}}(?P<whole>{AMOUNT})"
)
_COUNTED = (_BATCHES, _GROUPS, _IN_ORDER)
_MORE = regex("另|合计|累计|总计|(?<!公)共(?!同)|未|欠|缺")
_COMPOSED = regex(
    rf"由(?P<whole>{AMOUNT}){_W}{{0,6}}组成[，,](?:其中)?[：:]?(?P<list>{_ITEM}(?:[、，]{_ITEM})+)(?=[，。；]|$)"
)
_OPEN = regex("等|主要|约|余|均|每|占|比|较|其中|增|减|少|多|剩余|目标|计划|应")
_TRAITS = regex("职称|高级|中级|女|男|党员|以上|博士|硕士|研究生|本科|年龄|岁")
_Ways = Sequence[Sequence[str]]
"""Marks of the parts, one row for each way to read a phrase."""
_ROOM, _WIDE, _COMPOSED_ROOM = Fraction(5, 4), Fraction(2), Fraction(4)


def phrased_sums(frame: Frame) -> Iterator[ShapedParts]:
    """Yield the sums of a sentence that are not what their phrase makes them of.

    Example:
        ``两批共6000万元，另有省级配套1000万元，三项合计7500万元`` yields 7500 with 6000 and 1000.
    """
    text = frame.bones.text
    if (
        "共" not in text
        and "计" not in text
        and "组" not in text
        and not re.search("全年|结[转余]", text)
    ):
        return
    for pattern, read, room in _PHRASES:
        for found in pattern.finditer(text):
            ways = read(frame, found)
            yield from _judge(frame, found, ways, room) if ways else ()


def _beside(frame: Frame, found: re.Match[str]) -> _Ways:
    """Return the parts that a phrase names one by one."""
    del frame
    return [[mark for key in "acbd" if (mark := found.groupdict().get(key))]]


def _added(frame: Frame, found: re.Match[str]) -> _Ways:
    """Return what is added with all of a list, then with some of it."""
    del frame
    own = re.findall(AMOUNT, found["list"])
    some = [few for size in range(len(own), 0, -1) for few in combinations(own, size)]
    return [] if _OPEN.search(found["list"]) else [[*few, found["b"]] for few in some]


def _held(frame: Frame, found: re.Match[str]) -> _Ways:
    """Return a list with what the sum holds besides, and the list alone."""
    del frame
    own = re.findall(AMOUNT, found["list"])
    return [] if _OPEN.search(found["list"]) else [[*own, found["b"]], own]


def _listed(frame: Frame, found: re.Match[str]) -> _Ways:
    del frame
    return [re.findall(AMOUNT, found["list"])]


def _counted(frame: Frame, found: re.Match[str]) -> _Ways:
    """Return a list that has as many parts as are told."""
    own = re.findall(AMOUNT, found["list"])
    open_ = _OPEN.search(found["list"]) or _MORE.search(found["list"])
    return [own] if len(own) == _many(frame, found["n"]) and not open_ else []


def _composed(frame: Frame, found: re.Match[str]) -> _Ways:
    """Return the members of a group, each of one kind."""
    del frame
    own = re.findall(AMOUNT, found["list"])
    return [] if _OPEN.search(found["list"]) or _TRAITS.search(found["list"]) else [own]


_PHRASES: tuple[tuple[re.Pattern[str], Callable[[Frame, re.Match[str]], _Ways], Fraction], ...] = (
    (_BESIDES, _beside, _ROOM),
    (_ADDED, _added, _ROOM),
    (_HELD, _held, _ROOM),
    (_QUARTERS, _beside, _WIDE),
    (_SPENT, _beside, _ROOM),
    (_YEARS, _listed, _ROOM),
    *((one, _counted, _WIDE) for one in _COUNTED),
    (_COMPOSED, _composed, _COMPOSED_ROOM),
)


def _many(frame: Frame, word: str) -> int:
    if re.fullmatch(AMOUNT, word):
        return int(frame.bones.amount(word).quantity.value)
    return count_of(word)


def _judge(
    frame: Frame, found: re.Match[str], ways: _Ways, room: Fraction
) -> Iterator[ShapedParts]:
    """Yield a sum that no way to read its parts makes, by the first way."""
    whole = frame.bones.amount(found["whole"])
    read = [[frame.bones.amount(mark) for mark in way] for way in ways]
    if not all(one.is_like(whole) and not one.is_percent for way in read for one in way):
        return
    made = [_total(whole, way) for way in read]
    stated = in_a_sum(whole.quantity)
    if any(judge_equal(stated, one.interval, one.value).is_kept for one in made):
        return
    if is_near(made[0].value, whole.quantity.value, room):
        parts = tuple(one.quantity for one in read[0])
        yield ShapedParts(frame, *found.span(), whole.quantity, parts, made[0])


def _total(whole: PrintedAmount, parts: Sequence[PrintedAmount]) -> Computed:
    return add([in_a_sum(one.quantity) for one in parts], whole.quantity.unit)
