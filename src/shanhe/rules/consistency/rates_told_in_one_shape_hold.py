"""同一句中以“总数、部分、比率”并列写出的各组数字相符.

``荆州市有效问卷150份、满意144份，满意度96.00%；黄冈市130份、123份，94.62%；…``: once two of a sentence are the part over the whole, the others
ought to be.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_WORDS = r"[^，。；：、\ue000-\uf8ff]"
_THREE = regex(
    rf"(?P<whole>{AMOUNT})[、，]{_WORDS}{{0,6}}(?P<part>{AMOUNT})[、，]{_WORDS}{{0,8}}(?P<rate>{AMOUNT})"
)
_LEAST = 2


@rule(
    id="SAME-943",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-07"],
    zh="“{words}”按 {steps} 复算为 {computed}",
    en='"{words}": {steps} is {computed}',
    only=Only.PAPER,
)
def rates_told_in_one_shape_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate of a sentence that is not made as two others of the same shape are."""
    del catalogue
    for frame in prose_frames(dossier):
        tried = [
            (found, *one)
            for found in _THREE.finditer(frame.bones.text)
            if (one := _made(frame, found))
        ]
        broken = [one for one in tried if not _holds(*one[1:])]
        if len(tried) - len(broken) >= max(_LEAST, len(broken)):
            for found, rate, made in broken:
                at = frame.operand(found.start(), found.end())
                words = {"words": at.text, "steps": made.steps}
                words |= {"computed": result(made, max(rate.quantity.places, 2))}
                yield Hit((at,), words, recomputed=made.equation)


def _made(frame: Frame, found: re.Match[str]) -> tuple[PrintedAmount, Computed] | None:
    whole, part, rate = (frame.bones.amount(found[key]) for key in ("whole", "part", "rate"))
    like = whole.is_like(part) and not whole.is_percent and rate.is_percent and not rate.vague
    if not like or not whole.quantity.value:
        return None
    return rate, percent(part.quantity, whole.quantity)


def _holds(rate: PrintedAmount, made: Computed) -> bool:
    return judge_equal(rate.quantity, made.interval, made.value).is_kept
