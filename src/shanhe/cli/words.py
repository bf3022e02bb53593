"""All words of the command line, in both languages."""

import os
import sys
from collections.abc import Mapping, Sequence

_ZH = {
    "usage": "用法：",
    "options": "选项",
    "options_metavar": "[选项]",
    "command_metavar": "命令 [参数]...",
    "commands": "命令",
    "help_option": "显示帮助并退出。",
    "version_option": "显示版本并退出。",
    "lang_option": "界面语言：zh 中文，en 英文；缺省随系统。上报材料一律为中文。",
    "app": """山河：生态修复项目绩效自评与数据核查。

把项目工作簿变成绩效自评报告、绩效自评表和问题清单，每个问题都附证据。

退出码：0 没有错误级问题；1 有错误级问题；2 文件读不出来或用法不对。""",
    "evaluate": """评价一个项目，生成自评报告、自评表、问题清单和评价结果。

PROGRAMME 是 .xlsx 工作簿，或同样表和列的 CSV 文件夹。

\b
示例：
  shanhe evaluate 项目绩效工作簿.xlsx
  shanhe evaluate 项目绩效工作簿.xlsx -o 2025年自评 --as-of 2025-12-31
  shanhe evaluate 项目文件夹 --score --force

退出码：0 没有错误级问题；1 有错误级问题；2 文件读不出来或用法不对。""",
    "check": """只核查数据，列出问题，不生成报告。

\b
示例：
  shanhe check 项目绩效工作簿.xlsx
  shanhe check 项目绩效工作簿.xlsx --format html -o 问题清单.html
  shanhe check 项目文件夹 --format json

退出码：0 没有错误级问题；1 有错误级问题；2 文件读不出来或用法不对。""",
    "demo": """用包头市2025年度的真实数据演示，把全部材料写到 DIR（缺省为 out）。

\b
示例：
  shanhe demo
  shanhe demo 演示 --force

退出码：0 完成；2 未能写出。""",
    "init": """在 DIR 中生成空白工作簿，以及填好示例数据的同一工作簿。

\b
示例：
  shanhe init 我的项目

退出码：0 完成；2 未能写出。""",
    "convert": """在 .xlsx 工作簿和 CSV 文件夹之间转换，内容不变。

\b
示例：
  shanhe convert 项目绩效工作簿.xlsx 项目文件夹
  shanhe convert 项目文件夹 项目绩效工作簿.xlsx

退出码：0 完成；2 未能读出或写出。""",
    "indicators": """列出指标库，或查看一个指标的单位、口径、汇总方式和佐证材料。

\b
示例：
  shanhe indicators
  shanhe indicators 矿山生态修复面积
  shanhe indicators restore_area""",
    "rules": """列出核查规则，或查看一条规则的依据。

\b
示例：
  shanhe rules
  shanhe rules TARGET-101""",
    "opt_output": "输出文件夹，缺省为 out。",
    "opt_file": "写到文件；缺省输出到屏幕。",
    "opt_year": "评价年度，如 2025；缺省用工作簿所填年度。",
    "opt_as_of": "数据截止日期，如 2025-12-31；缺省用工作簿所填日期。",
    "opt_score": "按 10/50/30/10 测算得分（权重和公式可在指标库中设定）。",
    "opt_force": "允许覆盖同名文件。",
    "opt_catalogue": "叠加的指标库文件夹。",
    "opt_format": "输出格式，缺省为 text。",
    "reading": "读取",
    "working": "核查",
    "writing": "生成材料",
    "not_read": "未能读取，共 {count} 个问题：",
    "would_overwrite": "以下文件已存在，未作任何改动；如需覆盖请加 --force：",
    "unfaithful": "程序内部检查未通过，没有输出任何文件：{detail}。请反馈给开发者。",
    "would_mix": "文件夹中有其他 CSV 文件，会与新文件混在一起，未作任何改动；请先移走，或换一个文件夹：",
    "disk": "无法写入 {path}：{detail}",
    "no_permission": "没有写入权限",
    "cannot_create": "此处不能创建文件或文件夹",
    "not_a_folder": "该路径或其上级是文件，不是文件夹",
    "is_a_folder": "已有同名文件夹",
    "disk_full": "磁盘空间不足",
    "name_too_long": "名称过长",
    "catalogue_error": "指标库有误：{detail}",
    "usage_error": "用法不对：{detail}",
    "see_help": "详见 shanhe {command} --help",
    "written": "已生成：",
    "summary": "共核查 {judged} 条规则：错误 {error} 项，警告 {warning} 项，提示 {note} 项。",
    "completed": "年度指标 {all} 项：达到目标 {met} 项，未达到 {short} 项，不能判定 {open} 项。",
    "rate": "预算执行率：{rate}（预算 {budget} 万元，执行 {executed} 万元）。",
    "error": "错误",
    "warning": "警告",
    "note": "提示",
    "cannot_be_judged": "无法判断",
    "cause": "可能原因：",
    "recomputed": "重算：",
    "crash": "规则 {rule} 运行出错（程序问题，请反馈）：{error}",
    "no_entry": "没有“{id}”{near}",
    "near": "；相近的有：{near}",
    "bad_date": "“{found}”不是确定的日期，应写作 2025-12-31",
    "bad_target": "“{found}”既不是 .xlsx 工作簿，也不是文件夹；文件夹名称不带扩展名",
    "bad_year": "应为 2000 至 2100 的年份",
    "missing_value": "选项 {name} 后面缺少内容",
    "too_many": "多余的参数：{found}",
    "none": "没有发现问题。",
    "no_number": "无法计算",
    "unexpected": "程序出错（编号 {id}），没有输出任何文件。请把编号和 {log} 反馈给开发者。",
    "missing_argument": "缺少参数 {name}",
    "no_option": "没有选项 {name}",
    "no_command": "没有命令 {name}{near}",
    "bad_value": "参数 {name} 的值不对：{detail}",
    "bad_choice": "参数 {name} 只能是：{choices}",
}
_EN = {
    "usage": "Usage: ",
    "options": "Options",
    "options_metavar": "[OPTIONS]",
    "command_metavar": "COMMAND [ARGS]...",
    "commands": "Commands",
    "help_option": "Show this help and exit.",
    "version_option": "Show the version and exit.",
    "lang_option": "Language of words: zh or en; follows the system. Official papers are Chinese.",
    "app": """Shanhe: performance self-evaluation of ecological-restoration programmes, and its audit.

A programme's workbook becomes the official report, the form, and a list of findings with proofs.

Exit codes: 0 nothing at error level; 1 findings at error level; 2 not readable, or wrong use.""",
    "evaluate": """Evaluate a programme: report, form, findings, figures.

PROGRAMME is an .xlsx workbook, or a folder of CSV files with the same sheets and columns.

\b
Examples:
  shanhe evaluate programme.xlsx
  shanhe evaluate programme.xlsx -o year-2025 --as-of 2025-12-31
  shanhe evaluate folder --score --force

Exit codes: 0 nothing at error level; 1 findings at error level; 2 not readable, or wrong use.""",
    "check": """Check a programme's data: findings only, no papers.

\b
Examples:
  shanhe check programme.xlsx
  shanhe check programme.xlsx --format html -o findings.html
  shanhe check folder --format json

Exit codes: 0 nothing at error level; 1 findings at error level; 2 not readable, or wrong use.""",
    "demo": """Evaluate the real Baotou programme of 2025 into DIR (default: out).

\b
Examples:
  shanhe demo
  shanhe demo trial --force

Exit codes: 0 done; 2 could not be written.""",
    "init": """Put an empty workbook into DIR, and the same filled with the example.

\b
Example:
  shanhe init my-programme

Exit codes: 0 done; 2 could not be written.""",
    "convert": """Turn a workbook into a folder of CSV files or back; no text is changed.

\b
Examples:
  shanhe convert programme.xlsx folder
  shanhe convert folder programme.xlsx

Exit codes: 0 done; 2 could not be read or written.""",
    "indicators": """List the indicator library, or show one indicator.

\b
Examples:
  shanhe indicators
  shanhe indicators restore_area""",
    "rules": """List the rules, or show what one rests on.

\b
Examples:
  shanhe rules
  shanhe rules TARGET-101""",
    "opt_output": "Folder for the papers; default is out.",
    "opt_file": "Write to this file instead of the screen.",
    "opt_year": "Budget year, such as 2025; default is the workbook's.",
    "opt_as_of": "Day of the data, such as 2025-12-31; default is the workbook's.",
    "opt_score": "Also compute the score (10/50/30/10 unless the catalogue says otherwise).",
    "opt_force": "Files of the same name may be replaced.",
    "opt_catalogue": "A folder laid over the catalogue.",
    "opt_format": "Form of the output; default is text.",
    "reading": "reading",
    "working": "checking",
    "writing": "writing",
    "not_read": "Could not be read; {count} problems:",
    "would_overwrite": "These files exist and nothing was changed; --force replaces them:",
    "unfaithful": "A paper failed our own check, nothing was written: {detail}. Please report it.",
    "would_mix": "The folder holds other CSV files that would mix with the new ones; nothing was changed. Move them away, or take another folder:",
    "disk": "Cannot write {path}: {detail}",
    "no_permission": "no permission",
    "cannot_create": "files cannot be created there",
    "not_a_folder": "the path, or what is above it, is a file and no folder",
    "is_a_folder": "there is a folder of that name",
    "disk_full": "the disk is full",
    "name_too_long": "the name is too long",
    "catalogue_error": "The catalogue is broken: {detail}",
    "usage_error": "Wrong use: {detail}",
    "see_help": "See shanhe {command} --help",
    "written": "Written:",
    "summary": "{judged} rules run: {error} errors, {warning} warnings, {note} notes.",
    "completed": "{all} targets of the year: {met} met, {short} not met, {open} cannot be told.",
    "rate": "Budget execution: {rate} (budget {budget}, executed {executed}, 10,000 yuan).",
    "error": "error",
    "warning": "warning",
    "note": "note",
    "cannot_be_judged": "cannot be judged",
    "cause": "Likely cause: ",
    "recomputed": "Recomputed: ",
    "crash": "Rule {rule} failed (our fault, please report it): {error}",
    "no_entry": "There is no “{id}”{near}",
    "near": "; did you mean {near}?",
    "bad_date": "“{found}” is no definite day; write 2025-12-31",
    "bad_target": "“{found}” is neither an .xlsx workbook nor a folder (without a dot)",
    "bad_year": "a year from 2000 to 2100 is needed",
    "missing_value": "option {name} needs a value",
    "too_many": "more arguments than expected: {found}",
    "none": "Nothing found.",
    "no_number": "not computable",
    "unexpected": "Our program failed (id {id}); nothing was written. Please report the id and {log}.",
    "missing_argument": "missing argument {name}",
    "no_option": "no such option {name}",
    "no_command": "no such command {name}{near}",
    "bad_value": "bad value of {name}: {detail}",
    "bad_choice": "{name} must be one of {choices}",
}
LANGUAGES = ("zh", "en")


def language(arguments: Sequence[str]) -> str:
    """Return the language asked for by ``--lang``, else that of the system."""
    asked = ""
    for place, argument in enumerate(arguments):
        given = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(arguments):
            given = arguments[place + 1]
        asked = given if given in LANGUAGES else asked
    if asked:
        return asked
    return "zh" if _system_locale().lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    if sys.platform == "win32":  # pragma: no cover - Windows tells by its own call
        import locale  # noqa: PLC0415 - only there

        return locale.getlocale()[0] or ""
    return ""


def say(lang: str, key: str, **words: object) -> str:
    """Return one text, filled in."""
    text = (_ZH if lang == "zh" else _EN)[key]
    return text.format(**words) if words else text


def all_words(lang: str) -> Mapping[str, str]:
    """Return all texts of one language; both must have the same keys and placeholders."""
    return _ZH if lang == "zh" else _EN
