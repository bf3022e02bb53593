"""Parts of what is short or over, some of which go the other way than their whole."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_DONE = "(?:了|出|额|完成|安排|到位|支出|支付|投入|出资|治理|修复|修建|种植|建成|口)*"
_MORE, _LESS = regex(f"[多超]{_DONE}$"), regex(f"[少差欠缺]{_DONE}$")


def signed_parts(
    text: str, start: int, whole: PrintedAmount, parts: Sequence[PrintedAmount]
) -> Sequence[PrintedAmount]:
    """Return the parts from ``start`` on, the contrary ones below zero; none where only they are gaps.

    Example:
        ``较目标少9.60公顷，其中甲县少11.60公顷、乙县多2.00公顷``: 11.60 and -2.00 make 9.60.
    """
    starts = [start, *(part.end for part in parts[:-1])]
    ways = [_way(text[one : part.start]) for one, part in zip(starts, parts, strict=True)]
    own = _way(re.split("[，。；：、]", text[: whole.start])[-1])
    if not any(ways) or set(ways) == {own}:
        return parts
    if not (own and all(ways)):
        return parts if own else ()
    return [
        part if way == own else _below_zero(part) for part, way in zip(parts, ways, strict=True)
    ]


def are_gaps(text: str, start: int, parts: Sequence[PrintedAmount]) -> bool:
    """Return whether every part, of two at least, is told to be more or less than there should be.

    Example:
        ``其中甲县少11.60公顷、乙县多2.00公顷``, from after 其中 on.
    """
    starts = [start, *(part.end for part in parts[:-1])]
    ways = [_way(text[one : part.start]) for one, part in zip(starts, parts, strict=True)]
    return len(ways) > 1 and all(ways)


def _below_zero(one: PrintedAmount) -> PrintedAmount:
    return replace(one, quantity=replace(one.quantity, amount=-one.quantity.amount))


def _way(lead: str) -> str:
    """Return whether words before an amount tell of more or of less than there should be."""
    return "more" if _MORE.search(lead) else "less" if _LESS.search(lead) else ""
