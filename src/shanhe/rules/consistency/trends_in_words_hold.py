"""“逐年上升”“连续两年下降”与前面依次所列的数字相符.

The numbers stand in turn right before the words: ``分别为100.00%、98.00%和93.00%，逐年走低``. Told from the latest year back they are read
the other way round. Two that are level do not break a trend.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_UP = "上升|提高|增长|增加|递增|走高|提升|攀升|上涨"
_TREND = regex(
    rf"(?P<list>{AMOUNT}(?:[、，,和及与]+{AMOUNT})+)[，,；]?(?:总体|整体|均|也)?呈?(?:现)?(?:出)?"
    rf"(?:逐[年季月期]|连续(?:[两二三四五]|{AMOUNT})?[年季个月期度]*)(?:呈|保持)?(?:稳步|持续|小幅|明显)?(?:(?P<up>{_UP})|(?P<down>下降|降低|减少|递减|走低|回落|下滑))"
)
_YEAR = regex(r"20\d\d(?=年|、|和|至)")


@rule(
    id="SAME-982",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”与所列数字不符：依次为 {values}，并非逐次{way}",
    en='"{words}": the values in turn are {values}, they do not {way} throughout',
    only=Only.PAPER,
)
def trends_in_words_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each trend that the numbers before it do not have."""
    del catalogue
    for frame in frames(dossier):
        text = frame.bones.text
        for found in _TREND.finditer(text) if "逐" in text or "连续" in text else ():
            yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    amounts = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    years = _YEAR.findall(re.split("[。；]", frame.bones.text[: found.start()])[-1])
    if not all(one.is_like(amounts[0]) for one in amounts):
        return
    values = [one.quantity.value * one.quantity.unit.factor for one in amounts]
    back = len(years) > 1 and years == sorted(years, reverse=True) and years[0] != years[-1]
    rising = bool(found["up"]) is not back
    if any(one > other if rising else one < other for one, other in pairwise(values)):
        at = frame.operand(found.start(), found.end())
        way = Both("上升", "rise") if found["up"] else Both("下降", "fall")
        shown = listed(str(one.quantity) for one in amounts)
        yield Hit((at,), {"words": at.text, "values": shown, "way": way})
