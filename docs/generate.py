"""Write the pages of docs/ that follow from the code and the catalogue; ``--check`` only compares.

One page, one function that returns its text. Nothing here depends on the day or on the order in
which the disk lists files, so the same tree always gives the same pages.
"""

import importlib
import inspect
import json
import os
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from shanhe.app.audit import audit_file
from shanhe.app.audit_text import at_least, place_of
from shanhe.app.examples import example_folder
from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.citation import confidence_words
from shanhe.catalogue.load import load_catalogue
from shanhe.catalogue.model import Across, Indicator
from shanhe.documents.audited import Told
from shanhe.documents.forms.workbook.declare import Column, Sheet
from shanhe.documents.forms.workbook.tables import SHEETS
from shanhe.rules.book import rulebook
from shanhe.rules.declare import Rule

HERE = Path(__file__).resolve().parent
MOST_MESSAGE = 120
NOTE = "<!-- 由 docs/generate.py 生成，请勿手改；Generated: change the source, then run `make docs`. -->"
WORDS: Mapping[str, Any] = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))


def rules_page(catalogue: Catalogue) -> str:
    """Return the page of all rules: a table of areas, then each rule with basis and cases."""
    rules = sorted(rulebook(), key=lambda rule: (_area(rule), rule.id))
    counts = [
        f"{zh} {sum(rule.severity == key for rule in rules)} 条"
        for key, zh in WORDS["levels"].items()
    ]
    lines = [
        "# 核查规则 Rules",
        f"共 {len(rules)} 条：{'，'.join(counts)}。每条规则一个文件，旁边的 `.cases.yaml` 是它的案例。",
        f"{len(rules)} rules. One file each, with its cases beside it; how to add one: `CONTRIBUTING.md`.",
        "“级别”是规则的建议：错误——数据之间不可能同时成立；警告——需要说明；提示——值得留意。",
        "“用于”说明规则核查什么：项目自己的数据，或别人写的文件（报告、自评表），或两者。",
        "Each rule says whether it is for a programme's own data, for papers that were read, or for both.",
        "依据只有读到原文的才列为“法规”，其余一律列为“惯例”，并注明把握程度。",
    ]
    for area, members in groupby(rules, key=_area):
        about = importlib.import_module(f"shanhe.rules.{area}").__doc__ or ""
        lines += [f"## {WORDS['areas'].get(area, area)} {area}", about.strip()]
        own = list(members)
        lines.append(_table(("编号", "级别", "用于", "应当成立的事实"), map(_index_row, own)))
        for rule in own:
            lines += _rule(rule, catalogue)
    return _page(lines)


def _area(rule: Rule) -> str:
    return rule.module.split(".")[2]


def _index_row(rule: Rule) -> tuple[str, ...]:
    level, only = WORDS["levels"][rule.severity], WORDS["only"][rule.only]
    return f"[{rule.id}](#{rule.id.lower()})", level, only, rule.title


def _rule(rule: Rule, catalogue: Catalogue) -> Iterator[str]:
    file = "/".join(rule.module.split(".")[1:]) + ".py"
    yield f'### <a id="{rule.id.lower()}"></a>{rule.id} {rule.title}'
    yield f"*{rule.name.replace('_', ' ')}* · {WORDS['levels'][rule.severity]} {rule.severity.value} · {WORDS['only'][rule.only]} · `{file}`"
    about = rule.about.partition("\n")[2].strip()
    if about:
        yield " ".join(about.split())
    yield f"> {rule.zh}\n>\n> {rule.en}"
    if rule.aspect:
        yield f"资金管理事项：{rule.aspect}"
    yield "\n".join(_basis(basis, catalogue) for basis in rule.basis)
    yield "案例：\n\n" + "\n".join(
        f"- {WORDS['cases'][kind]}：{name}" for kind, name in cases(rule)
    )


def _basis(basis: str, catalogue: Catalogue) -> str:
    cited = catalogue.law.cite(basis)
    kind = "法规" if cited.is_law else "惯例"
    says = f"：{cited.says}" if cited.says else ""
    sure = f"（{cited.confidence_words}）" if cited.is_law else ""
    return f"- 依据（{kind}）`{basis}` {cited.text}{sure}{says}"


