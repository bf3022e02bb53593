"""绩效目标表的各组二级指标齐全.

Which groups a table needs is a dated setting. Indicators count for the group that the catalogue
puts them in, however the table names it; an indicator of the programme's own counts for the group
it declares. Only whole goal tables are looked at, not columns that a change table copied.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import goal_tables
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import listed


@rule(
    id="TARGET-126",
    severity=WARN,
    basis=["practice#G-12"],
    zh="{version}的{period}目标表缺少 {count} 组二级指标：{groups}；不适用的应予说明",
    en="version {version}, {period}: {count} level-2 groups have no indicator: {groups}; say so where one does not apply",
)
def all_groups_have_indicators(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal table that leaves out a required group."""
    needed = catalogue.law.words("required_groups", year_end(dossier))
    for table in goal_tables(dossier):
        there = {
            _plain(group)
            for row in table.rows
            for group in (_group(dossier, catalogue, row), row.level2)
        }
        missing = [group for group in needed if _plain(group) not in there]
        if table.head is not None and table.is_whole and table.rows and missing:
            words = {
                "version": table.version,
                "period": table.period,
                "count": len(missing),
                "groups": listed(missing),
            }
            yield Hit((table.head.operand("version"),), words)


def _group(dossier: Dossier, catalogue: Catalogue, row: Target) -> str:
    if catalogue.has_indicator(row.indicator):
        return catalogue.indicator(row.indicator).level2
    own = {one.name: one.level2 for one in dossier.own_indicators}
    return own.get(row.source.cell("indicator").text, row.level2)


def _plain(group: str) -> str:
    return group.strip().removesuffix("指标")
