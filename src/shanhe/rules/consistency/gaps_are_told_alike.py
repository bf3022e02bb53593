"""未完成、未到位、未支出的数量前后一致.

Only where the paper tells such an amount of one kind twice and no more, of things that may be the same: akin names, told
of the same time, no two different places or sources; or the digits of one are those of the other, set wrong. Money and areas are questioned if the two come near, counts in any case.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.frame import are_akin
from shanhe.measures.slips import is_slip
from shanhe.measures.told_gaps import ToldGap, told_gaps
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount

_ROOM, _WIDE = Fraction(2), Fraction(4)


@rule(
    id="SAME-936",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="未完成（未到位）数量前后不一致：“{one}”与“{other}”（{first}、{second}）",
    en='what is undone or missing is told as "{one}" and "{other}": {first} and {second}',
    only=Only.PAPER,
)
def gaps_are_told_alike(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each pair of gaps that are of one thing and differ."""
    del catalogue
    told = told_gaps(dossier)
    for one, other in combinations(told, 2):
        if _are_of_one(one, other) and _differ(one, other) and _alone(told, one, other):
            at = tuple(each.frame.operand(each.start, each.end) for each in (one, other))
            words = {
                "one": at[0].text,
                "other": at[1].text,
                "first": amount(one.amount.quantity),
                "second": amount(other.amount.quantity),
            }
            yield Hit(at, words)


def _are_of_one(one: ToldGap, other: ToldGap) -> bool:
    """Return whether two gaps may be of one thing."""
    if one.kind != other.kind or not one.amount.is_like(other.amount):
        return False
    if one.frame.sentence.line is other.frame.sentence.line:
        return False
    if one.when != other.when:
        return False
    places = not one.places or not other.places or one.places & other.places
    sources = one.sources == other.sources
    akin = not one.noun or not other.noun or are_akin(one.noun, other.noun)
    return (
        bool(places)
        and sources
        and (akin or is_slip(one.amount.quantity.amount, other.amount.quantity.amount))
    )


def _differ(one: ToldGap, other: ToldGap) -> bool:
    first, second = one.amount.quantity, other.amount.quantity
    if first.interval.meets(second.interval_in(first.unit)):
        return False
    counts = first.unit.is_count and one.kind == "begin"
    sure = one.places & other.places and are_akin(one.noun, other.noun)
    return counts or is_near(second.value_in(first.unit), first.value, _WIDE if sure else _ROOM)


def _alone(told: tuple[ToldGap, ...], one: ToldGap, other: ToldGap) -> bool:
    """Return whether no other gap of the kind and unit is told, of which one of them may be a part."""
    same = [each for each in told if each.kind == one.kind and each.amount.is_like(one.amount)]
    return all(each is one or each is other or not _are_of_one(each, one) for each in same)
