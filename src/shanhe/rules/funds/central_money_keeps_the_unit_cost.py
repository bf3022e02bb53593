"""各旗县区中央资金与年度任务之比不超过单位成本控制数.

Central money alone is held against the cap: whatever local money comes on top only adds to it. The
first allotment and the state after re-allocation are both looked at. Money may have been divided by
workload rather than by area, which is what the explanation would have to show.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import unit_cost_cap
from shanhe.measures.computed import Computed, divide, money
from shanhe.measures.flow import Holding, holdings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, amount
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.quantity import Quantity, Sign, rounded
from shanhe.values.unit import UnlikeUnits


@dataclass(frozen=True, slots=True)
class _Stage:
    """Money of one county at one time, and what it makes per unit of its task."""

    zh: str
    en: str
    money: Decimal
    cost: Computed


@rule(
    id="FUND-213",
    severity=WARN,
    basis=["practice#G-15", "practice#E-22"],
    zh="{region}年度任务 {task}，中央资金{stages}，超过单位成本控制数 {cap}",
    en="{region}, task {task}: central money {stages}, above the unit cost limit of {cap}",
    aspect="分配科学性",
    asks=Only.DATA,
)
def central_money_keeps_the_unit_cost(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each county whose central money is above the cap for its task."""
    found = unit_cost_cap(dossier, catalogue)
    cap = found[0].quantity if found else None
    if found is None or cap is None:
        return
    target, indicator = found
    tasks = {
        part.region: part
        for version, period, of, parts in dossier.splits()
        if (version, period, of) == (dossier.issued, dossier.year, indicator.denominator)
        for part in parts
    }
    for holding in holdings(dossier):
        if holding.unit in dossier.regions and tasks:
            yield from _judge(dossier, holding, tasks.get(holding.unit), target, cap)


def _judge(
    dossier: Dossier, holding: Holding, task: RegionalTarget | None, target: Target, cap: Quantity
) -> Iterator[Hit]:
    size = task.quantity if task else None
    moved = [t for t in dossier.transfers if holding.unit in {t.giver, t.taker}]
    at = tuple(transfer.operand("amount", "万元") for transfer in moved)
    if task is None or size is None or size.interval.low <= 0:
        lacks = Both(f"{holding.unit}的年度任务", f"the year's task of {holding.unit}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    try:
        over = [stage for stage in _stages(holding, size, cap) if _is_over(stage.cost, cap)]
    except UnlikeUnits:
        return
    if over:
        words = {
            "region": holding.unit,
            "task": amount(size),
            "stages": _words(over, cap),
            "cap": amount(cap),
        }
        equations = "；".join(stage.cost.equation for stage in over)
        yield Hit(
            (*at, task.operand("amount"), target.operand("amount")), words, recomputed=equations
        )


def _stages(holding: Holding, size: Quantity, cap: Quantity) -> Iterator[_Stage]:
    yield _Stage("下达", "passed on:", holding.given, _in_unit_of(cap, holding.given, size))
    after = holding.given - holding.taken_back + holding.reallocated
    if after != holding.given:
        yield _Stage("重新分配后", "after re-allocation:", after, _in_unit_of(cap, after, size))


def _in_unit_of(cap: Quantity, sum_: Decimal, size: Quantity) -> Computed:
    cost = divide(money(sum_), size)
    factor = cost.unit.factor_to(cap.unit)
    return Computed(cost.value * factor, cost.interval.times(factor), cap.unit, cost.steps)


def _is_over(cost: Computed, cap: Quantity) -> bool:
    return judge_bound(cost.interval, cost.value, cap, Sign.AT_MOST) is Outcome.FAILS


def _words(stages: list[_Stage], cap: Quantity) -> Both:
    def said(stage: _Stage) -> str:
        return f"{stage.money} 万元"

    costs = [f"{rounded(stage.cost.value, cap.places):f}" for stage in stages]
    zh = [f"{s.zh} {said(s)}、折合 {c}" for s, c in zip(stages, costs, strict=True)]
    en = [f"{s.en} {said(s)}, {c}" for s, c in zip(stages, costs, strict=True)]
    unit = cap.unit.symbol
    return Both(f"{'，'.join(zh)} {unit}", f"{'; '.join(en)} {unit}")
