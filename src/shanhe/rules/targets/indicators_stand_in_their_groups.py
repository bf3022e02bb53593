"""各指标列在应属的一级指标之下.

The level-1 group is read as printed in that version; where the table prints none, nothing is said.
The level-2 group beside it decides where it is one of the form's; programmes may well count an area
as output that others count as effect. Only where the form has no such group does the catalogue. An evaluation by
decision, process, output and effect counts satisfaction as effect.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_table import goal_tables
from shanhe.measures.stated_points import plain_group
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed


@rule(
    id="TARGET-119",
    severity=WARN,
    basis=["practice#G-12", "form#indicators"],
    zh="{version}的{period}目标表的一级指标归类有误，共 {count} 项：{groups}",
    en="version {version}, {period}: {count} indicators stand in the wrong level-1 group: {groups}",
)
def indicators_stand_in_their_groups(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal table with indicators under another group than their own."""
    for table in goal_tables(dossier):
        framed = any(plain_group(row.level1) in _FRAME for row in table.rows)
        due = {row.indicator: _due(catalogue, row) for row in reversed(table.rows)}
        if framed:
            due = {name: _IN_FRAME.get(group, group) for name, group in due.items()}
        wrong = [row for row in table.rows if _is_misplaced(row, due[row.indicator])]
        if wrong:
            words = {
                "version": table.version,
                "period": table.period,
                "count": len(wrong),
                "groups": listed(_groups(catalogue, wrong, due)),
            }
            yield Hit(tuple(row.operand("level1") for row in wrong), words)


_LEVEL1 = {
    "产出指标": r"数量|质量|时效|成本",
    "效益指标": r"(?:经济|社会|生态(?:环境)?)效益|可持续(?:影响|发展)(?:效益)?",
    "满意度指标": r"(?:服务对象|社会公众|受益群众|群众)?满意度",
    "成本指标": r"(?:经济|社会|生态(?:环境)?)成本",
}
"""Level-1 group → the level-2 groups of the form."""
_FRAME = frozenset({"决策", "过程", "投入", "投入管理", "项目决策", "项目过程", "项目管理"})
_IN_FRAME = {"资金": "", "满意度指标": "效益指标", "成本指标": "产出指标"}
"""Groups of an evaluation (决策、过程、产出、效益), which has those of the form within them."""
_MONEY, _EXECUTION = "资金", ("预算执行", "资金执行", "预算资金", "执行情况")
"""Scored forms have a group of its own for the rate of execution: 预算执行（10分）."""


def _due(catalogue: Catalogue, row: Target) -> str:
    bare = row.level2.strip().removesuffix("指标")
    own = next((one for one, pattern in _LEVEL1.items() if re.fullmatch(pattern, bare)), "")
    if own:
        return own
    known = catalogue.has_indicator(row.indicator)
    return catalogue.indicator(row.indicator).level1 if known else ""


def _is_misplaced(row: Target, due: str) -> bool:
    printed = plain_group(row.level1)
    if row.level2.strip().removesuffix("指标") == "成本" and printed == "成本":
        return False
    if due == _MONEY and printed.startswith(_EXECUTION):
        return False
    return bool(printed and due) and printed != plain_group(due)


def _groups(catalogue: Catalogue, rows: list[Target], due: dict[str, str]) -> Iterator[Both]:
    pairs = dict.fromkeys((row.level1.strip(), due[row.indicator]) for row in rows)
    for printed, own in pairs:
        names = listed(
            indicator_name(catalogue, row.indicator)
            for row in rows
            if (row.level1.strip(), due[row.indicator]) == (printed, own)
        )
        yield Both(
            f"列在“{printed}”之下、应属“{own}”的有{names.zh}",
            f"under {printed} instead of {own}: {names.en}",
        )
