"""权重合计一百分，下级权重之和等于上级.

Weights of level one and of budget execution add up to 100; so do those of all indicators where no
group prints one. A group's weight is held against the indicators printed under it. A form with rows
that are neither is laid out otherwise, and nothing is said of it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.score import EXECUTION
from shanhe.measures.stated_points import UNKNOWN, Points, printed_points, value
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.interval import decimal_text

_WHOLE = Fraction(100)


@rule(
    id="SAME-905",
    severity=ERROR,
    basis=["practice#P-02", "practice#E-57", "arithmetic#sum"],
    zh="{what}的分值合计 {total}，应为 {due}",
    en="weights of {what} add up to {total}, {due} is due",
    only=Only.PAPER,
)
def weights_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each set of weights that does not come to its whole."""
    rows = [row for row in printed_points(dossier, catalogue) if row.weight is not None]
    if any(row.level == UNKNOWN for row in rows):
        return
    groups = [row for row in rows if row.level == 1]
    execution = [row for row in rows if row.group1 == EXECUTION]
    parts = [row for row in rows if row.level == 3 and row.group1 != EXECUTION]
    top = groups or parts
    if len(top) > 1:
        # Where execution prints no weight, its own block is left open: 90 may be the rest of 100.
        due = _WHOLE if execution else None
        what = Both("一级指标", "level one") if groups else Both("各指标", "the indicators")
        yield from _judge(what, [*execution, *top], due)
        yield from _total(rows, [*execution, *top])
    for group in (row for row in rows if row.level in {1, 2}):
        own = [row for row in parts if _is_under(row, group)]
        if own and group.weight is not None:
            yield from _judge(
                Both(f"“{group.name}”之下各指标", group.name), own, value(group.weight), group
            )


def _total(rows: Sequence[Points], parts: Sequence[Points]) -> Iterator[Hit]:
    """Yield a printed total of weights that is not the hundred which its parts make."""
    total = next((row for row in rows if row.level == 0 and row.weight is not None), None)
    made = sum((value(row.weight) for row in parts if row.weight is not None), Fraction(0))
    if total is not None and total.weight is not None and made == _WHOLE:
        yield from _judge(
            Both("与总分行对照，各项", "all rows beside the total"),
            parts,
            value(total.weight),
            total,
        )


def _is_under(row: Points, group: Points) -> bool:
    if group.level == 1:
        return row.group1 == group.group1
    return (row.group1, row.group2) == (group.group1, group.group2)


def _judge(
    what: Both, rows: Sequence[Points], due: Fraction | None, above: Points | None = None
) -> Iterator[Hit]:
    weights = [row.weight for row in rows if row.weight is not None]
    total = sum((value(weight) for weight in weights), Fraction(0))
    allowed = {due} if due is not None else {_WHOLE, Fraction(90)}
    if total not in allowed:
        own = [above.weight] if above is not None and above.weight is not None else []
        steps = " + ".join(decimal_text(value(weight)) for weight in weights)
        words = {
            "what": what,
            "total": decimal_text(total),
            "due": decimal_text(due if due is not None else _WHOLE),
        }
        at = tuple(one.operand("amount") for one in (*own, *weights))
        yield Hit(at, words, recomputed=f"{steps} = {decimal_text(total)}")
