"""依次列出的比率与依次列出的两组数量逐一相符.

``分别调查500人、500人、600人，满意人数为456人、463人、564人，满意度依次为91.20%、92.60%和94.00%``. The rates are of the two lists of as many
like amounts before them where most of them are; the others are then questioned.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import percent
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_LIST = regex(rf"{AMOUNT}(?:[、，和及与]{{1,2}}{AMOUNT})+")
_W = r"[^，。；：、\ue000-\uf8ff]"
_PAIR = rf"{_W}{{1,10}}?{AMOUNT}{_W}{{0,6}}中{_W}{{0,6}}?{AMOUNT}{_W}{{0,2}}"
_AMONG = regex(
    rf"(?P<pairs>{_PAIR}(?:[、，和及]{{1,2}}{_PAIR})+)[，,]{_W}{{0,8}}[率度](?:分别|依次)为(?P<list>{_LIST.pattern})"
)
"""Parts told of their wholes one by one: 甲县112个中合格109个、乙县118个中合格113个，合格率分别为97.32%和95.76%."""
_LEAST = 3


@rule(
    id="SAME-986",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-12"],
    zh="第 {place} 个比率写为 {stated}，按 {steps} 复算为 {computed}",
    en="rate {place} is {stated}; {steps} is {computed}",
    only=Only.PAPER,
)
def rates_in_turn_are_of_counts_in_turn(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate of a list that the two amounts at its place do not make."""
    del catalogue
    for frame in frames(dossier):
        text = frame.bones.text
        lists = list(_LIST.finditer(text)) if "、" in text else []
        for n, found in enumerate(lists):
            rates = _amounts(frame, found)
            if n > 1 and len(rates) >= _LEAST and all(one.is_percent for one in rates):
                whole, part = (_amounts(frame, one) for one in lists[n - 2 : n])
                if len(whole) == len(part) == len(rates) and _are_alike([*whole, *part]):
                    yield from _judge(frame, found, (whole, part, rates))
        for found in _AMONG.finditer(text) if "中" in text else ():
            yield from _among(frame, found)


def _among(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    told = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["pairs"])]
    rates = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    fits = len(told) == 2 * len(rates) and all(one.is_percent for one in rates)
    if fits and _are_alike(told):
        yield from _judge(frame, found, (told[::2], told[1::2], rates))


def _amounts(frame: Frame, found: re.Match[str]) -> list[PrintedAmount]:
    return [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found[0])]


def _are_alike(amounts: list[PrintedAmount]) -> bool:
    first = amounts[0]
    like = all(one.is_like(first) and not one.is_percent for one in amounts)
    return like and all(one.quantity.value for one in amounts)


def _judge(
    frame: Frame,
    found: re.Match[str],
    lists: tuple[list[PrintedAmount], list[PrintedAmount], list[PrintedAmount]],
) -> Iterator[Hit]:
    whole, part, rates = lists
    made = [percent(one.quantity, of.quantity) for one, of in zip(part, whole, strict=True)]
    holds = [
        judge_equal(rate.quantity, due.interval, due.value).is_kept
        for rate, due in zip(rates, made, strict=True)
    ]
    if 2 * holds.count(True) <= len(holds):
        return
    for n, kept in enumerate(holds):
        if not kept:
            words = {"place": n + 1, "stated": str(rates[n].quantity), "steps": made[n].steps}
            computed = result(made[n], max(rates[n].quantity.places, 2))
            at = frame.operand(found.start(), found.end())
            yield Hit((at,), {**words, "computed": computed}, recomputed=made[n].equation)
