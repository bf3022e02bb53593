"""文中的单位成本等于同句所列金额与数量之商.

``573.00公顷结算投资15356.40万元，单位面积修复成本26.80万元/公顷``: 15356.40 ÷ 573.00 is 26.80. It stands if any sum and any
quantity of the sentence make it, and is questioned where one of each stands before it; limits, targets, differences
(比控制数低0.70万元/公顷) and costs of a part (矿山修复单位成本) are no quotients.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, divide
from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.regex import regex

_COST = regex(
    "(?:平均|综合|实际|全年|折合|则)*(?:单位|综合|平均)(?:面积|长度)?(?:修复|治理|建设)?(?:成本|投资|造价|费用)(?:为|约|达|是|仅)?"
)
"""What stands right before a cost of the whole: ``矿山修复单位成本`` is one of a part."""
_PART = regex("其中|分别|比|较|目标|计划|节约|剩余|尚|未")
_NEAR = Fraction(3)


@rule(
    id="SAME-945",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#G-16"],
    zh="“{words}”与同句的金额、数量不符：{steps} = {computed}",
    en='"{words}" is not what its sentence makes: {steps} = {computed}',
    only=Only.PAPER,
)
def told_unit_costs_are_money_over_quantity(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each cost per thing that the sum and the quantity before it do not make."""
    del catalogue
    for frame in prose_frames(dossier):
        if len(frame.bones.amounts) <= 2:
            continue
        for mark in frame.bones.marks():
            one = frame.bones.amount(mark)
            if _is_cost(one) and _COST.fullmatch(frame.bones.lead(mark)):
                yield from _judge(frame, mark, one)


def _judge(frame: Frame, mark: str, cost: PrintedAmount) -> Iterator[Hit]:
    bones = frame.bones
    every = [one for one in bones.amounts if not one.vague and one is not cost]
    if any(judge_stated(cost.quantity, made).is_kept for made in _quotients(every, cost)):
        return
    start = max(bones.text.rfind(stop, 0, bones.place(mark)) for stop in "。；") + 1
    before = [bones.amount(each) for each in bones.marks(start, bones.place(mark))]
    if _PART.search(bones.text[start : bones.place(mark)]):
        return
    made = list(_quotients(before, cost))
    if (
        len(made) == 1
        and 1 / _NEAR <= made[0].value * _factor(made[0], cost) / cost.quantity.value <= _NEAR
    ):
        at = frame.operand(bones.place(mark) - len(bones.lead(mark)), bones.place(mark) + 1)
        whole = frame.operand(0, len(bones.text))
        words = {
            "words": at.text,
            "steps": made[0].steps,
            "computed": result(made[0], cost.quantity.places),
        }
        yield Hit((at, whole), words, recomputed=made[0].equation)


def _quotients(among: list[PrintedAmount], cost: PrintedAmount) -> Iterator[Computed]:
    """Yield each sum of money over each quantity that gives a cost of this kind."""
    sums = [one for one in among if one.is_money and not one.vague]
    things = [one for one in among if not one.is_money and one.quantity.amount and not one.vague]
    for money in sums:
        for thing in things:
            made = divide(money.quantity, thing.quantity) if _can_divide(thing) else None
            if made is not None and made.unit.like(cost.quantity.unit):
                yield made


def _can_divide(thing: PrintedAmount) -> bool:
    return thing.quantity.interval.low > 0 and bool(thing.quantity.unit.symbol)


def _factor(made: Computed, cost: PrintedAmount) -> Fraction:
    return made.unit.factor_to(cost.quantity.unit)


def _is_cost(one: PrintedAmount) -> bool:
    """Return whether an amount is money per thing."""
    dimensions = one.quantity.unit.dimensions
    return (
        ("money", 1) in dimensions
        and len(dimensions) > 1
        and not one.vague
        and bool(one.quantity.amount)
    )
