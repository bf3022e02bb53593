"""得分与完成情况相符，未完成的不得满分.

Points above what the usual formula gives are told: a share of the weight for what was reached of
the target, and for limits the formula that is set or limit over actual, whichever gives more. Fewer points may be a deduction by hand and are
left alone. What is no number (a promise, a class, nothing due) has no formula.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction
from shanhe.measures.annual_money import CENTRAL, WHOLE, fund_row
from shanhe.measures.attainment import Attainment, attainment
from shanhe.measures.completion import direction_of
from shanhe.measures.execution import execution_rate
from shanhe.measures.score import EXECUTION, Scored, score
from shanhe.measures.stated_points import Points, printed_points, value
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import rounded


@dataclass(frozen=True, slots=True)
class _Over:
    """A row with more points than it earned; ``why`` is its completion."""

    row: Points
    share: Fraction
    why: Both
    at: tuple[Operand, ...]


@rule(
    id="SAME-907",
    severity=ERROR,
    basis=["practice#P-06", "practice#P-08", "practice#P-05", "practice#E-10"],
    zh="{count} 项得分高于按完成情况计算的得分：{rows}",
    en="{count} rows have more points than their completion gives: {rows}",
    only=Only.PAPER,
)
def points_follow_completion(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every row that has more points than it earned."""
    over = []
    for row in printed_points(dossier, catalogue):
        if row.level == 3 and row.weight is not None and row.points is not None:
            found = _earned(dossier, catalogue, row)
            if found is not None and _is_over(row, found.share):
                over.append(found)
    if over:
        shown = [_told(catalogue, one) for one in over]
        at = tuple(operand for one in over for operand in one.at)
        steps = "；".join(_steps(one) for one in over)
        yield Hit(at, {"count": len(over), "rows": listed(shown)}, recomputed=steps)


def _earned(dossier: Dossier, catalogue: Catalogue, row: Points) -> _Over | None:
    own = [fact.operand("amount") for fact in (row.points, row.weight) if fact is not None]
    if row.group1 == EXECUTION:
        fund = fund_row(dossier, WHOLE) or fund_row(dossier, CENTRAL)
        rate = execution_rate(fund) if fund is not None else None
        if fund is None or rate is None:
            return None
        shown = f"{rounded(rate.value, 2):f}%"
        why = Both(f"执行率 {shown}", f"{shown} executed")
        at = (*own, fund.operand("budget", "万元"), fund.operand("executed", "万元"))
        return _Over(row, min(Fraction(1), rate.value / 100), why, at)
    one = attainment(dossier, catalogue, row.name)
    if one is None or one.completion.met is not False or one.completion.computed is None:
        return None
    shown = f"{rounded(one.completion.computed.value, 2):f}%"
    why = Both(f"完成率 {shown}", f"{shown} complete")
    return _Over(row, _share(dossier, catalogue, one), why, (*own, *one.operands))


def _share(dossier: Dossier, catalogue: Catalogue, one: Attainment) -> Fraction:
    """Return the part of its weight that a row earns, by the formula of the law."""
    law, day = catalogue.law, year_end(dossier)
    group = str(law.table("level1_weights", day)[1]["group"])
    stated = one.actual.quantity if one.actual is not None else None
    direction = direction_of(one.target, one.indicator)
    scored = Scored(
        group, one.target.indicator, direction, one.completion, one.target.quantity, stated
    )
    (points,), _ = score([scored], None, law, day)
    share = points.points / points.weight
    if direction is Direction.LOWER and one.completion.computed is not None:
        share = max(share, min(Fraction(1), one.completion.computed.value / 100))
    return share


def _is_over(row: Points, share: Fraction) -> bool:
    """Return whether the points are more than what rounds to them; a share has four decimals."""
    if row.points is None or row.weight is None or row.points.amount is None:
        return False
    exponent = row.points.amount.as_tuple().exponent
    places = max(-exponent if isinstance(exponent, int) else 0, 0)
    room = Fraction(1, 2 * 10**places) + value(row.weight) / 20_000
    return value(row.points) > value(row.weight) * share + room


def _told(catalogue: Catalogue, one: _Over) -> Both:
    name = indicator_name(catalogue, one.row.name)
    points = one.row.points.amount if one.row.points else ""
    weight = value(one.row.weight) if one.row.weight else Fraction(0)
    due = f"{rounded(weight * one.share, 2):f}"
    return Both(
        f"{name.zh}得 {points} 分（{one.why.zh}，应得 {due} 分）",
        f"{name.en}: {points} ({one.why.en}, {due} is due)",
    )


def _steps(one: _Over) -> str:
    weight = value(one.row.weight) if one.row.weight else Fraction(0)
    return (
        f"{decimal_text(weight)} × {decimal_text(one.share)} = {decimal_text(weight * one.share)}"
    )
