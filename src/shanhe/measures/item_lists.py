"""Amounts of numbered items and the whole that is told before or after them.

Each item has one amount of a kind. The items are all parts where as many are counted (5个镇), where the whole is divided
(分用途看), where their amounts of another kind make a number told around them, or where a sum is told after them (合计).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import Frame
from shanhe.measures.item_runs import ItemRun, item_runs
from shanhe.measures.list_wholes import Whole
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_COUNTED = regex(
    r"(?<![\d.第])(?P<n>\d{1,2}|[一二两三四五六七八九十])(?:大|个)?(?P<kind>[\u4e00-\u9fff]{1,5}?)[：:]$"
)
_BY = regex(
    "(?:(?:按|从)[^，。；：]{1,10}(?:划?分|看|统计)|分[^，。；：]{1,8}(?:看|统计)?)[，]?[：:]$"
)
_OPEN = regex("主要|重点|部分|例如|比如|等|其中[：:]?$")
_SUM = regex("合计|共计|总计|总额|累计$|合同价共|共$")
_PLACES = ("乡镇", "镇", "乡", "县", "市", "区", "旗", "标段", "片区", "街道", "村")
_ANY = regex(
    "(?:方面|部分|环节|类|项|种|条|点|批|次|级|[项条类]?(?:措施|问题|原因|工作|任务|内容|支出|用途|文件|工程))"
)
_ROOM = Fraction(5, 4)


@dataclass(frozen=True, slots=True)
class ItemList:
    """What the items have of one kind, with the whole that it comes nearest to."""

    parts: tuple[tuple[Frame, PrintedAmount], ...]
    whole: Whole
    total: Computed


def item_lists(dossier: Dossier) -> Iterator[ItemList]:
    """Yield the amounts of items that name all parts and make no number told around them.

    Example:
        ``156.40公顷，分布在2个镇：`` with (1)甲镇52.40公顷 and (2)乙镇36.00公顷 is one of 88.40.
    """
    for run in item_runs(dossier):
        words = run.lead.sentence.text.strip() if run.lead else ""
        closing = re.split("[。；]", words.rstrip("。；"))[-1]
        if _OPEN.search(closing) or "等" in run.items[-1].sentence.text:
            continue
        before, after = _told(run.lead), _sums(run.after)
        made = [
            (column, add([one.quantity for one in column], column[0].quantity.unit))
            for column in _columns(run.items)
        ]
        kept = [any(_makes(total, one.amount) for one in (*before, *after)) for _, total in made]
        closed = any(kept) or counted(run) == len(run.items) or _BY.search(words) is not None
        for (column, total), is_kept in zip(made, kept, strict=True):
            whole = None if is_kept else _nearest(total, [*before, *after] if closed else after)
            if whole is not None:
                yield ItemList(tuple(zip(run.items, column, strict=True)), whole, total)


def counted(run: ItemRun) -> int:
    """Return how many items the words right before them tell, 0 if none or if they count something else.

    Example:
        ``分布在5个镇：`` tells 5 if each item names a 镇; ``列为3项措施：`` tells 3 whatever they name.
    """
    words = run.lead.sentence.text.strip() if run.lead else ""
    found = _COUNTED.search(words)
    if found is None:
        return 0
    place = next((kind for kind in _PLACES if found["kind"].endswith(kind)), "")
    named = place and all(place in one.sentence.text for one in run.items)
    if not (named or _ANY.fullmatch(found["kind"])):
        return 0
    return count_of(found["n"])


def _columns(items: Sequence[Frame]) -> Iterator[tuple[PrintedAmount, ...]]:
    """Yield the amounts of each kind that every item has just once, rates left out."""
    for first in items[0].bones.amounts:
        column = [[one for one in item.bones.amounts if one.is_like(first)] for item in items]
        plain = first.quantity.unit.symbol and not first.is_percent
        if plain and all(len(own) == 1 for own in column):
            yield tuple(own[0] for own in column)


def _told(frame: Frame | None) -> list[Whole]:
    """Return the amounts that words tell."""
    amounts = frame.bones.amounts if frame else ()
    return [Whole(one, frame, frame.bones.place_of(one)) for one in amounts if frame]


def _sums(after: Frame | None) -> list[Whole]:
    """Return the sums that the sentence after the items tells: ``三个标段合同价合计4481.40万元``."""
    return [
        one
        for one in _told(after)
        if "。" not in one.frame.bones.text[: one.place]
        and _SUM.search(re.split("[，。；、]", one.frame.bones.text[: one.place])[-1])
    ]


def _makes(total: Computed, told: PrintedAmount) -> bool:
    stated = told.quantity
    if told.vague or not stated.unit.like(total.unit):
        return False
    factor = total.unit.factor_to(stated.unit)
    return judge_equal(stated, total.interval.times(factor), total.value * factor).is_kept


def _nearest(total: Computed, among: Sequence[Whole]) -> Whole | None:
    """Return the number nearest to a total, if one may be meant for it."""
    like = [
        (abs(value - total.value), n, one)
        for n, one in enumerate(among)
        if not one.amount.vague
        and one.amount.quantity.unit.like(total.unit)
        and is_near(total.value, value := one.amount.quantity.value_in(total.unit), _ROOM)
    ]
    return min(like, default=(None, 0, None), key=lambda three: three[:2])[2]
