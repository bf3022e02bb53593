"""A large programme, made up and always the same: what a province may hand in.

400 mines as subprojects, 40 indicators, 10 counties, 60 months of monitoring. Nothing in it is
true; names and sizes are those that the real sheets have. Run with a folder, it writes the
programme there as CSV and as xlsx, and the example as xlsx, by the project's own writers.
"""

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from shanhe.app.examples import EXAMPLE_BOOK, starting_books
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.catalogue.model import Indicator, Kind
from shanhe.documents.formats import csv
from shanhe.documents.formats.grid import Grid
from shanhe.documents.forms.workbook.guide import headings
from shanhe.documents.forms.workbook.tables import BY_NAME
from shanhe.documents.forms.workbook.write import empty_grids, xlsx_bytes

MINES, INDICATORS, COUNTIES, MONTHS, YEAR = 400, 40, 10, 60, 2025
TERM_VERSIONS = ("下达", "实施方案", "工程设计")
OFFICES = {"财政部": "部", "自治区财政厅": "省", "市财政局": "市", "市自然资源局": "市"}
Rows = Iterator[dict[str, str]]


def large_grids(catalogue: Catalogue) -> dict[str, Grid]:
    """Return all sheets of the programme."""
    numeric = [
        one for one in catalogue.indicators if one.kind is not Kind.CLASS and one.unit_symbol
    ]
    chosen = numeric[:INDICATORS]
    filled = {
        "项目信息": _programme(),
        "区域与单位": _places(),
        "目标版本": _versions(),
        "指标目标": _targets(chosen),
        "目标分解": _split(chosen),
        "文件": _documents(),
        "资金流转": _transfers(),
        "年度资金": _funds(),
        "支付明细": _payments(),
        "子项目": _mines(),
        "进展监测": _monitoring(chosen),
        "自评填报": _actuals(chosen),
        "偏差原因与改进措施": _reasons(chosen),
    }
    return {**empty_grids(), **{name: _grid(name, rows) for name, rows in filled.items()}}


def main(folder: Path) -> None:
    """Write ``large/``, ``large.xlsx`` and ``example.xlsx``; print the number of rows."""
    catalogue = load_catalogue()
    grids = large_grids(catalogue)
    (folder / "large").mkdir()
    for name, grid in grids.items():
        (folder / "large" / f"{name}.csv").write_bytes(csv.grid_bytes(grid))
    names = tuple(one.name for one in catalogue.indicators)
    (folder / "large.xlsx").write_bytes(xlsx_bytes(grids, names))
    (folder / "example.xlsx").write_bytes(starting_books(catalogue)[EXAMPLE_BOOK])
    print(sum(len(grid) - 1 for grid in grids.values()))


def _grid(name: str, rows: Rows) -> Grid:
    sheet = BY_NAME[name]
    if sheet.vertical:
        return [headings(sheet), *((key, text, "") for row in rows for key, text in row.items())]
    heads = headings(sheet)
    return [heads, *(tuple(row.get(head, "") for head in heads) for row in rows)]


def _county(number: int) -> str:
    return f"第{number % COUNTIES + 1}县"


def _mine(number: int) -> str:
    return f"矿点{number + 1:03}"


def _whole(one: Indicator, year: int) -> Decimal:
    """Return the programme's value: what ten equal counties come to, or the common rate."""
    base = 1000 if year == 0 else 300
    return Decimal(90) if one.unit_symbol in {"%", "年", "百分点"} else Decimal(base)


def _part(one: Indicator, year: int) -> Decimal:
    whole = _whole(one, year)
    return whole if one.unit_symbol in {"%", "年", "百分点"} else whole / COUNTIES


def _programme() -> Rows:
    yield {
        "项目名称": "大型示例项目",
        "绩效年度": str(YEAR),
        "实施期开始年份": "2021",
        "实施期结束年份": "2025",
        "数据截止日期": "2025-12-31",
    }


def _places() -> Rows:
    for name, level in OFFICES.items():
        yield {"名称": name, "层级": level, "类别": "单位"}
    for number in range(COUNTIES):
        yield {"名称": _county(number), "层级": "县", "类别": "区域"}


def _versions() -> Rows:
    for version in TERM_VERSIONS:
        yield {
            "版本": version,
            "期间": "实施期",
            "投资总额（万元）": "50000.00",
            "中央财政资金（万元）": "30000.00",
        }
    yield {
        "版本": "下达",
        "期间": str(YEAR),
        "投资总额（万元）": "15000.00",
        "中央财政资金（万元）": "10000.00",
    }


