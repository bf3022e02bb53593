"""Sums that are told after their parts: 甲支付a，乙支付b，共支付s; 滑坡a处、崩塌b处，合计s处.

The parts are the like amounts before the sum, back to 其中, a colon or an earlier sum; one that is told of something
else (目标, 到位) than the sum is none of them. Where the sentence begins with the sum, they are those of the one before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.joined_sums import JOINED
from shanhe.measures.printed_amount import PrintedAmount, counts, in_a_sum
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_CLOSED = "合计|总计|共计|小计|总共|总得?分(?:为|是)?"
_WORDS = f"{_CLOSED}|(?<![公总])共|累计|全年|总长度?|总面积"
_CLOSES = regex(rf"(?P<word>{_WORDS})(?P<verb>(?:(?!分别|依次)[^，。；：、]){{0,12}})$")
"""No sum is closed where sums are told in turn: 两批合计分别为a、b和c."""
_TOLD = regex(_WORDS)
_COUNTED = regex("(?P<n>[两二三四五六七八九十]|\\d+)个?[\u4e00-\u9fff]{1,3}?共")
_IN_ALL = regex("(?:共|合计|总计|共计)(?!同)")
"""After 全年, makes it a sum: 全年共造林250公顷."""
_DAYS = frozenset({"天", "日", "个工作日"})
_FROM_TO = regex("[自从][^，。；]{2,}[到至]")
"""A time of its own, whatever its steps took: 从下达到收文共56天."""
_SO_MANY = regex(f"(?P<n>{AMOUNT})(?:[县市区旗镇乡村]|标段|项目)(?:合计|共计?|总计)$")
_FIRST = regex("(?:以上|上述)?[\u4e00-\u9fff]{0,3}(?:合计|总计|共计)")
_ROLES = regex(
    "目标|计划|任务|应|预算|到位|支付|支出|执行|拨付|下达|安排|完成|投入|投资|结余|结转|剩余|增加|减少|新增|成活|栽植|种植"
    "|合格|得|验收|开工|完工|占|比(?![例较重])|(?<!比)较(?!好)|节约|超|少|多(?![计付报结列])|差|未|每|均|上年|去年|同期|累计"
)
_DONE = {"支出": "支付", "执行": "支付", "拨付": "支付", "种植": "栽植"}
"""Words for one thing."""
_NO_PART = frozenset({"占", "比", "较", "节约", "每", "均", "上年", "去年", "同期"})
_SCORED = frozenset({"得"})
"""A sum of points is one of what was scored, not of what could be: 产出50分得48分、效益30分得29分，合计77分."""
_BRACKETED = regex(f"[（(]{AMOUNT}[）)]")
"""Weights in brackets, as of single indicators, whose points are parts of those of their group."""
_BEGINS = regex("其中|分别|具体|包括|包含|[：:]")
_MERGED = regex("并入[^。；\ue000-\uf8ff]*$")
_AND_MORE = regex("[，,（(](?:其中)?(?:含|包括|不含|另)")
"""Make a sum of what stands here and of more: 连同丙县，全市共…; 累计700公顷（含2023年100公顷）."""
_OPEN = regex("等(?![级次])|主要")
_BESIDE = regex(f"{AMOUNT}[\u4e00-\u9fff]{{0,4}}[、和]?$")
"""Between two sums that one word closes: 共7个乡镇20个村."""
_ALONE = regex(f"{AMOUNT}[\u4e00-\u9fff]{{0,4}}[，,]$")
"""Before a second sum that stands alone: 合计10个矿点，200公顷."""
_NOUN = regex("[\u4e00-\u9fff]*")
_SEASON = regex("(?P<quarter>[一二三四])季度|(?P<half>[上下])半年|(?P<season>[春夏秋冬])季")
_SEASONS = ("一二三四", "上下", "春秋")
_ROOM = {
    "共": Fraction(2),
    **dict.fromkeys(("累计", "总长", "总长度", "总面积"), Fraction(10, 7)),
}
_WIDE = Fraction(10)
_MANY = 10


@dataclass(frozen=True, slots=True)
class ClosingSum:
    """A sum and the parts told before it, in order.

    Attributes:
        frame: the sentence of the sum. whole: the sum.
        source: the sentence of the parts, the same or the one before. parts: at least two.
    """

    frame: Frame
    whole: PrintedAmount
    source: Frame
    parts: tuple[PrintedAmount, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount of a sentence with the words around it."""

    frame: Frame
    mark: str

    @property
    def amount(self) -> PrintedAmount:
        return self.frame.bones.amount(self.mark)

    @property
    def lead(self) -> str:
        return self.frame.bones.lead(self.mark)

    @property
    def noun(self) -> str:
        """What is counted, which stands after the number: 乡镇 in 3个乡镇."""
        bones = self.frame.bones
        if not counts(self.amount.quantity.unit):
            return ""
        found = _NOUN.match(bones.text, bones.place(self.mark) + 1)
        return found[0] if found else ""

    @property
    def has_more(self) -> bool:
        """Whether a sum is said to hold more than what stands before it."""
        bones = self.frame.bones
        place = bones.place(self.mark)
        ahead = bones.text[:place]
        joined = JOINED.search(re.split("[。；]", ahead)[-1]) or _MERGED.search(ahead)
        return bool(joined or _AND_MORE.match(bones.text, place + 1))

    def is_of_one_kind(self, other: "_Told") -> bool:
        like = self.amount.quantity.unit.like(other.amount.quantity.unit)
        return like and self.noun == other.noun

    def is_named_for(self, whole: "_Told") -> bool:
        """Return whether this has a name after it that a sum leaves out, or before it that a sum has after: 3次跟踪监测, 共4次; 矿点6个, 共10个矿点."""
        like = self.amount.quantity.unit.like(whole.amount.quantity.unit)
        ahead = len(whole.noun) > 1 and not self.noun and self.lead.endswith(whole.noun)
        return like and ((len(self.noun) > 1 and not whole.noun) or ahead)


