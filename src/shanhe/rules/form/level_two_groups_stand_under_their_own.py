"""自评表中二级指标列在应属的一级指标之下.

Read from the cells as they stand: a blank level-1 cell lets the rows after it fall to the group above. Tables
of goals are left to TARGET-119.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import table_cells
from shanhe.measures.stated_points import plain_group
from shanhe.measures.text_tables import plain
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import listed

_GROUPS = {
    "产出": "(?:数量|质量|时效)指标",
    "效益": "(?:经济|社会|生态(?:环境)?)效益(?:指标)?|可持续(?:影响|发展)(?:效益)?(?:指标)?",
    "满意度": "(?:服务对象|社会公众|受益群众|群众)满意度(?:指标)?",
}
"""Level-1 group, without 指标 → its level-2 groups."""


@rule(
    id="FORM-719",
    severity=WARN,
    basis=["practice#G-12", "form#indicators"],
    zh="自评表中 {groups} 列在“{above}”之下，一级指标疑为漏填或错填",
    en="{groups} stand under {above} in the form; their level-1 cell seems blank or wrong",
    only=Only.PAPER,
)
def level_two_groups_stand_under_their_own(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each level-1 group of a form under which groups of another stand."""
    del catalogue
    goals = {target.source.cell("indicator").table for target in dossier.targets}
    cells = table_cells(dossier)
    for table, group in groupby(cells, key=lambda line: line.source.cell("text").table):
        if table not in goals:
            yield from _judge(list(group))


def _judge(cells: Sequence[TextLine]) -> Iterator[Hit]:
    heads = {plain(cell): cell.source.cell("text") for cell in cells}
    first, second = heads.get("一级指标"), heads.get("二级指标")
    if first is None or second is None or first.row != second.row or not first.column:
        return
    above: TextLine | None = None
    wrong: dict[int, list[TextLine]] = {}
    for cell in cells:
        where = cell.source.cell("text")
        if where.row <= first.row:
            continue
        if where.column == first.column:
            above = cell
        elif where.column == second.column and above is not None and _is_other(above, cell):
            wrong.setdefault(id(above), [above]).append(cell)
    for over, *under in wrong.values():
        words = {
            "above": over.text.strip(),
            "groups": listed(f"“{cell.text.strip()}”" for cell in under),
        }
        yield Hit(tuple(cell.operand("text") for cell in (over, *under)), words)


def _is_other(above: TextLine, cell: TextLine) -> bool:
    """Return whether a level-2 group is of another of the known level-1 groups."""
    printed = plain_group(plain(above))
    due = next((one for one, words in _GROUPS.items() if re.fullmatch(words, plain(cell))), "")
    return printed in _GROUPS and bool(due) and printed != due
