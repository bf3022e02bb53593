"""同一事项的数字在文中各处一致.

Facts are the same where concept, aspect, region, period and version are: 2025 and the whole term,
the issued target and the design, are never compared. Like units are converted, and a number printed
with fewer decimals may be the rounding of another. Actuals with a sign are left to ACTUAL-401,
report against form to ACTUAL-403. Money that moved to one body may be several sums; what is told of it
has to be one of them, or all of them together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add
from shanhe.measures.printed_amount import printed_amounts
from shanhe.measures.printed_statements import (
    FORM,
    REPORT,
    Statement,
    statements_by_fact,
    told_flows,
)
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Fact
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, listed, places_of
from shanhe.values.period import TERM_NAME
from shanhe.values.quantity import Quantity, rounded

_ASPECTS = {
    "target": Both("目标", "target"),
    "actual": Both("完成值", "actual"),
    "completion": Both("完成率", "completion"),
    "baseline": Both("基期值", "baseline"),
    "change": Both("变动", "change"),
    "budget": Both("预算数", "budget"),
    "executed": Both("执行数", "executed"),
    "rate": Both("执行率", "rate of execution"),
    "weight": Both("分值", "weight"),
    "score": Both("得分", "points"),
    "total": Both("合计", "total"),
}
_FLOWS = {
    "passed_on": Both("分配", "passed on to"),
    "taken_back": Both("收回", "taken back from"),
    "reallocated": Both("重新分配", "re-allocated to"),
}
_MONEY = {
    "funds": Both("资金", "money"),
    "investment": Both("投资总额", "investment"),
    "investment_total": Both("投资总额", "investment"),
    "investment_central": Both("中央财政资金", "central money"),
    "investment_local": Both("地方资金", "local money"),
    "investment_social": Both("社会资本", "private money"),
}


@rule(
    id="SAME-901",
    severity=ERROR,
    basis=["practice#S-04", "practice#E-24", "arithmetic#same"],
    zh="{subject}前后不一致：{values}",
    en="{subject} is printed with several values: {values}",
    only=Only.PAPER,
)
def a_fact_is_printed_alike(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each fact that is printed with values that cannot be one."""
    for fact, stated in statements_by_fact(dossier).items():
        if fact.aspect not in _ASPECTS or not any(one.told for one in stated):
            continue
        values = _values(stated)
        if len(values) > 1:
            words = {
                "subject": _subject(catalogue, fact),
                "values": listed(f"{value.quantity}（{n} 处）" for value, n in values),
            }
            yield Hit(tuple(one.operand for one in stated), words)

    yield from _flows(dossier)


def _flows(dossier: Dossier) -> Iterator[Hit]:
    """Yield each body of which a sum is told that is none of its transfers, nor all of them."""
    for moved, told in told_flows(dossier):
        known = [one.quantity for one in moved]
        whole = rounded(add(known).value, places_of(known))
        known.append(replace(known[0], amount=whole))
        odd = [one for one in told if not any(agree(one.quantity, each) for each in known)]
        if odd:
            fact = moved[0].fact
            aspect = _FLOWS[fact.aspect]
            values = _values([*moved, *told])
            words = {
                "subject": Both(
                    f"{fact.region}{aspect.zh}的资金", f"money {aspect.en} {fact.region}"
                ),
                "values": listed(f"{value.quantity}（{n} 处）" for value, n in values),
            }
            yield Hit(tuple(one.operand for one in (*moved, *odd)), words)


def _values(stated: Sequence[Statement]) -> list[tuple[Statement, int]]:
    """Return values that contradict each other, each with how often it is printed."""
    found: list[tuple[Statement, int]] = []
    for one in stated:
        for n, (value, count) in enumerate(found):
            if agree(_as_told(one), _as_told(value)) is not False:
                found[n] = (value, count + 1)
                break
        else:
            found.append((one, 1))
    return found


def _as_told(one: Statement) -> Quantity:
    """Return a number as it is printed: 18.66亿元 is rounded to a million, though facts keep it in 万元."""
    told = next(printed_amounts(one.operand.text), None)
    if (
        told is None
        or told.quantity.unit.symbol != "亿元"
        or not one.quantity.unit.like(told.quantity.unit)
    ):
        return one.quantity
    same = told.quantity.value_in(one.quantity.unit) == one.quantity.value
    return told.quantity if same else one.quantity


def _subject(catalogue: Catalogue, fact: Fact) -> Both:
    name = _MONEY.get(fact.concept) or indicator_name(catalogue, fact.concept)
    period = {"term": TERM_NAME, "": ""}.get(fact.period, f"{fact.period}年度")
    aspect = _ASPECTS[fact.aspect]
    version = "" if fact.version in {FORM, REPORT} else fact.version
    quoted = f"“{version}”" if version else ""
    return Both(
        f"{quoted}{period}{fact.region}{name.zh}的{aspect.zh}",
        " ".join(word for word in (name.en, aspect.en, fact.region, fact.period, version) if word),
    )
