"""总分等于各项得分之和.

The printed total against the points of execution and of all indicators, and a group's points
against those of its indicators. Only where every row with a weight has points: one blank leaves the
sum open, and so does a row that is neither group nor indicator.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.stated_points import UNKNOWN, Points, printed_points, value
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome


@rule(
    id="SAME-908",
    severity=ERROR,
    basis=["practice#P-10", "practice#E-38", "arithmetic#sum"],
    zh="{what}填 {stated} 分，各项得分合计 {total} 分，相差 {gap} 分",
    en="{what} is {stated}, the rows add up to {total}, {gap} apart",
    only=Only.PAPER,
)
def points_make_the_total(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the total, and each group, that is not the sum of its rows."""
    rows = printed_points(dossier, catalogue)
    if any(row.level == UNKNOWN for row in rows):
        return
    parts = [row for row in rows if row.level == 3]
    for whole in rows:
        if whole.points is None or whole.level == 3:
            continue
        own = [row for row in parts if whole.level == 0 or _is_under(row, whole)]
        if len(own) > 1:
            yield from _judge(whole, own)


def _is_under(row: Points, group: Points) -> bool:
    return row.group1 == group.group1 and (group.level == 1 or row.group2 == group.group2)


def _judge(whole: Points, rows: Sequence[Points]) -> Iterator[Hit]:
    name = Both("总分", "the total") if whole.level == 0 else Both(f"“{whole.name}”", whole.name)
    known = [row.points for row in rows if row.points is not None]
    if whole.points is None:
        return
    at = tuple(fact.operand("amount") for fact in (whole.points, *known))
    if len(known) < len(rows):
        lacks = Both(f"{name.zh}之下部分指标的得分", f"points of some rows of {name.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    total, stated = sum(map(value, known), Fraction(0)), value(whole.points)
    if total != stated:
        steps = " + ".join(decimal_text(value(fact)) for fact in known)
        words = {
            "what": name,
            "stated": whole.points.amount,
            "total": decimal_text(total),
            "gap": decimal_text(abs(total - stated)),
        }
        yield Hit(at, words, recomputed=f"{steps} = {decimal_text(total)}")
