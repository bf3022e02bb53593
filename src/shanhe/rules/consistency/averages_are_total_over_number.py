"""平均数（每条、户均、每亩补助等）与所列总数、件数相符.

A mean stands if any total and number of the sentence make it. It is questioned only where one total and
one number stand beside it, or, for a mean of investment, the number beside it and the total investment elsewhere; where words such as 补助 narrow what is shared out, only if they come near.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import amounts_of, is_near
from shanhe.measures.averages import Average, averages
from shanhe.measures.computed import Computed
from shanhe.measures.frame import frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_TOTAL = regex("(?:总投资|投资总额|总造价)(?:为|共|约)?$")
_OF_TOTAL = regex("投资|造价|成本")
_OF_OTHER = regex("增收|收入|产值|补助|劳务")
_NEAR, _LEAST_NAME = 8, 2
_WIDE, _NARROW = Fraction(12), Fraction(3, 2)


@rule(
    id="SAME-931",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-23"],
    zh="“{words}”与文中数字不符：{steps} = {computed}",
    en='"{words}": {steps} is {computed}',
    only=Only.PAPER,
)
def averages_are_total_over_number(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each mean that the total and the number beside it do not make."""
    del catalogue
    for frame in frames(dossier):
        for one in averages(frame) if len(frame.bones.amounts) > 1 else ():
            made = one.made or _elsewhere(dossier, one) or _over_all(dossier, one)
            yield from _judge(one, made)


def _elsewhere(dossier: Dossier, one: Average) -> tuple[Computed, ...]:
    """Return the mean of the only total investment that the paper tells; none if another sum makes it.

    It is for a mean of investment alone: ``户均增收0.8万元`` is no share of it.
    """
    words = one.frame.bones.text[one.start : one.end]
    invested = _OF_TOTAL.search(words) and not _OF_OTHER.search(words)
    if len(one.counts) != 1 or not one.mean.is_money or not invested:
        return ()
    told = list(amounts_of(dossier).like(one.mean))
    stated = one.mean.quantity
    every = (made for each in told for made in one.of(each.amount))
    if any(judge_equal(stated, made.interval, made.value).is_kept for made in every):
        return ()
    totals = {
        each.amount.quantity.value_in(stated.unit): each.amount
        for each in told
        if _TOTAL.search(each.lead[-_NEAR:])
    }
    return tuple(made for total in totals.values() for made in one.of(total))


def _over_all(dossier: Dossier, one: Average) -> tuple[Computed, ...]:
    """Return the mean over the greatest number of such things in the paper; none if another number of them makes it.

    Example:
        ``聘用管护员96人，平均每个项目4人`` in a report on 24个项目.
    """
    if one.counts or len(one.totals) != 1 or len(one.thing) < _LEAST_NAME:
        return ()
    numbers = [
        amount
        for frame in frames(dossier)
        for mark in frame.bones.marks()
        if (amount := frame.bones.amount(mark)).quantity.unit.like(one.per)
        if frame.bones.text.startswith(one.thing, frame.bones.place(mark) + 1)
        if amount.quantity.value and not amount.vague
    ]
    every = [made for count in numbers for made in one.over(count)]
    stated = one.mean.quantity
    if any(judge_equal(stated, made.interval, made.value).is_kept for made in every):
        return ()
    return tuple(sorted(every, key=lambda made: made.value)[:1])


def _of_any(one: Average) -> Iterator[Computed]:
    """Yield what any total makes of any number of its sentence, what was added among them: 增加0.45万立方米，按每立方米28元计12.6万元."""
    amounts = [each for each in one.frame.bones.amounts if each is not one.mean and not each.vague]
    totals = tuple(each for each in amounts if each.is_like(one.mean))
    for count in amounts:
        if count.quantity.unit.like(one.per) and count.quantity.value:
            yield from replace(one, totals=totals).over(count)


def _is_stated(one: Average, made: Computed) -> bool:
    return judge_equal(one.mean.quantity, made.interval, made.value).is_kept


def _judge(one: Average, all_made: tuple[Computed, ...]) -> Iterator[Hit]:
    stated = one.mean.quantity
    if any(_is_stated(one, made) for made in (*all_made, *_of_any(one))):
        return
    room = _WIDE if one.plain and one.made else _NARROW
    made = all_made[0] if len(all_made) == 1 else one.best
    if made is not None and all_made and is_near(made.value, stated.value, room):
        words = {
            "words": one.frame.operand(one.start, one.end).text,
            "steps": made.steps,
            "computed": result(made, max(stated.places, 2)),
        }
        at = one.frame.operand(0, len(one.frame.bones.text))
        yield Hit((at,), words, recomputed=made.equation)