def _targets(chosen: list[Indicator]) -> Rows:
    for version, period in (
        *((version, "实施期") for version in TERM_VERSIONS),
        ("下达", str(YEAR)),
    ):
        for one in chosen:
            yield {
                "版本": version,
                "期间": period,
                "一级指标": one.level1,
                "二级指标": one.level2,
                "三级指标": one.name,
                "符号": "≥",
                "指标值": f"{_whole(one, 0 if period == '实施期' else YEAR)}",
                "计量单位": one.unit_symbol,
            }


def _split(chosen: list[Indicator]) -> Rows:
    for period, year in (("实施期", 0), (str(YEAR), YEAR)):
        for number in range(COUNTIES):
            for one in chosen:
                yield {
                    "版本": "下达",
                    "期间": period,
                    "区域": _county(number),
                    "三级指标": one.name,
                    "指标值": f"{_part(one, year)}",
                    "计量单位": one.unit_symbol,
                }


def _documents() -> Rows:
    ways = (("财政部", "部", "06-08"), ("自治区财政厅", "省", "07-07"), ("市财政局", "市", "08-06"))
    for number, (issuer, level, day) in enumerate(ways, 1):
        yield {
            "文件名称": f"{issuer}关于下达资金预算的通知",
            "文号": f"财资环〔{YEAR}〕{number}号",
            "发文单位": issuer,
            "层级": level,
            "类别": "资金下达",
            "发文日期": f"{YEAR}-{day}",
            "金额（万元）": "10000",
        }


def _transfers() -> Rows:
    way = (("财政部", "自治区财政厅", "06-08"), ("自治区财政厅", "市财政局", "07-07"))
    steps = [(giver, taker, day, "10000") for giver, taker, day in way]
    steps += [("市财政局", _county(number), "08-06", "1000") for number in range(COUNTIES)]
    for giver, taker, day, amount in steps:
        yield {
            "日期": f"{YEAR}-{day}",
            "类型": "下达",
            "拨出单位": giver,
            "接收单位": taker,
            "资金来源": "中央",
            "金额（万元）": amount,
        }


def _funds() -> Rows:
    for origin in ("合计", "中央"):
        yield {
            "资金来源": origin,
            "实际到位（万元）": "10000",
            "全年预算数A（万元）": "10000",
            "全年执行数B（万元）": "9600",
            "预算执行率（%）": "96.00",
        }


def _payments() -> Rows:
    for number in range(MINES):
        for month in range(7, 13):
            yield {
                "支付日期": f"{YEAR}-{month:02}-15",
                "支付单位": _county(number),
                "资金来源": "中央",
                "金额（万元）": "4",
                "用途": "工程款",
                "子项目": _mine(number),
                "凭证号": f"{month:02}{number:04}",
            }


def _mines() -> Rows:
    for number in range(MINES):
        yield {
            "子项目名称": _mine(number),
            "实施单位": _county(number),
            "数量（个）": "1",
            "状态": "在建" if number % 3 else "完工",
            "计划开工": "2023-04-01",
            "实际开工": "2023-04-01",
            "计划完工": "2025-10-31",
            "实际完工": "" if number % 3 else "2025-10-20",
        }


def _monitoring(chosen: list[Indicator]) -> Rows:
    for month in range(MONTHS):
        day = date(2021 + month // 12, month % 12 + 1, 28).isoformat()
        for number in range(COUNTIES):
            for one in chosen:
                yield {
                    "统计日期": day,
                    "区域": _county(number),
                    "子项目": _mine(number),
                    "三级指标": one.name,
                    "累计完成值": f"{_part(one, YEAR) * (month + 1) / MONTHS:.2f}",
                    "计量单位": one.unit_symbol,
                    "佐证材料": f"{day[:7]}月报",
                }


def _actuals(chosen: list[Indicator]) -> Rows:
    for one in chosen:
        for place in ("自评表", "报告正文"):
            yield {**_actual(one, _whole(one, YEAR)), "填报处": place}
        for number in range(COUNTIES):
            county = _actual(one, _part(one, YEAR))
            yield {**county, "填报处": "报告正文", "区域": _county(number)}


def _actual(one: Indicator, value: Decimal) -> dict[str, str]:
    return {
        "三级指标": one.name,
        "期间": str(YEAR),
        "引用目标符号": "≥",
        "引用目标值": f"{value}",
        "引用目标单位": one.unit_symbol,
        "全年实际完成值": f"{value * 97 / 100:.2f}",
        "完成值单位": one.unit_symbol,
        "佐证材料": "年度台账",
    }


def _reasons(chosen: list[Indicator]) -> Rows:
    for one in chosen:
        yield {
            "类型": "指标偏差",
            "涉及指标": one.name,
            "原因": "部分矿点因设计调整推迟施工，完成值低于年度目标。",
            "改进措施": "调整后的设计批复后加快施工，按月调度进度。",
            "责任单位": "市自然资源局",
            "完成时限": "2026-06-30",
        }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
