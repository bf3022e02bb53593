"""各复垦地类面积之和等于土地复垦面积.

Each class was measured and printed to two decimals, so the sum may differ by what rounding leaves
open. A version is judged with the classes it lists. Where they come to less than the whole and
another version lists a class that this one does not, that class may be what is missing, and no
error is claimed.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.computed import Computed, add
from shanhe.measures.goal_table import GoalTable, goal_tables, known_rows
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, listed, places_of, result
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits


@rule(
    id="TARGET-112",
    severity=ERROR,
    basis=["arithmetic#sum"],
    zh="{version}的{period}绩效目标：{count} 个地类合计 {total}，{whole}填为 {stated}，相差 {difference}，超出四舍五入可能产生的差额",
    en="version {version}, {period}: {count} classes add up to {total}, {whole} is stated as {stated}, {difference}, more than rounding allows",
)
def land_classes_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each whole that is not the sum of its parts."""
    for table in goal_tables(dossier):
        for whole, indicator in known_rows(table, catalogue):
            parts = [row for row in table.rows if row.indicator in indicator.parts]
            if len(parts) > 1:
                missing = _listed_elsewhere(dossier, indicator, parts)
                yield from _judge(catalogue, table, whole, parts, missing)


def _listed_elsewhere(
    dossier: Dossier, indicator: Indicator, parts: list[Target]
) -> tuple[str, ...]:
    here = {part.indicator for part in parts}
    elsewhere = {target.indicator for target in dossier.targets} - here
    return tuple(part for part in indicator.parts if part in elsewhere)


def _judge(
    catalogue: Catalogue,
    table: GoalTable,
    whole: Target,
    parts: list[Target],
    missing: tuple[str, ...],
) -> Iterator[Hit]:
    name = indicator_name(catalogue, whole.indicator)
    at = (whole.operand("amount"), *(part.operand("amount") for part in parts))
    stated = whole.quantity
    total = _total(stated, [part.quantity for part in parts])
    if stated is None or total is None:
        lacks = Both(
            f"{name.zh}及各地类的数值或单位", f"a value or unit of {name.en} or its classes"
        )
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    elif judge_stated(stated, total) is not Outcome.FAILS:
        return
    elif missing and total.value < stated.value:
        names = listed(indicator_name(catalogue, part) for part in missing)
        lacks = Both(
            f"{table.version}的{table.period}目标表中的{names.zh}", f"{names.en} in {table.version}"
        )
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    else:
        places = places_of([stated, *(part.quantity for part in parts)])
        words = {"version": table.version, "period": table.period, "count": len(parts)}
        words |= {"total": result(total, places), "whole": name, "stated": amount(stated)}
        words |= {"difference": difference(total, stated, places)}
        yield Hit(at, words, recomputed=total.equation)


def _total(stated: Quantity | None, values: list[Quantity | None]) -> Computed | None:
    known = [value for value in values if value is not None]
    if stated is None or len(known) != len(values):
        return None
    try:
        return add(known, stated.unit)
    except UnlikeUnits:
        return None