def closing_sums(frame: Frame, before: Frame | None = None) -> Iterator[ClosingSum]:
    """Yield the sums of a sentence that no choice of the amounts before them makes up.

    ``before`` is the sentence before it in its paragraph, whose amounts a sum may be of that begins the sentence.

    Example:
        ``一标段支付2000万元，二标段支付2500万元，共支付4600万元`` yields 4600 with 2000 and 2500.
    """
    bones = frame.bones
    closed: re.Match[str] | None = None
    for mark in bones.marks() if _TOLD.search(bones.text) else ():
        beside = _BESIDE.search(bones.text[: bones.place(mark)])
        bare = closed and _ALONE.search(bones.text[: bones.place(mark)])
        closed = closed if closed and (beside or bare) else _CLOSES.search(bones.lead(mark))
        whole = _Told(frame, mark)
        if closed is None or whole.has_more or not _can_be_sum(whole.amount):
            continue
        if closed["word"].startswith("总") and _NO_PART & _roles(whole.lead):
            continue
        if _FROM_TO.search(whole.lead) and whole.amount.quantity.unit.symbol in _DAYS:
            continue
        source = before if before and _is_of(whole, before) else frame
        roles = _roles(closed["verb"]) - {"累计"}
        points = whole.amount.quantity.unit.symbol == "分"
        is_points = points and not roles
        if points and _BRACKETED.search(source.bones.text):
            continue
        if is_points and _some_make(_amounts(_weights(source, whole)), whole.amount):
            continue
        parts = _parts(source, whole, _SCORED if is_points else roles)
        amounts = _amounts(parts)
        if len(parts) != (_of_how_many(whole) or len(parts)):
            continue
        near = 2 <= len(parts) <= _MANY and are_near(amounts, whole.amount, _room(closed, parts))
        if near and not _some_make(amounts, whole.amount):
            yield ClosingSum(frame, whole.amount, source, amounts)


def _of_how_many(whole: _Told) -> int:
    """Return how many a sum says that it is of, 0 where it does not: 4个镇合计5748万元."""
    bones = whole.frame.bones
    found = _SO_MANY.search(bones.text[: bones.place(whole.mark)])
    return int(bones.amount(found["n"]).quantity.amount) if found else 0


def _is_of(whole: _Told, before: Frame) -> bool:
    """Return whether a sentence begins with the sum of the one before: 三个镇共15个矿点; 以上合计300公顷."""
    bones = whole.frame.bones
    ahead = (_Told(whole.frame, mark) for mark in bones.marks(0, bones.place(whole.mark)))
    begins = _FIRST.match(bones.text) or _COUNTED.match(bones.text)
    plain = begins is not None and "其中" not in before.bones.text
    return plain and not any(one.is_of_one_kind(whole) for one in ahead)


