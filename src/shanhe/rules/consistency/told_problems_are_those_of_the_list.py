"""文中问题个数、涉及金额合计与问题清单相符.

``评价共发现问题6个`` against the lines of the only table of problems, ``涉及金额的3个问题合计917.80万元`` against its column of money. A table
of the main ones alone, or one with fewer lines than half of what is told, is another list.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import counts
from shanhe.measures.problem_lists import ListedProblem, problem_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_FOUND = regex(
    rf"(?:共|合计|累计)?(?:发现|查找|查出|梳理出?|归纳|形成|提出|存在)(?:的)?(?:各类|主要)?问题(?:共|共计|合计)?(?P<n>{AMOUNT})(?=[，。；：（])"
)
_MONEY = regex(
    rf"涉及(?:资金|金额)的?(?:(?P<n>{AMOUNT})问题)?(?:金额|资金)?(?:共计|合计|总计|共)(?P<sum>{AMOUNT})"
)
_OTHER = regex(
    "主要|典型|重点|突出|上年|上一年|去年|往年|审计|督查|巡[视察]|自查|中期|县级|分别|其中"
)
_TIMES = 2


@rule(
    id="SAME-996",
    severity=WARN,
    basis=["arithmetic#count", "practice#R-07"],
    zh="“{words}”与问题清单不符，清单中为{due}",
    en='"{words}": the list of problems has {due}',
    only=Only.PAPER,
)
def told_problems_are_those_of_the_list(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of problems, and each sum of their money, that the only list of them does not have."""
    del catalogue
    lists = list(problem_lists(dossier))
    for frame in prose_frames(dossier) if len(lists) == 1 else ():
        text = frame.bones.text
        for found in _FOUND.finditer(text) if "问题" in text else ():
            yield from _count(frame, found, lists[0])
        for found in _MONEY.finditer(text) if "涉及" in text else ():
            yield from _money(frame, found, lists[0])


def _clause(found: re.Match[str]) -> str:
    return re.split("[。；]", found.string[: found.start()])[-1] + found[0]


def _count(frame: Frame, found: re.Match[str], lines: tuple[ListedProblem, ...]) -> Iterator[Hit]:
    told = frame.bones.amount(found["n"])
    number = told.quantity.value
    like = counts(told.quantity.unit) and not told.vague and not _OTHER.search(_clause(found))
    if like and number != len(lines) and len(lines) <= _TIMES * number <= 4 * len(lines):
        at = frame.operand(found.start(), found.end())
        due = Both(f"{len(lines)}个", f"{len(lines)} of them")
        yield Hit((at, lines[0].cells["problem"].operand("text")), {"words": at.text, "due": due})


def _money(frame: Frame, found: re.Match[str], lines: tuple[ListedProblem, ...]) -> Iterator[Hit]:
    told = frame.bones.amount(found["sum"])
    own = [one.money for one in lines if one.money is not None]
    unread = any("money" in one.cells and one.money is None for one in lines)
    if told.vague or not told.is_money or unread or len(own) < _TIMES:
        return
    number = frame.bones.amount(found["n"]).quantity.value if found["n"] else len(own)
    if _OTHER.search(_clause(found)) or number != len(own):
        return
    total = add(own, told.quantity.unit)
    if not judge_equal(told.quantity, total.interval, total.value).is_kept:
        at = frame.operand(found.start(), found.end())
        unit = total.unit.symbol
        due = Both(*(f"{total.printed(told.quantity.places)}{unit}",) * 2)
        yield Hit((at,), {"words": at.text, "due": due}, recomputed=total.equation)
