"""Read a rule's cases: sheets and columns as in the workbook, read by the workbook's own reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from paper_file import PAPER_KEYS, paper_records
from ruamel.yaml import YAML

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.forms.workbook.declare import Kind, Sheet
from shanhe.documents.forms.workbook.read import Handed, dossier_of, read_records
from shanhe.documents.forms.workbook.tables import BY_NAME, PLACES
from shanhe.records.dossier import Dossier

_DEFAULTS = {
    "项目名称": "示例项目",
    "绩效年度": "2025",
    "版本": "下达",
    "期间": "2025",
    "填报处": "自评表",
    "类别": "其他",
    "文件名称": "示例文件",
    "资金来源": "中央",
    "支付日期": "2025-12-01",
    "调整前版本": "实施方案",
    "调整后版本": "工程设计",
    "子项目名称": "示例子项目",
}
_NOWHERE = {"财政部": "部", "自治区财政厅": "省", "市财政局": "市", "市自然资源局": "市"}

PROGRAMME_KEY = "项目数据"


@dataclass(frozen=True)
class Case:
    """One case of one rule.

    Attributes:
        kind: ``violates``, ``keeps`` (the boundary) or ``lacks`` (a value is missing).
    """

    name: str
    kind: str
    given: Mapping[str, Any]
    expect: list[dict[str, Any]]


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def read_cases(path: Path) -> list[Case]:
    """Every scalar stays text, so that 100.00 keeps its decimals."""
    rows = YAML(typ="base", pure=True).load(path)
    return [Case(row["case"], row["kind"], row["given"] or {}, row["expect"] or []) for row in rows]


def dossier_from(given: Mapping[str, Any]) -> Dossier:
    """Sheets are read as a workbook; what only a paper has is put beside them.

    Below ``项目数据`` stand the sheets of the programme that a paper is compared with.
    """
    own = {name: rows for name, rows in given.items() if name not in {*PAPER_KEYS, PROGRAMME_KEY}}
    sheets = {"项目信息": {}, **own}
    handed = {name: Handed("示例.xlsx", name, _grid(name, rows)) for name, rows in sheets.items()}
    if PLACES.zh not in given:
        handed[PLACES.zh] = Handed("示例.xlsx", PLACES.zh, _places(sheets))
    reading = read_records(handed, catalogue())
    assert not reading.problems, [problem.text() for problem in reading.problems]
    against = dossier_from(given[PROGRAMME_KEY]) if PROGRAMME_KEY in given else None
    paper = paper_records(given, catalogue())
    return replace(dossier_of(reading), against=against, **paper)


def _grid(name: str, rows: Any) -> list[list[str]]:
    sheet = BY_NAME[name]
    if sheet.vertical:
        known = {column.zh for column in sheet.columns}
        assert set(rows) <= known, set(rows) - known
        values = {**_defaults(sheet), **rows}
        return [["填报项", "内容"], *([key, str(value)] for key, value in values.items())]
    heads = [column.zh for column in sheet.columns]
    for row in rows:
        assert set(row) <= set(heads), (name, set(row) - set(heads))
    filled = [{**_defaults(sheet), **row} for row in rows]
    return [heads, *([str(row.get(head, "")) for head in heads] for row in filled)]


def _defaults(sheet: Sheet) -> dict[str, str]:
    return {c.zh: _DEFAULTS[c.zh] for c in sheet.columns if c.required and c.zh in _DEFAULTS}


def _places(sheets: Mapping[str, Any]) -> list[list[str]]:
    """Register every region and unit that a case mentions."""
    rows = [["名称", "层级", "类别"]]
    for name in dict.fromkeys(_mentioned(sheets)):
        level = _NOWHERE.get(name, "县")
        rows.append([name, level, "区域" if level == "县" else "单位"])
    return rows


def _mentioned(sheets: Mapping[str, Any]) -> Iterable[str]:
    for name, rows in sheets.items():
        sheet = BY_NAME[name]
        columns = [column.zh for column in sheet.columns if column.kind is Kind.PLACE]
        for row in rows if not sheet.vertical else []:
            yield from (row[column] for column in columns if row.get(column))
