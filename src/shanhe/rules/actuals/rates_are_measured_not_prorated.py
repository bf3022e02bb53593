"""效益比率为实测值，不是按面积完成率折算.

A benefit rate equal to its target times the completion of the area looks prorated, not measured.
The actual is compared without its trailing zeros, since 0.10 may well be a rounded 0.1. It may be
chance; the finding only asks how the value came about, and is left where the paper tells what was
measured: ``由240.00公顷减至205.80公顷`` makes 14.25 %.
"""

import re
from collections.abc import Iterator
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Kind
from shanhe.measures.attainment import Attainment, attainment, attainments
from shanhe.measures.computed import Computed, percent
from shanhe.measures.goal_table import printed_name
from shanhe.measures.printed_amount import printed_amounts
from shanhe.measures.programme_kind import is_whole
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, indicator_name, listed, result
from shanhe.values.interval import Interval, decimal_text
from shanhe.values.quantity import Quantity, rounded

_AREA = "restore_area"
_HUNDRED = Interval.exactly(100)
_NAME = 4
_MOST = 8


@rule(
    id="ACTUAL-421",
    severity=NOTE,
    basis=["practice#A-04", "practice#E-27"],
    zh="{indicators}：与指标值乘以修复面积完成率 {rate} 的结果相符，疑为按比例折算而非实测，应说明测算方法",
    en="{indicators} equal the target times the completion of the area ({rate}): prorated, not measured?",
)
def rates_are_measured_not_prorated(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with all benefit rates that look prorated."""
    area = attainment(dossier, catalogue, _AREA) if is_whole(dossier, _AREA) else None
    rate = area.completion.computed if area is not None else None
    if area is None or rate is None or not 0 < rate.value < 100:
        return
    likely = [one for one in attainments(dossier, catalogue) if _looks_prorated(one, rate)]
    found = [one for one in likely if not _is_measured(dossier, one)]
    if found:
        shown = [
            Both(f"{name.zh} {stated}", f"{name.en} {stated}")
            for one in found
            for name in [indicator_name(catalogue, one.target.indicator)]
            for stated in [one.actual.quantity if one.actual else ""]
        ]
        words = {"indicators": listed(shown), "rate": result(rate, 4)}
        at = [operand for one in (*found, area) for operand in one.operands]
        steps = "；".join(_equation(one, rate) for one in found)
        yield Hit(tuple(at), words, recomputed=steps)


def _looks_prorated(one: Attainment, rate: Computed) -> bool:
    known, actual, wanted = one.indicator, one.actual, one.target.quantity
    stated = actual.quantity if actual is not None else None
    if known is None or known.kind is not Kind.RATIO or known.level1 != "效益指标":
        return False
    if stated is None or wanted is None or stated.value == 0 or not stated.unit.like(wanted.unit):
        return False
    short = stated.amount.normalize()
    places = Quantity(short, stated.unit).places
    prorated = wanted.value_in(stated.unit) * rate.value / 100
    return rounded(prorated, places) == short


def _is_measured(dossier: Dossier, one: Attainment) -> bool:
    """Return whether a sentence of a paper tells the two amounts that make the rate."""
    stated = one.actual.quantity if one.actual is not None else None
    name = printed_name(one.target)[:_NAME]
    sentences = (part for line in dossier.texts for part in re.split("[。；]", line.text))
    return stated is not None and any(
        _makes(stated, part) for part in sentences if name and name in part
    )


def _makes(stated: Quantity, sentence: str) -> bool:
    told = [one.quantity for one in printed_amounts(sentence) if not (one.vague or one.is_percent)]
    for part, whole in permutations(told[:_MOST], 2):
        if part.unit.symbol and part.unit.like(whole.unit) and whole.amount:
            made = percent(part, whole)
            rest = Computed(100 - made.value, -made.interval + _HUNDRED, made.unit, made.steps)
            if any(judge_stated(stated, each).is_kept for each in (made, rest)):
                return True
    return False


def _equation(one: Attainment, rate: Computed) -> str:
    wanted = one.target.quantity
    if wanted is None:
        return ""
    prorated = decimal_text(wanted.value * rate.value / 100)
    return f"{wanted.number} × {decimal_text(rate.value)}% = {prorated}"
