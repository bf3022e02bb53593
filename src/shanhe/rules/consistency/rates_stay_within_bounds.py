"""比率不超出其可能的范围.

A share of a whole lies between 0 and 100 %, also where a sentence tells it by its name (合格率、成活率、满意率), and a rate of the whole programme between the lowest and
the highest of its regions. The latter is told only where every region states one; targets are looked
at by TARGET-102.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Kind
from shanhe.measures.attainment import actuals_of_year, known_indicator
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.regex import regex

_WHOLE = 100
_OF_A_PART = regex(
    rf"(?P<name>[^，。；：、\ue000-\uf8ff]{{0,8}}(?:合格|成活|保存|满意|覆盖|回收|有效|达标|开工|完工|竣工|整改|办结|销号|验收)[率度])(?:分?别?[为达]到?|是|[:：])?(?P<rate>{AMOUNT})"
)


@rule(
    id="SAME-910",
    severity=ERROR,
    basis=["arithmetic#bounds", "practice#E-06"],
    zh="{subject}为 {stated}，{fact}",
    en="{subject} is {stated}; {fact}",
    only=Only.PAPER,
)
def rates_stay_within_bounds(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield shares of more than the whole, and rates outside those of the regions."""
    for fact in dossier.facts:
        if fact.aspect == "share" and fact.amount is not None and not 0 <= fact.amount <= 100:
            name = indicator_name(catalogue, fact.concept)
            words = {
                "subject": Both(f"{fact.region}所占比例", f"share of {fact.region or name.en}"),
                "stated": f"{fact.amount}%",
                "fact": Both("应在 0 至 100% 之间", "a share lies between 0 and 100 %"),
            }
            yield Hit((fact.operand("amount"),), words)
    yield from _rates(dossier, catalogue)
    for frame in frames(dossier):
        yield from _told(frame)


def _told(frame: Frame) -> Iterator[Hit]:
    """Yield each rate of a part that a sentence tells as more than the whole; limits are none."""
    for found in _OF_A_PART.finditer(frame.bones.text):
        rate = frame.bones.amount(found["rate"])
        printed = rate.quantity
        if rate.is_percent and printed.sign in {Sign.NONE, Sign.EQUAL} and printed.amount > _WHOLE:
            words = {
                "subject": Both(found["name"], found["name"]),
                "stated": str(printed),
                "fact": Both("应在 0 至 100% 之间", "it lies between 0 and 100 %"),
            }
            yield Hit((frame.operand(*found.span()),), words)


def _rates(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    stated = actuals_of_year(dossier)
    for whole in (one for one in stated if not one.region and _is_value(one)):
        known = known_indicator(catalogue, whole.indicator)
        if known is None or known.kind is not Kind.RATIO or known.unit_symbol != "%":
            continue
        own = [dossier.actual(whole.indicator, region) for region in dossier.regions]
        parts = [one for one in own if one is not None and _is_value(one)]
        if len(parts) > 1 and len(parts) == len(dossier.regions):
            yield from _judge(catalogue, whole, parts)


def _is_value(one: Actual) -> bool:
    return one.quantity is not None and one.sign in {Sign.NONE, Sign.EQUAL}


def _judge(catalogue: Catalogue, whole: Actual, parts: list[Actual]) -> Iterator[Hit]:
    stated = whole.quantity
    known = [part.quantity for part in parts if part.quantity is not None]
    if stated is None or any(not one.unit.like(stated.unit) for one in known):
        return
    low = min(known, key=lambda one: one.value_in(stated.unit))
    high = max(known, key=lambda one: one.value_in(stated.unit))
    if _is_below(stated, low) or _is_below(high, stated):
        words = {
            "subject": indicator_name(catalogue, whole.indicator),
            "stated": str(stated),
            "fact": Both(
                f"各区域最低 {low}、最高 {high}，总体应介于两者之间",
                f"the regions have {low} to {high}, and the whole lies between",
            ),
        }
        at = (whole.operand("amount"), *(part.operand("amount") for part in parts))
        yield Hit(at, words)


def _is_below(one: Quantity, other: Quantity) -> bool:
    return one.interval.below(other.interval_in(one.unit)) and one.value < other.value_in(one.unit)
