"""The sheet of instructions in the workbook, derived from the declaration of the tables."""

from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.declare import Column, Kind, Sheet
from shanhe.documents.forms.workbook.tables import SHEETS

FIELD, CONTENT, REMARK = "填报项", "内容", "说明"
"""The headings of a sheet whose fields stand one below the other."""

_RULES = (
    "一个工作簿只填一个项目、一个年度。表头为红底的列（项目信息表中为红字的项）必须填写；其余没有数据的留空，不要填 0。",
    "数值按文件原文的小数位数填写；计量单位填在单位列，符号（≥、≤）填在符号列。",
    "金额一律以万元为单位；日期填到日，如“2025-07-07”。",
    "工作表名称和列名不要改动，第 1 行必须是表头；不要合并单元格，不要填合计行。",
    "自用的表或列，名称前加“_”，系统不读取，转换时原样保留。",
    "区域、单位须先在“区域与单位”表登记；指标名称用指标库中的名称或别名。",
    "确实没有数值的，按实际填“-”“无”“不适用”等，系统不会当作 0 处理。",
    "填写有误时，系统会逐条列出所在工作表、行、列和改法，不会只读一部分。",
)


def guide_grid() -> Grid:
    """Return the instructions: general rules, then each sheet with its columns."""
    rows: list[tuple[str, ...]] = [("项目绩效工作簿填写说明",), (), ("一、基本要求",)]
    rows += [("", f"{number}. {rule}") for number, rule in enumerate(_RULES, 1)]
    rows += [(), ("二、各工作表填写内容",), ("工作表", "列名或填报项", "必填", "填写内容", "说明")]
    for sheet in SHEETS:
        needed = "（必需）" if sheet.required else ""
        rows += [(f"{sheet.zh}{needed}", sheet.note)]
        rows += [("", *_line(column)) for column in sheet.columns]
    return rows


def guide_titles(grid: Grid) -> frozenset[int]:
    """Return the rows of the instructions that begin something new, counted from 1."""
    return frozenset(number for number, row in enumerate(grid, 1) if row and row[0])


def _line(column: Column) -> tuple[str, ...]:
    return (column.zh, "是" if column.required else "", what_to_fill_in(column), column.note)


def what_to_fill_in(column: Column) -> str:
    """Return the choices of a column, or the kind of its value."""
    return "、".join(column.choices) if column.kind is Kind.CHOICE else column.kind.value


def headings(sheet: Sheet) -> tuple[str, ...]:
    """Return the first row of a sheet."""
    if sheet.vertical:
        return (FIELD, CONTENT, REMARK)
    return tuple(column.zh for column in sheet.columns)


def empty_grid(sheet: Sheet) -> Grid:
    """Return a sheet with its headings and nothing filled in."""
    if not sheet.vertical:
        return [headings(sheet)]
    return [headings(sheet), *((column.zh, "", _explain(column)) for column in sheet.columns)]


def _explain(column: Column) -> str:
    needed = "必填。" if column.required else ""
    kind = "" if column.kind is Kind.TEXT else what_to_fill_in(column)
    return needed + "；".join(filter(None, (kind, column.note)))