def cases(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each case of a rule, in the order of its file."""
    path = Path(inspect.getfile(importlib.import_module(rule.module)))
    for row in YAML(typ="base", pure=True).load(path.with_suffix(".cases.yaml")):
        yield row["kind"], row["case"]


def indicators_page(catalogue: Catalogue) -> str:
    """Return the indicator library, by level, each with how it adds up and why."""
    first: dict[str, str] = {}
    for one in catalogue.indicators:
        first.setdefault(_levels(one), one.code)
    known = sorted(catalogue.indicators, key=lambda one: (first[_levels(one)], one.code, one.id))
    lines = [
        "# 指标库 Indicators",
        f"共 {len(known)} 个三级指标，每个指标一个文件（`catalogue/indicators/`）。",
        "汇总方式按维度（区域、年度、人群）和用途分别规定：“填表”按自评表的填报说明，“实地”按实际情形。",
    ]
    for levels, members in groupby(known, key=_levels):
        lines.append(f"## {levels}")
        for one in members:
            lines += _indicator(one)
    return _page(lines)


def _levels(one: Indicator) -> str:
    return f"{one.level1} / {one.level2}"


def _indicator(one: Indicator) -> Iterator[str]:
    yield f"### {one.name} `{one.id}`"
    pairs = (
        ("编号", one.code),
        ("English", one.english),
        ("别名", "、".join(one.aliases)),
        ("计量单位", one.unit_symbol or "无"),
        ("也接受的单位", "、".join(one.also_units)),
        ("方向", WORDS["directions"][one.direction]),
        ("类型", WORDS["kinds"][one.kind]),
        ("取值范围", "，".join(_bounds(one))),
        ("计算", one.formula),
        ("组成", "、".join(f"`{part}`" for part in one.parts)),
        ("不得超过", f"`{one.within}`" if one.within else ""),
        ("佐证材料", "、".join(one.evidence)),
        ("特别规定", "；".join(_marks(one))),
        ("出处", f"{one.source}（{confidence_words(one.confidence, 'zh')}）"),
    )
    yield "\n".join(f"- {label}：{text}" for label, text in pairs if text)
    yield _table(("维度", "用途", "汇总方法", "权数或分母", "理由"), map(_way, one.across))


def _bounds(one: Indicator) -> Iterator[str]:
    if one.low is not None:
        yield f"不小于 {one.low:f}"
    if one.high is not None:
        yield f"不大于 {one.high:f}"


def _marks(one: Indicator) -> Iterator[str]:
    if one.whole_number:
        yield "只取整数"
    if one.protected:
        yield "调整目标时不得降低"
    if one.is_commitment:
        yield "属承诺事项，期满前不算完成"


def _way(across: Across) -> tuple[str, ...]:
    weight = {"": "—", "money": "资金额度"}.get(across.weight, f"`{across.weight}`")
    names = (
        WORDS["dimensions"][across.dimension],
        WORDS["purposes"][across.purpose],
        WORDS["ways"][across.way],
    )
    return (*names, weight, across.reason)


def workbook_page(_: Catalogue) -> str:
    """Return what every sheet and column of the workbook holds, in both languages."""
    lines = [
        "# 工作簿 Workbook",
        f"共 {len(SHEETS)} 张表。一个工作簿只填一个项目、一个年度；也可以是一个文件夹，每张表一个 CSV 文件，表名即文件名。",
        f"{len(SHEETS)} sheets, one programme and year a workbook; or a folder with one CSV file a sheet.",
        "打 ● 的列必须填写。自用的表和列，名称前加“_”，系统不读取。",
        "Columns with ● must be filled in; sheets and columns whose names begin with `_` are ignored.",
        _table(("表", "Sheet", "必需", "用途"), map(_sheet_row, SHEETS)),
    ]
    for sheet in SHEETS:
        upright = "竖排，一行一项。One line a field." if sheet.vertical else ""
        lines += [f"## {sheet.zh} {sheet.en}", f"{sheet.note}{upright}"]
        heads = ("列", "Column", "填什么", "Holds", "必填", "说明")
        lines.append(_table(heads, map(_column_row, sheet.columns)))
    return _page(lines)


def _sheet_row(sheet: Sheet) -> tuple[str, ...]:
    return (
        f"[{sheet.zh}](#{sheet.zh}-{sheet.en.replace(' ', '-')})",
        sheet.en,
        _dot(sheet.required),
        sheet.note,
    )


def _column_row(column: Column) -> tuple[str, ...]:
    holds = "、".join(column.choices) or column.kind.value
    return (
        column.zh,
        column.en,
        holds,
        WORDS["cells"][column.kind.name],
        _dot(column.required),
        column.note,
    )


def _dot(needed: bool) -> str:
    return "●" if needed else ""


def glossary_page(catalogue: Catalogue) -> str:
    """Return the pairs of Chinese and English words, and the Chinese word for each class."""
    lines = [
        "# 术语对照 Glossary",
        "一个事物只用一个词；程序、文档和界面都按本表用词。One word for one thing.",
    ]
    for group, members in groupby(catalogue.terms, key=lambda term: term.group):
        rows = [(t.zh, t.en, "、".join(t.variants), "、".join(t.misspelt)) for t in members]
        lines += [
            f"## {WORDS['groups'].get(group, group)}",
            _table(("中文", "English", "其他写法", "常见笔误"), rows),
        ]
    lines.append("## 程序中的类 Classes")
    pairs = [(zh, f"`{name}`", where) for where, name, zh in sorted(class_pairs())]
    lines.append(_table(("中文", "Class", "Where"), pairs))
    return _page(lines)


def class_pairs() -> Iterator[tuple[str, str, str]]:
    """Yield floor, class and Chinese word: from the sheets, and from words.toml."""
    for sheet in SHEETS:
        yield "records", sheet.record.__name__, sheet.zh
    for floor, words in WORDS["classes"].items():
        for name, zh in words.items():
            yield floor, name, zh


def audit_page(catalogue: Catalogue) -> str:
    """Return what an audit tells of the example report, what it passes over and what it misses."""
    path = example_folder().parent / "包头市2025年度自评报告（示例）.docx"
    audited = audit_file(path.name, path.read_bytes(), catalogue)
    counted, told = audited.coverage, at_least(audited.told, "note")
    found = "，".join(f"{zh} {audited.count(key)} 项" for key, zh in WORDS["levels"].items())
    fates = (counted.numbers, counted.checked, counted.alone, counted.not_understood)
    numbers = "数字 {} 个：已核对 {}，孤立 {}，未读懂 {}".format(*fates)
    near = _scenario("must_not_find.yaml").items()
    lines = [
        "# 审核示例 What an audit tells",
        f"对 `examples/{path.name}` 运行 `shanhe check` 的结果。报告的数字和差错取自一份公开的自评报告，文字另写。",
        f"{found}。{numbers}。",
        "What `shanhe check` tells of the example report: a finding a line, each with the first of its places.",
        "## 指出的问题 Findings",
        _table(("规则", "级别", "问题", "位置"), map(_told_row, told)),
        "## 看似有误、其实成立 Near misses",
        "报告中容易误报的地方。左列是情形，右列是核对过而没有报的规则；每次测试都检查。",
        _table(("情形", "核对它的规则"), (_near_row(name, said) for name, said in near)),
        "## 现在还指不出来的 Not told yet",
        "\n".join(f"- {what}" for what in _scenario("not_told.yaml").values()),
    ]
    return _page(lines)


def _told_row(told: Told) -> tuple[str, ...]:
    finding = told.finding
    rule = f"[{finding.rule}](rules.md#{finding.rule.lower()})"
    place = next(place_of(told, "zh"), "").partition("：")[0]
    return rule, WORDS["levels"][finding.severity], _short(finding.message("zh")), place


def _short(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= MOST_MESSAGE else f"{line[: MOST_MESSAGE - 1]}……"


def _near_row(name: str, said: Sequence[str]) -> tuple[str, str]:
    title = next(rule.title for rule in rulebook() if rule.id == said[0])
    return name.partition(" ")[2], f"[{said[0]}](rules.md#{said[0].lower()}) {title}"


def _scenario(name: str) -> dict[str, Any]:
    folder = HERE.parent / "tests" / "scenarios" / "002_a_word_report_is_audited"
    return dict(YAML(typ="base", pure=True).load(folder / name))


def interface_page(_: Catalogue) -> str:
    """Return the description of the office's interface for machines, as it serves it itself."""
    with tempfile.TemporaryDirectory() as data:
        os.environ.setdefault("SHANHE_DATA", data)
        from shanhe.store.connect import connect  # noqa: PLC0415 - its settings look for the folder

        connect(settings="shanhe.web.settings")
        from shanhe.web.api.interface import api  # noqa: PLC0415 - after connect

        described = api.get_openapi_schema(path_prefix="/api/")
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '∣') for cell in row)} |" for row in lines)


def _page(lines: Sequence[str]) -> str:
    return "\n\n".join([NOTE, *lines]) + "\n"


PAGES: Mapping[str, Callable[[Catalogue], str]] = {
    "rules.md": rules_page,
    "indicators.md": indicators_page,
    "workbook.md": workbook_page,
    "glossary.md": glossary_page,
    "audit-baotou.md": audit_page,
    "schema/interface.openapi.json": interface_page,
}


def stale() -> list[str]:
    """Return the names of the pages that are not what they would be if written now."""
    made = {name: page(load_catalogue()) for name, page in PAGES.items()}
    return [name for name, text in made.items() if _held(name) != text]


def _held(name: str) -> str:
    path = HERE / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale and return 1."""
    old = stale()
    if "--check" in arguments:
        for name in old:
            sys.stderr.write(f"docs/{name} is stale: run `make docs`\n")
        return int(bool(old))
    for name in old:
        (HERE / name).write_text(PAGES[name](load_catalogue()), encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
