"""How faults of numbering are told; shared by the rules on chapters, sections and paragraphs."""

from collections.abc import Sequence

from shanhe.measures.numbering import Fault
from shanhe.records.paper import HeadingLine
from shanhe.records.source import Operand
from shanhe.rules.words import Both, listed

_MARKS = {1: "{}、", 2: "（{}）", 3: "{}.", 4: "（{}）"}
_DIGITS = " 一二三四五六七八九"


def told(headings: Sequence[HeadingLine], faults: Sequence[Fault]) -> Both:
    """Return every fault in words: ``“三、…”之后为“五、…”，缺“四”``."""
    each = [_one(headings, fault) for fault in faults]
    return Both("；".join(one.zh for one in each), "; ".join(one.en for one in each))


def places(headings: Sequence[HeadingLine], faults: Sequence[Fault]) -> tuple[Operand, ...]:
    """Return the headings on both sides of each fault."""
    at = [heading for fault in faults for heading in headings[max(fault.at - 1, 0) : fault.at + 1]]
    unique = {id(heading): heading for heading in at}
    return tuple(heading.operand("title") for heading in unique.values())


def shown(heading: HeadingLine) -> str:
    """Return a heading as it is printed: ``三、偏离绩效目标的原因``."""
    return _MARKS.get(heading.level, "{}").format(heading.number) + heading.title


def _one(headings: Sequence[HeadingLine], fault: Fault) -> Both:
    own = headings[fault.at]
    due = _MARKS.get(own.level, "{}").format(_number(fault.due, own.level))
    what = Both(f"应为“{due}”", f"{due} is due")
    if fault.skipped:
        names = listed(_number(one, own.level) for one in fault.skipped)
        what = Both(f"缺“{names.zh}”", f"{names.en} is missing")
    if not fault.at:
        return Both(f"首个标题为“{shown(own)}”，{what.zh}", f"{shown(own)} is first, {what.en}")
    before = shown(headings[fault.at - 1])
    return Both(
        f"“{before}”之后为“{shown(own)}”，{what.zh}", f"{shown(own)} after {before}, {what.en}"
    )


def _number(order: int, level: int) -> str:
    """Return a number as headings of a level print it: 四 for chapters, 4 below sections."""
    return str(order) if level > 2 else in_words(order)


def in_words(order: int) -> str:
    """Return a number as chapters and some captions print it: 13 is 十三."""
    if not 0 < order < 100:
        return str(order)
    tens, ones = divmod(order, 10)
    ten = ("" if tens < 2 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[ones] if ones else "")
