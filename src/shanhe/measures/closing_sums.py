"""Sums that are told after their parts: 甲支付a，乙支付b，共支付s; 滑坡a处、崩塌b处，合计s处.

The parts are the like amounts before the sum, back to 其中, a colon or an earlier sum; one that is told of something
else (目标, 到位) than the sum is none of them. Where the sentence begins with the sum, they are those of the one before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.joined_sums import JOINED
from shanhe.measures.printed_amount import PrintedAmount, counts

_CLOSED = "合计|总计|共计|小计|总共"
_CLOSES = re.compile(rf"(?P<word>{_CLOSED}|(?<![公总])共|累计)(?P<verb>[^，。；：、]{{0,12}})$")
_ROLES = re.compile(
    "目标|计划|任务|应|预算|到位|支付|支出|执行|拨付|下达|安排|完成|投入|投资|结余|结转|剩余|增加|减少|新增|成活|栽植|种植"
    "|合格|得|验收|开工|完工|治理|修复|占|比|较|超|少|多(?![计付报结列])|差|未|每|均|上年|去年|同期|累计"
)
_DONE = {"支出": "支付", "执行": "支付", "拨付": "支付", "种植": "栽植", "治理": "修复"}
"""Words for one thing."""
_NO_PART = frozenset({"占", "比", "较", "每", "均", "上年", "去年", "同期"})
_BEGINS = re.compile("其中|分别|具体|包括|包含|[：:]")
_OPEN = re.compile("等(?![级次])|主要")
_BESIDE = re.compile(f"{AMOUNT}[\u4e00-\u9fff]{{0,4}}[、和]?$")
"""Between two sums that one word closes: 共7个乡镇20个村."""
_NOUN = re.compile("[\u4e00-\u9fff]*")
_ROOM = {"共": Fraction(2), "累计": Fraction(10, 7)}
_WIDE = Fraction(10)
_MANY = 10


@dataclass(frozen=True, slots=True)
class ClosingSum:
    """A sum and the parts told before it, in order.

    Attributes:
        frame: the sentence of the sum. whole: the sum. parts: at least two.
    """

    frame: Frame
    whole: PrintedAmount
    parts: tuple[PrintedAmount, ...]


def closing_sums(frame: Frame) -> Iterator[ClosingSum]:
    """Yield the sums of a sentence that no choice of the amounts before them makes up.

    Example:
        ``一标段支付2000万元，二标段支付2500万元，共支付4600万元`` yields 4600 with 2000 and 2500.
    """
    bones = frame.bones
    closed: re.Match[str] | None = None
    for mark in bones.marks():
        beside = _BESIDE.search(bones.text[: bones.place(mark)])
        closed = closed if closed and beside else _CLOSES.search(bones.lead(mark))
        whole = bones.amount(mark)
        if closed and JOINED.search(re.split("[。；]", bones.text[: bones.place(mark)])[-1]):
            continue
        if closed is None or whole.is_percent or whole.vague or not whole.quantity.value:
            continue
        parts = _parts(frame, mark, _roles(closed["verb"]))
        room = _ROOM.get(closed["word"], _WIDE)
        near = 2 <= len(parts) <= _MANY and _is_near(parts, whole, room)
        if near and not _some_make(parts, whole):
            yield ClosingSum(frame, whole, parts)


def _parts(frame: Frame, whole: str, roles: frozenset[str]) -> tuple[PrintedAmount, ...]:
    """Return the amounts before a sum that are of its kind and told of the same."""
    bones = frame.bones
    found: list[PrintedAmount] = []
    told: set[frozenset[str]] = set()
    said = frozenset[str]()
    for mark in _since_beginning(frame, whole):
        lead, amount = bones.lead(mark), bones.amount(mark)
        if not _is_of_one_kind(frame, mark, whole):
            continue
        said = _roles(lead) or said
        if amount.vague or _OPEN.search(lead):
            return ()
        if roles <= said and not _NO_PART & said:
            told.add(said)
            found.append(amount)
    return tuple(found) if len(told) == 1 else ()


def _since_beginning(frame: Frame, whole: str) -> list[str]:
    """Return the marks before a sum, back to the last words that begin a list or close one."""
    bones = frame.bones
    marks = bones.marks(0, bones.place(whole))
    for n in range(len(marks) - 1, -1, -1):
        if _CLOSES.search(bones.lead(marks[n])) and _is_of_one_kind(frame, marks[n], whole):
            return marks[n + 1 :]
        before = bones.place(marks[n - 1]) if n else 0
        if _BEGINS.search(bones.text[before : bones.place(marks[n])]):
            return marks[n:]
    return marks


def _is_of_one_kind(frame: Frame, mark: str, whole: str) -> bool:
    amount, other = frame.bones.amount(mark).quantity.unit, frame.bones.amount(whole).quantity.unit
    return amount.like(other) and _noun(frame, mark) == _noun(frame, whole)


def _roles(words: str) -> frozenset[str]:
    return frozenset(_DONE.get(role, role) for role in _ROLES.findall(words))


def _noun(frame: Frame, mark: str) -> str:
    """Return what is counted, which stands after the number: 乡镇 in 3个乡镇."""
    bones = frame.bones
    if not counts(bones.amount(mark).quantity.unit):
        return ""
    found = _NOUN.match(bones.text, bones.place(mark) + 1)
    return found[0] if found else ""


def _is_near(parts: tuple[PrintedAmount, ...], whole: PrintedAmount, room: Fraction) -> bool:
    total = add([one.quantity for one in parts], whole.quantity.unit)
    return is_near(total.value, whole.quantity.value, room)


def _some_make(parts: tuple[PrintedAmount, ...], whole: PrintedAmount) -> bool:
    """Return whether some of the parts make the whole, as where one is told with its own parts."""
    return any(
        add([one.quantity for one in some], whole.quantity.unit).interval.meets(
            whole.quantity.interval
        )
        for many in range(2, len(parts) + 1)
        for some in combinations(parts, many)
    )
