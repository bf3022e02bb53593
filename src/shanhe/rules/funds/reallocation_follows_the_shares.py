"""重新分配按接收单位原分配比例进行.

Nothing demands proportion; where it is departed from, the reason belongs in the report. The shares
are those of the first allotment: as printed, with their room for rounding, or, where none is
printed, what the amounts make. Receivers that were not in that allotment cannot be compared.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.allotment import Allotment, allotments
from shanhe.measures.computed import PERCENT, money
from shanhe.measures.proportion import in_proportion
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Transfer
from shanhe.records.source import Operand
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed
from shanhe.values.interval import Interval
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity, rounded


@rule(
    id="FUND-210",
    severity=NOTE,
    basis=["practice#F-17"],
    zh="{giver}重新分配 {total} 万元，与接收单位原分配比例不一致：{parts}",
    en="{giver} re-allocated {total} 万元, not in the shares of the receivers: {parts}",
    aspect="分配科学性",
)
def reallocation_follows_the_shares(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each re-allocation that departs from the receivers' shares."""
    del catalogue
    groups = allotments(dossier)
    for anew in groups:
        if anew.kind != "重新分配" or anew.total is None:
            continue
        before = _before(groups, anew)
        if not before:
            lacks = Both("接收单位的原分配金额或比例", "the receivers' first allotment")
            yield Hit(_at(anew, ()), {"lacks": lacks}, Outcome.UNDECIDED)
        else:
            yield from _judge(anew, Fraction(anew.total), before)


def _before(groups: tuple[Allotment, ...], anew: Allotment) -> tuple[Transfer, ...]:
    """Return the first allotments to the same receivers; none where one of them is unknown."""
    found = []
    for part in anew.parts:
        first = [
            each
            for group in groups
            if group.kind == "下达" and (group.giver, group.origin) == (anew.giver, anew.origin)
            for each in group.parts
            if each.taker == part.taker and each.amount is not None
        ]
        if len(first) != 1:
            return ()
        found.append(first[0])
    return tuple(found)


def _judge(anew: Allotment, total: Fraction, before: tuple[Transfer, ...]) -> Iterator[Hit]:
    by_share = all(part.share is not None for part in before)
    printed = [part.share if by_share else part.amount for part in before]
    weights = [_weight(weight, by_share=by_share) for weight in printed]
    if not any(weight.low > 0 for weight in weights):
        return
    off = [
        _part_words(part, (due.low + due.high) / 2)
        for part, due in zip(anew.parts, in_proportion(total, weights), strict=True)
        if part.amount is not None and not _can_be(part.amount, due)
    ]
    if off:
        words = {"giver": anew.giver, "total": anew.total, "parts": listed(off)}
        steps = " : ".join(str(weight) for weight in printed)
        yield Hit(_at(anew, before), words, recomputed=f"{anew.total} × ({steps})")


def _weight(printed: Decimal | None, *, by_share: bool) -> Interval:
    weight = printed or Decimal(0)
    return Quantity(weight, PERCENT).interval if by_share else money(weight).interval


def _can_be(amount: Decimal, due: Interval) -> bool:
    """Return whether some allowed proportion gives this amount, rounded up or down.

    Parts that must come to the whole cannot all be rounded to the nearest: the last cent goes to
    somebody.
    """
    value, last = Fraction(amount), Fraction(1, 10 ** money(amount).places)
    return Interval(value - last, value + last, low_open=True, high_open=True).meets(due)


def _part_words(part: Transfer, due: Fraction) -> Both:
    text = f"{rounded(due, 2):f}"
    return Both(
        f"{part.taker} {part.amount} 万元（按比例为 {text} 万元）",
        f"{part.taker} {part.amount} (in proportion {text})",
    )


def _at(anew: Allotment, before: tuple[Transfer, ...]) -> tuple[Operand, ...]:
    now = [part.operand("amount", "万元") for part in anew.parts]
    first = [
        part.operand("amount", "万元") if part.share is None else part.operand("share", "%")
        for part in before
    ]
    return (*now, *first)
