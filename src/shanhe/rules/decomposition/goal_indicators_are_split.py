"""总体目标所列的指标均分解到各区域.

Only where the table is split at all: a programme of one region has nothing to split. A target in
words cannot be split and is passed over, and so is one that is not marked as named in the goal. In a
paper the goal is also told in sentences: where one paragraph names split targets, all that it names
should be split.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import GoalTable, goal_tables, printed_name
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import indicator_name, listed
from shanhe.values.regex import regex

_OF_ALL_ALIKE = regex("满意度|合格率|及时率|按期|完工率|执行率")
"""Names of rates that each region has to keep alike, so that there is nothing to split."""


@rule(
    id="TARGET-103",
    severity=NOTE,
    basis=["practice#G-06"],
    zh="{version}的{period}总体目标所列的 {count} 项指标未分解到区域：{indicators}（同一期间已分解 {split} 项）",
    en="{version}, {period}: {count} indicators of the overall goal are not split over the regions: {indicators} ({split} others are)",
)
def goal_indicators_are_split(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal table that splits some, but not all, indicators of its goal."""
    for table in goal_tables(dossier):
        split = {
            part.indicator
            for part in dossier.regional_targets
            if (part.version, part.period) == (table.version, table.period)
        }
        if split:
            named = _told(dossier, table, split)
            yield from _judge(table, split, named, catalogue)


def _told(dossier: Dossier, table: GoalTable, split: set[str]) -> set[str]:
    """Return what paragraphs on the goal name: those that tell two targets or more that are split."""
    paragraphs: dict[int, set[str]] = {}
    for fact in dossier.facts:
        place = fact.source.cell("amount")
        own = (fact.aspect, fact.version, fact.period, fact.region)
        if place.paragraph and own == ("target", table.version, table.period, ""):
            paragraphs.setdefault(place.paragraph, set()).add(fact.concept)
    goals = [named for named in paragraphs.values() if len(named & split) > 1]
    return set().union(*goals)


def _judge(
    table: GoalTable, split: set[str], named: set[str], catalogue: Catalogue
) -> Iterator[Hit]:
    left = [
        row
        for row in table.rows
        if (row.in_goal or row.indicator in named)
        and row.amount is not None
        and row.indicator not in split
        and not _OF_ALL_ALIKE.search(printed_name(row))
    ]
    if left:
        words = {
            "version": table.version,
            "period": table.period,
            "count": len(left),
            "indicators": listed(
                indicator_name(catalogue, row.indicator, printed_name(row)) for row in left
            ),
            "split": len(split),
        }
        yield Hit(tuple(row.operand("amount") for row in left), words)
