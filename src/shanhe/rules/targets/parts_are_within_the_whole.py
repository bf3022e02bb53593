"""分项面积不超过其所属的总面积.

Each part by itself: slopes, platforms and pits overlap and may be measured along the slope, so
their sum may well exceed the area restored, and is not looked at. In a programme for mountains,
rivers, forests and so on, new forest need not lie on mines, and is held against nothing.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add
from shanhe.measures.goal_table import GoalTable, goal_tables, known_rows
from shanhe.measures.programme_kind import is_whole
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, difference, indicator_name, places_of
from shanhe.values.outcome import Outcome, judge_bound
from shanhe.values.quantity import Sign


@rule(
    id="TARGET-111",
    severity=ERROR,
    basis=["arithmetic#part_of_whole"],
    zh="{version}的{period}绩效目标：{part} {size}，超过{whole} {limit}，超出 {over}",
    en="version {version}, {period}: {part}, {size}, exceeds {whole}, {limit}, by {over}",
)
def parts_are_within_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each part that is larger than the whole it lies in."""
    for table in goal_tables(dossier):
        for row, indicator in known_rows(table, catalogue):
            whole = table.target(indicator.within) if indicator.within else None
            if whole is not None and is_whole(dossier, indicator.within):
                yield from _judge(catalogue, table, row, whole)


def _judge(catalogue: Catalogue, table: GoalTable, part: Target, whole: Target) -> Iterator[Hit]:
    at = (part.operand("amount"), whole.operand("amount"))
    name, of = (indicator_name(catalogue, row.indicator) for row in (part, whole))
    size, limit = part.quantity, whole.quantity
    if size is None or limit is None:
        lacks = Both(f"{name.zh}或{of.zh}的数值、单位", f"a value or unit of {name.en} or {of.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    if not size.unit.like(limit.unit):
        return
    own = add([size], limit.unit)
    if judge_bound(own.interval, own.value, limit, Sign.AT_MOST) is Outcome.FAILS:
        words = {
            "version": table.version,
            "period": table.period,
            "part": name,
            "size": amount(size),
            "whole": of,
            "limit": amount(limit),
            "over": difference(own, limit, places_of([size, limit])),
        }
        yield Hit(at, words, recomputed=f"{size.number} > {limit.number}")
