"""并列的两个数与各自基数相比的增减数，逐一相符.

``71种4.95万只，比2022年的58种3.60万只增加13种1.35万只``: 71 less 58 and 4.95 less 3.60. The three pairs have to be of the same two kinds.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import subtract
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.regex import regex

_W = r"[^，。；：\ue000-\uf8ff]"
_AND = r"[、，和及]?"
_TOLD = regex(
    rf"(?P<new>{AMOUNT}){_W}{{0,4}}?{_AND}(?P<new2>{AMOUNT})[，,](?:比|较|与){_W}{{0,14}}?(?P<old>{AMOUNT}){_W}{{0,4}}?{_AND}(?P<old2>{AMOUNT})(?:相比)?[，,]?(?:分别|各)?(?P<way>增加|增长|多|提高|减少|下降|少|降低)了?(?P<by>{AMOUNT}){_AND}(?P<by2>{AMOUNT})"
)
_DOWN = frozenset({"减少", "下降", "少", "降低"})


@rule(
    id="SAME-998",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="“{words}”中的 {stated} 与前后两数之差不符：{steps} = {due}",
    en='"{words}": {stated} is told, {steps} = {due}',
    only=Only.PAPER,
)
def paired_changes_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each change of a pair that its two numbers do not make."""
    del catalogue
    for frame in prose_frames(dossier):
        for found in _TOLD.finditer(frame.bones.text):
            yield from _judge(frame, found)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    down = found["way"] in _DOWN
    threes = [
        tuple(frame.bones.amount(found[f"{key}{end}"]) for key in ("new", "old", "by"))
        for end in ("", "2")
    ]
    alike = all(one.is_like(each[0]) and not one.is_percent for each in threes for one in each)
    if not alike or threes[0][0].is_like(threes[1][0]):
        return
    for new, old, by in threes:
        more, less = (old, new) if down else (new, old)
        due = subtract(more.quantity, less.quantity)
        if not judge_stated(by.quantity, due).is_kept:
            at = frame.operand(found.start(), found.end())
            words = {"words": at.text, "stated": amount(by.quantity), "steps": due.steps}
            computed = result(due, by.quantity.places)
            yield Hit((at,), {**words, "due": computed}, recomputed=due.equation)