def _can_be_sum(one: PrintedAmount) -> bool:
    return bool(one.quantity.value) and not (one.vague or one.is_percent)


def _room(closed: re.Match[str], parts: tuple[_Told, ...]) -> Fraction:
    """Return by what factor a sum may be off its parts and still be meant as theirs; 1 for not at all."""
    if _are_a_year(parts):
        return _WIDE
    for counted in _COUNTED.finditer(closed.string):
        if count_of(counted["n"]) == len(parts):
            return _WIDE
    if closed["word"] == "全年" and _IN_ALL.match(closed["verb"]):
        return _ROOM["共"]
    return _ROOM.get(closed["word"], Fraction(1) if closed["word"] == "全年" else _WIDE)


def _are_a_year(parts: tuple[_Told, ...]) -> bool:
    """Return whether the parts are the four quarters, both halves or both seasons of planting."""
    found = [_SEASON.search(one.lead) for one in parts]
    told = "".join(one[one.lastgroup or ""] for one in found if one)
    return told in _SEASONS and len(told) == len(parts)


def _parts(source: Frame, whole: _Told, roles: frozenset[str]) -> tuple[_Told, ...]:
    """Return the amounts before a sum that are of its kind and told of the same."""
    found: list[_Told] = []
    told: set[frozenset[str]] = set()
    said = frozenset[str]()
    for one in _since_beginning(source, whole):
        own = _roles(one.lead)
        possible = roles == _SCORED and not roles & own
        if possible or not (one.is_of_one_kind(whole) or one.is_named_for(whole)):
            continue
        said = own or (frozenset() if one.lead and said & _NO_PART else said)
        if one.amount.vague or one.amount.each or _OPEN.search(one.lead):
            return ()
        if roles <= said and not _NO_PART & said:
            told.add(said)
            found.append(one)
    return _alike(found) if len(told) == 1 else ()


def _alike(found: list[_Told]) -> tuple[_Told, ...]:
    """Return what has no name after it, else what has names of one kind: 1次本底监测 and 3次跟踪监测."""
    plain = tuple(one for one in found if not one.noun)
    kinds = {one.noun[-2:] for one in found if one.noun}
    return tuple(found) if not plain and len(kinds) == 1 else plain if kinds else tuple(found)


def _weights(source: Frame, whole: _Told) -> tuple[_Told, ...]:
    """Return the points that could be had: 权重30分 beside 得29.5分."""
    told = _since_beginning(source, whole)
    return tuple(
        one for one in told if one.is_of_one_kind(whole) and not _SCORED & _roles(one.lead)
    )


def _amounts(told: tuple[_Told, ...]) -> tuple[PrintedAmount, ...]:
    return tuple(one.amount for one in told)


def _since_beginning(source: Frame, whole: _Told) -> list[_Told]:
    """Return the amounts before a sum, back to the last words that begin a list or close one."""
    bones = source.bones
    end = bones.place(whole.mark) if source is whole.frame else len(bones.text)
    told = [_Told(source, mark) for mark in bones.marks(0, end)]
    for n in range(len(told) - 1, -1, -1):
        own = _CLOSES.search(told[n].lead) and told[n].is_of_one_kind(whole)
        if own and any(one.is_of_one_kind(whole) for one in told[:n]):
            return told[n + 1 :]
        before = bones.place(told[n - 1].mark) if n else 0
        if _BEGINS.search(bones.text[before : bones.place(told[n].mark)]):
            return told[n:]
    return told


def _roles(words: str) -> frozenset[str]:
    return frozenset(_DONE.get(role, role) for role in _ROLES.findall(words))


def are_near(parts: Sequence[PrintedAmount], whole: PrintedAmount, room: Fraction) -> bool:
    """Return whether the sum of amounts comes so near a whole that they may be its parts."""
    total = add([one.quantity for one in parts], whole.quantity.unit)
    return is_near(total.value, whole.quantity.value, room)


def _some_make(parts: tuple[PrintedAmount, ...], whole: PrintedAmount) -> bool:
    """Return whether some of the parts make the whole, as where one is told with its own parts."""
    return any(
        add([in_a_sum(one.quantity) for one in some], whole.quantity.unit).interval.meets(
            in_a_sum(whole.quantity).interval
        )
        for many in range(2, len(parts) + 1)
        for some in combinations(parts, many)
    )
