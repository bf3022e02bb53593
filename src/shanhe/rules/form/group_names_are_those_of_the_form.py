"""自评表一、二级指标名称与表式一致.

A group's name that differs from one of the form's by a single character is a slip: 效果指标, 可持继影响指标. Names
of another kind are left alone, and level-1 names in tables of goals are left to TARGET-119.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import table_cells
from shanhe.measures.stated_points import plain_group
from shanhe.measures.text_tables import plain
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed

_LEVEL1 = ("产出", "效益", "满意度", "成本")
_LEVEL2 = (
    *("数量", "质量", "时效", "成本", "经济成本", "社会成本", "生态环境成本"),
    *("经济效益", "社会效益", "生态效益", "生态环境效益", "可持续影响", "可持续发展"),
    *("服务对象满意度", "社会公众满意度", "受益群众满意度"),
)
_OTHER = frozenset({"时限", "进度", "效率", "数额", "总量", "投入"})
"""Words of older forms that are no slips of the pen."""


@rule(
    id="FORM-720",
    severity=NOTE,
    basis=["form#indicators", "practice#R-09"],
    zh="{count} 处一、二级指标名称与表式不一致：{names}",
    en="{count} names of groups are not those of the form: {names}",
    only=Only.PAPER,
)
def group_names_are_those_of_the_form(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every group whose name is one character off."""
    del catalogue
    goals = {target.source.cell("level1").table for target in dossier.targets if target.level1}
    cells = table_cells(dossier)
    wrong: list[tuple[TextLine, str]] = []
    for table, group in groupby(cells, key=lambda line: line.source.cell("text").table):
        wrong += _slips(list(group), first=table not in goals)
    if wrong:
        shown = [
            Both(f"“{plain(cell)}”应为“{due}指标”", f"{plain(cell)} for {due}指标")
            for cell, due in wrong
        ]
        at = tuple(cell.operand("text") for cell, _ in wrong)
        yield Hit(at, {"count": len(wrong), "names": listed(shown)})


def _slips(cells: Sequence[TextLine], *, first: bool) -> Iterator[tuple[TextLine, str]]:
    """Yield the cells under the headings of the levels that are slips, with what is due."""
    heads = {plain(cell): cell.source.cell("text") for cell in cells}
    columns = {"一级指标": _LEVEL1 if first else (), "二级指标": _LEVEL2}
    for head, known in columns.items():
        top = heads.get(head)
        if top is None or not top.column:
            continue
        for cell in cells:
            where = cell.source.cell("text")
            under = where.column == top.column and where.row > top.row
            if under and (due := _due(plain_group(plain(cell)), known)):
                yield cell, due


def _due(name: str, known: Sequence[str]) -> str:
    """Return the only name that differs in one character; none for a name that is right."""
    if name in known or name in _OTHER or len(name) < 2:
        return ""
    near = [one for one in known if len(one) == len(name) and _differences(one, name) == 1]
    return near[0] if len(near) == 1 else ""


def _differences(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
