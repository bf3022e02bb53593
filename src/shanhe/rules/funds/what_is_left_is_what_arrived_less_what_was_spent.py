"""年末结余等于实际到位数减去支出数.

Only where one paragraph tells all three of all money: what arrived, what was spent, what is left. It is questioned where the rest is
reckoned from what should have arrived (应到位4400、到位4368、支出4168 leave 200 and not 232), or has its digits wrong.
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

_ARRIVED = re.compile("(?<![应未])(?<!计划)(?<!尚未)到位(?:资金|金额|数)?(?:为|共|达)?$")
_SPENT = re.compile("(?<!未)(?<!应)(?:支出|支付|执行|使用)(?:资金|金额|数)?(?:为|共|了)?$")
_LEFT = re.compile("(?<!上年)(?:结余|结存)(?:资金|金额)?(?:为|共)?$")
_PLANNED = re.compile("计划|预算|应到位|下达|安排")
_PART = re.compile(
    "中央|省级|市级|县级|区级|地方|自筹|社会|债券|配套|其中|上年|[县市区旗镇乡](?!级|财)"
)
_MOVED = re.compile("收回|缴回|上缴|核减|退回|(?:上年|上一年|年初|以前年度|往年)[^，。；]{0,4}结")
"""Other money that came or went."""

Told = tuple[PrintedAmount, Operand]


@rule(
    id="FUND-250",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="年末结余写为 {stated}，按实际到位数减支出数 {steps} 应为 {due}",
    en="{stated} is said to be left; what arrived less what was spent is {steps} = {due}",
    only=Only.PAPER,
)
def what_is_left_is_what_arrived_less_what_was_spent(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the rest of each paragraph that is not what arrived less what was spent."""
    del catalogue
    for _, own in groupby(frames(dossier), key=lambda one: id(one.sentence.line)):
        told = list(own)
        text = "".join(frame.bones.text for frame in told)
        left = "结余" in text or "结存" in text
        if left and "到位" in text and not _MOVED.search(text):
            yield from _judge(told)


def _judge(told: list[Frame]) -> Iterator[Hit]:
    arrived, spent, left = (list(_told(told, words)) for words in (_ARRIVED, _SPENT, _LEFT))
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
