"""The sheet of instructions in the workbook, derived from the declaration of the tables."""

from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.documents.forms.workbook.tables import SHEETS

_HEAD = (
    ("山河：项目绩效工作簿填写说明", ""),
    ("", ""),
    ("一、基本要求", ""),
    ("1", "一个工作簿只填一个项目、一个年度。带“*”的列必须填写，其余没有数据的留空，不要填 0。"),
    ("2", "数值按文件原文的小数位数填写；单位填在单位列，符号（≥、≤）填在符号列。"),
    ("3", "金额一律以万元为单位；日期填到日，如“2025-07-07”。"),
    ("4", "工作表名称和列名不要改动；自用的表或列，名称前加“_”，系统不读取。"),
    ("5", "区域、单位须先在“区域与单位”表登记；指标名称用指标库中的名称或别名。"),
    ("6", "确实没有数值的，按实际填“-”“无”“不适用”等，系统不会当作 0 处理。"),
    ("", ""),
    ("二、工作表", ""),
)


def guide_grid() -> Grid:
    """Return the instructions: general rules, then each sheet with its columns."""
    rows: list[tuple[str, ...]] = list(_HEAD)
    for sheet in SHEETS:
        needed = "（必需）" if sheet.required else ""
        rows += [("", ""), (sheet.zh, f"{sheet.note}{needed}")]
        rows += [("", _line(column)) for column in sheet.columns]
    return rows


def _line(column: Column) -> str:
    star = "*" if column.required else ""
    kind = "、".join(column.choices) if column.kind is Kind.CHOICE else column.kind.value
    note = f"。{column.note}" if column.note else ""
    return f"{column.zh}{star}：{kind}{note}"


def headings(sheet: Sheet) -> tuple[str, ...]:
    """Return the first row of a sheet."""
    if sheet.vertical:
        return ("填报项", "内容", "说明")
    return tuple(column.zh for column in sheet.columns)


def empty_grid(sheet: Sheet) -> Grid:
    """Return a sheet with its headings and nothing filled in."""
    if not sheet.vertical:
        return [headings(sheet)]
    return [headings(sheet), *((column.zh, "", _explain(column)) for column in sheet.columns)]


def _explain(column: Column) -> str:
    needed = "必填。" if column.required else ""
    choices = "、".join(column.choices)
    return needed + "；".join(filter(None, (choices, column.note)))
