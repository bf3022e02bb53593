"""Write the example of a report that somebody wrote: ``python examples/make_report.py``.

The sentences are in ``report.md``, in our own words; the tables are laid out here from the figures
in ``baotou-2025/``. What is wrong in the report of that city is wrong here too, so that an audit has
something to find. The same input always gives the same bytes.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from shanhe.documents.blocks import Block, Cell, Heading, PageBreak, Paper, Paragraph, Table, Title
from shanhe.documents.formats.docx.write import docx_bytes

HERE = Path(__file__).resolve().parent
REPORT = HERE / "包头市2025年度自评报告（示例）.docx"
PROJECT = "内蒙古北方防沙带重点生态攻坚区（包头市）历史遗留废弃矿山生态修复示范工程项目"
PLAN = "内蒙古北方防沙带重点生态攻坚区（包头市）历史遗留废弃矿山生态修复示范工程实施方案"
MISPRINTS = {
    "明显改善人居环境": "明显改人居环境",
    "区域生态功能稳定可持续时间": "区城生态功能稳定可持续时间",
    "生态系统稳定性": "生态系稳定性",
}
GOAL = (
    "通过矿山生态修复，治理矿山地质环境破坏、土地损毁、水土流失和土地沙化，完成生态修复总面积1978.86ha，"
    "修复废弃矿山(矿点)数量357个，消除矿山地质环境隐患点151处，历史遗留废弃矿山全部“清零”；"
    "实施区域人居环境改善惠及36.52万人，增加的植被覆盖率不低于17.55 %，"
    "土地沙化程度降低率不低于45.09 %，水土流失面积减少率不低于80.85 %。"
)
SHARES = (
    f"以《{PLAN}》为依据，测算包头市自资源资源局、东河区、土右旗和固阳县承担的工作量在2025年度投资占比分别为"
    "13.46%、6.82%、25.55%和54.17%，据此分配包头市自然资源局1346万元、东河区682万元、"
    "土右旗2555万元和固阳县5417万元。"
)
TAKEN_BACK = (
    "包头市自然资源局2025年的工作是组织编制工程设计，应当使用地方资金，不适宜参与中央资金分配。"
    "目前，包头市财政局已收回2025年安排到市自然资源局的1346万元，正在按程序重新分配给"
    "东河区106.12万元、土右旗397.39万元和固阳县842.49万元。"
)
ISSUED = (
    "内蒙古自治区财政厅于2025年7月7日印发《关于下达中央2025年重点生态保护修复治理资金预算的通知》"
    "（内财资环〔2025〕771号），资金下达我市。包头市财政局于2025年9月25日印发"
    "《关于预下达中央2025年重点生态保护修复治理资金预算的通知》（包财资环〔2025〕652号），"
    "资金下达至包头市自然资源局、东河区、土右旗和固阳县。"
)
MANAGEMENT = (
    ("分配科学性", SHARES, TAKEN_BACK),
    ("下达及时性", ISSUED, "无"),
    (
        "拨付合规性",
        "分配建议经包头市人民政府专题会和常务会审议，包头市财政局依据会议纪要拨付，严格按照国库集中支付制度支付资金。",
        "无",
    ),
    (
        "使用规范性",
        "符合财资环〔2025〕64号和内财资环〔2025〕771号文件规定，严格按照下达预算的科目和项目执行。中央转移支付资金没有使用。",
        "无",
    ),
    (
        "执行准确性",
        "中央转移支付资金没有使用。以后支付时按国家和自治区专项资金管理办法执行。",
        "无",
    ),
    ("预算绩效管理情况", "细化下达预算时同步下达绩效目标，并开展绩效监控和绩效评价。", "无"),
    ("支出责任履行情况", "本项目没有资金支出。", "无"),
)
REASON = "正进行工程设计部级评估论证，待批复后组织施工招标"
ALIASES = {"废弃矿山（矿点）数量": "废弃矿山（矿点）修复数量"}
Row = Mapping[str, str]


def main() -> None:
    """Write the report."""
    REPORT.write_bytes(report())


def report() -> bytes:
    """Return the report as a Word file."""
    return docx_bytes(Paper(tuple(blocks()), "绩效自评报告（示例）"))


def blocks() -> Iterator[Block]:
    """Yield headings, paragraphs and tables in the order of ``report.md``."""
    lines = (HERE / "report.md").read_text(encoding="utf-8").splitlines()
    for mark, members in groupby(lines, key=_mark):
        own = [line.removeprefix(mark).strip() for line in members]
        if mark == "!":
            yield Title(tuple(own))
        elif mark == "@":
            yield from (TABLES[name]() for name in own)
        elif mark == "---":
            yield PageBreak()
        elif mark:
            yield from (Heading(len(mark), text) for text in own)
        else:
            yield from (Paragraph((text,), indent=text != "附件：") for text in own)


def _mark(line: str) -> str:
    first = line.split(" ", 1)[0]
    return first if first in {"!", "@", "---"} or set(first) == {"#"} else ""


def rows(sheet: str, **wanted: str) -> list[dict[str, str]]:
    """Return the rows of a sheet of the example that have these values."""
    path = HERE / "baotou-2025" / f"{sheet}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def cell(text: str, columns: int = 1, down: int = 1, **more: Any) -> Cell:
    """Return a cell; a line end in ``text`` begins a new paragraph."""
    lines = tuple((line,) if line else () for line in text.split("\n"))
    return Cell(lines, rows=down, columns=columns, **{"align": "center", **more})


def heads(*texts: str) -> tuple[Cell, ...]:
    """Return cells of a heading."""
    return tuple(cell(text, head=True) for text in texts)


def printed(text: str) -> str:
    """Return a text with the misprints of the report."""
    for right, wrong in MISPRINTS.items():
        text = text.replace(right, wrong)
    return text


def issued_table(period: str, caption: str) -> Table:
    """Return the goals that were issued, for the term or the year."""
    (version,) = rows("目标版本", 版本="下达", 期间=period)
    goal = version["总体目标"].replace("明显改善人居环境", "明显改人居环境")
    money = (
        ("项目投资总额", version["投资总额（万元）"]),
        ("其中：中央财政资金", version["中央财政资金（万元）"]),
        ("地方筹措资金", version["地方资金（万元）"]),
    )
    targets = [
        (*_levels(row), _name(row), f"{row['符号']}{row['指标值']}{row['计量单位']}")
        for row in rows("指标目标", 版本="下达", 期间=period)
    ]
    body = (*_who("自然资源部"), *_money(money), (cell("总体目标"), cell(goal, 4, align="left")))
    return _goals(caption, body, "三级指标", targets)


def design_table() -> Table:
    """Return the goals of the design: units stand in the names, signs are lost."""
    (version,) = rows("目标版本", 版本="工程设计")
    money = (
        ("项目总投资", version["投资总额（万元）"]),
        ("其中:中央财政资金", version["中央财政资金（万元）"]),
        ("地方财政资金", version["地方资金（万元）"]),
        ("社会资本投入", version["社会资本（万元）"]),
    )
    targets = [
        (*_levels(row), f"{_name(row)}（{row['计量单位']}）", row["指标值"])
        for row in rows("指标目标", 版本="工程设计")
    ]
    kind = (cell("项目类型"), cell("工程□　子项目□", 4))
    who = _who("中华人民共和国自然资源部")
    goal = (cell("总体目标"), cell(GOAL, 4, align="left"))
    caption = f"表4.{PROJECT}工程设计绩效目标表"
    return _goals(caption, (kind, *who, *_money(money), goal), "三级指标（单位）", targets)


def _levels(row: Row) -> tuple[str, str]:
    return row["一级指标"], row["二级指标"]


def _name(row: Row) -> str:
    return row["文件所用名称"] or printed(row["三级指标"])


def _who(ministry: str) -> tuple[tuple[Cell, ...], ...]:
    return (
        (cell("项目名称"), cell(PROJECT, 4)),
        (cell("所属专项"), cell("重点生态保护修复治理资金", 4)),
        (
            cell("中央主管部门"),
            cell(ministry),
            cell("省级财政部门"),
            cell("内蒙古自治区财政厅", 2),
        ),
        (
            cell("省级主管部门"),
            cell("内蒙古自治区自然资源厅"),
            cell("具体实施单位"),
            cell("包头市人民政府", 2),
        ),
    )


def _money(lines: tuple[tuple[str, str], ...]) -> Iterator[tuple[Cell, ...]]:
    for number, (label, amount) in enumerate(lines):
        first = () if number else (cell("资金情况\n（万元）", down=len(lines)),)
        yield (*first, cell(label), cell(amount, 3))


def _goals(
    caption: str,
    body: Iterable[tuple[Cell, ...]],
    name: str,
    targets: Sequence[tuple[str, ...]],
) -> Table:
    head = (
        cell("绩效指标", down=len(targets) + 1),
        *heads("一级指标", "二级指标", name, "指标值"),
    )
    table = (*body, head, *_merged(targets))
    return Table(table, (16, 30, 32, 52, 30), caption=caption)


def _merged(lines: Sequence[tuple[str, ...]]) -> Iterator[tuple[Cell, ...]]:
    """Yield rows whose first two columns are merged downwards where they repeat."""
    for _, level1 in groupby(lines, key=lambda line: line[0]):
        first = list(level1)
        begin: tuple[Cell, ...] = (cell(first[0][0], down=len(first)),)
        for _, level2 in groupby(first, key=lambda line: line[1]):
            second = list(level2)
            begin = (*begin, cell(second[0][1], down=len(second)))
            for line in second:
                yield (*begin, *(cell(text) for text in line[2:]))
                begin = ()


def change_table() -> Table:
    """Return what the design changes, over a heading of two rows."""
    changes = rows("指标调整")
    top = (
        cell("绩效目标考核指标", 3, head=True),
        *(
            cell(text, down=2, head=True)
            for text in ("实施方案\n指标值", "工程设计\n指标值", "变幅")
        ),
    )
    body = []
    for number, row in enumerate(changes):
        name = row["文件所用名称"] or row["三级指标"]
        first: tuple[Cell, ...] = ()
        if not number:
            first = (cell("产出\n指标", down=len(changes)), cell("数量\n指标", down=len(changes)))
        texts = (f"{name}（{row['计量单位']}）", row["调整前"], row["调整后"], _signed(row["变幅"]))
        body.append((*first, *(cell(text) for text in texts)))
    table = (top, heads("一级指标", "二级指标", "三级指标（单位）"), *body)
    return Table(
        table, (16, 16, 58, 25, 25, 20), header_rows=2, caption="表3 绩效目标指标变动情况表"
    )


def _signed(change: str) -> str:
    return f"+{change}" if change[0].isdigit() and change != "0" else change


def form() -> Table:
    """Return the self-evaluation form."""
    (overview,) = [{row["填报项"]: row["内容"] for row in rows("自评综述")}]
    goal, done = overview["总体目标（自评表所填）"], overview["全年实际完成情况"]
    actuals = [_actual(row) for row in rows("自评填报", 填报处="自评表")]
    table = (
        (cell("转移支付（项目）名称"), cell(PROJECT, 6)),
        (cell("中央主管部门"), cell("自然资源部", 6)),
        (
            cell("地方主管部门"),
            cell("包头市自然资源局、财政局", 2),
            cell("资金使用单位"),
            cell("包头市自然资源局、东河区人民政府、固阳县人民政府、土右旗人民政府", 3),
        ),
        *_funds(),
        *_management(),
        (cell("总休目标完成情况", down=2), cell("总体目标", 3), cell("全年实际完成情况", 3)),
        (cell(printed(goal), 3, align="left"), cell(printed(done), 3, align="left")),
        (
            cell("绩效\n指标", down=len(actuals) + 1),
            *heads("一级指标", "二级指标", "三级指标", "指标值"),
            *heads("全年实际\n完成值", "未完成原因和改进措施"),
        ),
        *_merged(actuals),
        (cell("说明"), cell("无", 6)),
    )
    return Table(table, (17, 20, 24, 34, 24, 24, 37))


def _funds() -> Iterator[tuple[Cell, ...]]:
    labels = {
        "合计": "年度资金总额：",
        "中央": "其中：中央财政资金",
        "地方": "地方财政资金",
        "其他": "其他资金",
    }
    head = ("全年预算数（A）", "全年执行数（B）")
    yield (
        cell("资金投入情况\n（万元）", down=5),
        cell("", 2),
        *heads(*head),
        cell("预算执行率\n（B/A×100%）", 2, head=True),
    )
    for row in rows("年度资金"):
        amounts = (row["全年预算数A（万元）"], row["全年执行数B（万元）"])
        rate = cell(row["预算执行率（%）"], 2)
        yield (cell(labels[row["资金来源"]], 2), *(cell(text) for text in amounts), rate)


def _management() -> Iterator[tuple[Cell, ...]]:
    first = (cell("资金管理情况", down=len(MANAGEMENT) + 1), cell("", 2))
    yield (*first, cell("情况说明", 2, head=True), cell("存在问题和改进措施", 2, head=True))
    for aspect, account, problems in MANAGEMENT:
        yield (cell(aspect, 2), cell(account, 2, align="left"), cell(problems, 2, align="left"))


def _actual(row: Row) -> tuple[str, ...]:
    """Return a line of the form: levels, name, target, actual, reason."""
    name, value = row["三级指标"], row["全年实际完成值"]
    (known,) = rows("指标目标", 版本="下达", 期间="2025", 三级指标=name)
    level1 = known["一级指标"] if "效益" not in known["二级指标"] else "效益指标"
    level1 = "效益指标" if known["二级指标"] == "可持续影响指标" else level1
    target = f"{row['引用目标符号']}{row['引用目标值']}{row['引用目标单位']}"
    actual = f"{row['完成值符号']}{value}{row['完成值单位']}"
    reached = value in {"100", row["引用目标值"]}
    return (
        level1,
        known["二级指标"],
        ALIASES.get(name, name),
        target,
        actual,
        "无" if reached else REASON,
    )


TABLES: Mapping[str, Callable[[], Table]] = {
    "表1": lambda: issued_table("实施期", f"表1.{PROJECT}绩效目标表"),
    "表2": lambda: issued_table("2025", f"表2.{PROJECT}2025年绩效目标表"),
    "表3": change_table,
    "表4": design_table,
    "自评表": form,
}

if __name__ == "__main__":
    main()
