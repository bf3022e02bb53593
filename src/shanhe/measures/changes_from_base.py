"""Changes told with the value they start from, and not with the one they lead to: 与2024年的72000万元相比，增加8000万元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.told_changes import told_changes
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_WORDS = r"[^，。；：\ue000-\uf8ff]"
_UP = "增加|提高|上升|提升|增长|上涨"
_DOWN = "减少|降低|下降|压减|下调"
_WHAT = r"(?<=[，,])(?!其中)[^，。；：、其\ue000-\uf8ff]{2,14}?"
"""What has changed, told once more after the base: 与2024年修复的1395亩相比，2025年修复目标增加435亩."""
_BASE = regex(
    rf"(?P<than>与|比|较){_WORDS}{{0,14}}(?P<old>{AMOUNT})(?:相比|比较|对比)?[，,]?(?P<what>{_WHAT})?(?:净|共|同比)*(?P<way>{_UP}|{_DOWN})了?(?P<change>{AMOUNT})(?:[，,、（(](?:同比)?(?:增长|增幅|涨幅|升幅|下降|降幅|减幅|增速|降低|提高)率?(?:为|达)?(?P<ratio>{AMOUNT}))?"
)
_FIRST = regex(
    rf"(?:年初|原|期初|原定|原计划)[^，。；：、\ue000-\uf8ff]{{0,12}}(?P<old>{AMOUNT})[，,][^。；\ue000-\uf8ff]{{0,60}}?(?:(?P<way>{_UP}|调增|核增|追加)|{_DOWN}|调减|核减)了?(?P<change>{AMOUNT})[，,、（(](?:增幅|涨幅|升幅|降幅|减幅|幅度)(?:为|达)?(?P<ratio>{AMOUNT})"
)
"""What there was at first, what was taken off it and by how much that is: 年初为48.20公里，…核减2.00公里，降幅4.15%."""
_MOVES = "年初|期初|追加|[调核追]增|[调核追压]减|收回|调[出入]|上缴"
_ADDED = regex(
    rf"(?:年初|期初)[^，。；：、\ue000-\uf8ff]{{0,8}}(?P<old>{AMOUNT})[，；](?:(?!{_MOVES}|。).){{0,60}}?(?:(?P<way>追加|[调核]增)|[调核追压]减)[^，。；：、\ue000-\uf8ff]{{0,6}}(?P<change>{AMOUNT})[，,]"
    rf"(?:(?:(?!{_MOVES}|[。；]).){{2,60}}?(?<![\ue000-\uf8ff])[，,])?[比较](?:年初|期初)[^，。；：、\ue000-\uf8ff]{{0,6}}?(?:增加|增长|提高|减少|下降|压减)了?(?P<ratio>{AMOUNT})(?!，?的)"
)
"""What there was at first, what was added in the year and by how much that is: 年初预算1920万元，…；年中追加1280万元，…，比年初增加66.67%."""
_DOWNWARD = frozenset(_DOWN.split("|"))


@dataclass(frozen=True, slots=True)
class BaseChange:
    """A change with its base; ``start`` and ``end`` are places of the skeleton.

    Attributes:
        named: whether what changed is named after the base, which may then be of something else.
    """

    frame: Frame
    old: PrintedAmount
    change: PrintedAmount
    ratio: PrintedAmount | None
    up: bool
    named: bool
    start: int
    end: int


def changes_from_base(dossier: Dossier) -> Iterator[BaseChange]:
    """Yield the changes whose new value is not told in the same turn of phrase.

    Example:
        ``比2024年的92.10%提高2.45个百分点`` starts from 92.10 %.
    """
    known = {(id(frame.sentence), found["change"]) for frame, found in told_changes(dossier)}
    for frame in frames(dossier):
        for found in _all(frame.bones.text):
            if (id(frame.sentence), found["change"]) in known:
                continue
            old, change = (frame.bones.amount(found[key]) for key in ("old", "change"))
            ratio = frame.bones.amount(found["ratio"]) if found["ratio"] else None
            if found.re.groupindex.get("than") is None and not (ratio and ratio.is_percent):
                continue
            if not (old.vague or change.vague or (ratio is not None and ratio.vague)):
                up = bool(found["way"]) and found["way"] not in _DOWNWARD
                named = bool(found.groupdict().get("what"))
                yield BaseChange(frame, old, change, ratio, up, named, *found.span())


def _all(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_BASE, _FIRST, _ADDED):
        yield from pattern.finditer(text)
