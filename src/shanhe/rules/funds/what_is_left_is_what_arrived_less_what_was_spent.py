"""年末结余等于实际到位数减去支出数.

Only where one paragraph tells all three of all money: what arrived, what was spent, what is left. It is questioned where the rest is
reckoned from what should have arrived (应到位4400、到位4368、支出4168 leave 200 and not 232), or has its digits wrong. Where a sentence tells what was spent and left of what
arrived (到位资金结余1560万元), what arrived may be told by another paragraph, if the paper tells it once.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import is_turned
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_ARRIVED = regex("(?<![应未])(?<!计划)(?<!尚未)到位(?:资金|金额|数)?(?:为|共|达)?$")
_SPENT = regex("(?<!未)(?<!应)(?:支出|支付|执行|使用)(?:资金|金额|数)?(?:为|共|了)?$")
_LEFT = regex(
    "(?<!上年)(?:结余|结存)(?:资金|金额)?(?:为|共)?$|到位(?:的)?(?:资金)?(?:中)?(?:尚|还|而)?未(?:支出|支付|使用|执行)(?:的)?(?:资金|金额)?(?:为|共|有)?$"
)
_PLANNED = regex("计划|预算|应到位|下达|安排")
_PART = regex(
    "中央|省级|[市盟州]级|[县旗区]级|地方|自筹|社会|债券|配套|其中|上年|[县市区旗镇乡](?!级|财)"
)
_OF_ARRIVED = regex("到位(?:的)?(?:资金)?(?:结余|结存)")
_YUAN = unit("元")
_MOVED = regex("收回|缴回|上缴|核减|退回|(?:上年|上一年|年初|以前年度|往年)[^，。；]{0,4}结")
"""Other money that came or went."""

Told = tuple[PrintedAmount, Operand]


@rule(
    id="FUND-250",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="年末结余（到位未支出）写为 {stated}，按实际到位数减支出数 {steps} 应为 {due}",
    en="{stated} is said to be left; what arrived less what was spent is {steps} = {due}",
    only=Only.PAPER,
)
def what_is_left_is_what_arrived_less_what_was_spent(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the rest of each paragraph that is not what arrived less what was spent."""
    del catalogue
    paragraphs = [
        list(own) for _, own in groupby(frames(dossier), key=lambda one: id(one.sentence.line))
    ]
    arrived = [one for own in paragraphs for one in _told(own, _ARRIVED)]
    for told in paragraphs:
        text = "".join(frame.bones.text for frame in told)
        left = re.search("结余|结存|到位[^，。；]{0,6}未[支使执]", text)
        if left and "到位" in text and not _MOVED.search(text):
            found = list(_judge(told, list(_told(told, _ARRIVED))))
            yield from found or _of_other(told, arrived)


def _of_other(told: list[Frame], arrived: list[Told]) -> Iterator[Hit]:
    """Yield the rest of what arrived, where one sentence tells it with what was spent, and of nobody in particular."""
    values = {one.quantity.value_in(_YUAN) for one, _ in arrived}
    own = any(True for _ in _told(told, _ARRIVED))
    for frame in told if len(values) == 1 and not own else ():
        found = _OF_ARRIVED.search(frame.bones.text)
        if found and not _PART.search(frame.bones.text[: found.end()]):
            yield from _judge([frame], arrived)


def _judge(told: list[Frame], arrived: list[Told]) -> Iterator[Hit]:
    spent, left = (list(_told(told, words)) for words in (_SPENT, _LEFT))
    if not arrived or not spent or len(left) != 1:
        return
    (came, _), (went, _), (rest, at) = arrived[0], spent[0], left[0]
    due = subtract(came.quantity, went.quantity)
    stated = rest.quantity
    if due.value < 0 or judge_stated(stated, due).is_kept:
        return
    planned = [one for one, _ in _told(told, _PLANNED)]
    instead = any(
        judge_stated(stated, subtract(one.quantity, went.quantity)).is_kept for one in planned
    )
    if instead or is_turned(_printed(due, rest), stated.amount):
        words = {"stated": amount(stated), "steps": due.steps, "due": result(due, stated.places)}
        yield Hit((at, arrived[0][1], spent[0][1]), words, recomputed=due.equation)


def _printed(due: Computed, rest: PrintedAmount) -> Decimal:
    unit = rest.quantity.unit
    return rounded(due.value * due.unit.factor_to(unit), rest.quantity.places)


def _told(told: list[Frame], words: re.Pattern[str]) -> Iterator[Told]:
    """Yield the sums of all money that such words tell, in order."""
    for frame in told:
        for mark in frame.bones.marks():
            one, lead = frame.bones.amount(mark), frame.bones.lead(mark)
            if one.is_money and not one.vague and words.search(lead) and not _PART.search(lead):
                place = frame.bones.place(mark)
                yield one, frame.operand(place, place + 1)
