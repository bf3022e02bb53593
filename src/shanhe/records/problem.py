"""Something handed in could not be read: where, what was found, what is expected, how to mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shanhe.records.source import Source

_ZH: dict[str, tuple[str, str]] = {
    "no_such_file": ("文件或文件夹不存在", "请核对路径；可先运行 shanhe init 生成空白工作簿"),
    "not_a_workbook": (
        "无法作为 Excel 工作簿打开（{detail}）",
        "请用 Excel 或 WPS 另存为 .xlsx 后重试",
    ),
    "too_big": ("文件超出允许范围（{detail}）", "请删除工作簿中多余的空行、图片或隐藏内容后重试"),
    "no_sheets": (
        "没有找到任何认识的工作表",
        "请使用 shanhe init 生成的工作簿，不要改动工作表名称",
    ),
    "missing_sheet": ("缺少必需的工作表“{sheet}”", "请补充该工作表；表头可从空白工作簿复制"),
    "unknown_sheet": (
        "不认识的工作表",
        "如为自用草稿，请在名称前加“_”；否则改为规定名称{suggest}",
    ),
    "missing_column": ("缺少必需的列“{column}”", "请补充该列，列名应与空白工作簿一致"),
    "unknown_column": ("不认识的列", "如为自用备注，请在列名前加“_”；否则改为规定列名{suggest}"),
    "unknown_field": ("不认识的填报项", "请改为规定的填报项名称{suggest}"),
    "twice": ("列名或填报项重复出现", "请删除多余的一处，只保留一个"),
    "no_rows": ("工作表中没有数据", "请至少填写一行"),
    "required": ("此处为必填项，但为空", "请填写{expected}"),
    "not_a_number": (
        "“{found}”不是数值，应为{expected}",
        "请只填数字，计量单位填在单位列；尚无数值时留空或填“-”",
    ),
    "not_whole": ("“{found}”应为整数", "请填写整数"),
    "not_a_date": (
        "“{found}”不是确定的日期",
        "请按“2025-07-07”或“2025年7月7日”填写到日",
    ),
    "not_a_period": ("“{found}”不是规定的期间", "请填写年度（如“2025”）或“实施期”"),
    "not_a_choice": ("“{found}”不在可选范围内，应为：{expected}", "请从下拉列表中选择{suggest}"),
    "unknown_unit": ("不认识的计量单位“{found}”", "请使用规范单位，如公顷、个、处、万元、%"),
    "two_units": (
        "数值中写有单位“{found}”，与单位列“{expected}”不一致",
        "请统一单位：按单位列换算数值，或改正单位列（1公顷=15亩）",
    ),
    "two_signs": ("数值中写有“{found}”，与符号列“{expected}”不一致", "请只保留一处符号"),
    "wrong_unit": (
        "单位“{found}”与该列规定单位“{expected}”不同",
        "请换算为{expected}后填写（1亿元=10000万元，1万元=10000元）",
    ),
    "unknown_indicator": (
        "指标库中没有“{found}”",
        "请改用指标库中的名称{suggest}，或在“自有指标”表中登记",
    ),
    "unknown_place": ("“区域与单位”表中没有“{found}”", "请先在“区域与单位”表登记{suggest}"),
    "no_value": ("公式没有保存计算结果", "请用 Excel 或 WPS 打开并保存一次，或直接填写数值"),
    "error_value": ("单元格为错误值“{found}”", "请改正公式或直接填写数值"),
    "stray_value": ("没有列名的列中有内容“{found}”", "请删除，或为该列补上规定的列名"),
    "bad_text": ("文字无法识别（{detail}）", "请将 CSV 文件另存为 UTF-8 编码后重试"),
}
_EN: dict[str, tuple[str, str]] = {
    "no_such_file": (
        "no such file or folder",
        "check the path; shanhe init makes an empty workbook",
    ),
    "not_a_workbook": (
        "cannot be opened as a workbook ({detail})",
        "save it as .xlsx with Excel or WPS and try again",
    ),
    "too_big": ("beyond what is allowed ({detail})", "remove surplus rows, pictures, hidden parts"),
    "no_sheets": ("no known sheet in it", "use the workbook of shanhe init, keep its sheet names"),
    "missing_sheet": ("the required sheet “{sheet}” is missing", "add it; see an empty workbook"),
    "unknown_sheet": (
        "unknown sheet",
        "if it is your own draft, begin its name with “_”; else use a known name{suggest}",
    ),
    "missing_column": (
        "the required column “{column}” is missing",
        "add it as in an empty workbook",
    ),
    "unknown_column": (
        "unknown column",
        "if it is your own note, begin its heading with “_”; else use a known one{suggest}",
    ),
    "unknown_field": ("unknown entry", "use a known entry{suggest}"),
    "twice": ("the heading or entry stands twice", "keep one of them"),
    "no_rows": ("no data in the sheet", "fill in at least one row"),
    "required": ("required, but empty", "fill in {expected}"),
    "not_a_number": (
        "“{found}” is no number; expected {expected}",
        "type digits only, the unit in the unit column; leave empty or “-” if there is none yet",
    ),
    "not_whole": ("“{found}” should be a whole number", "type a whole number"),
    "not_a_date": ("“{found}” is no definite day", "write 2025-07-07 or 2025年7月7日"),
    "not_a_period": ("“{found}” is no period", "write a year (2025) or 实施期"),
    "not_a_choice": ("“{found}” is none of: {expected}", "choose from the list{suggest}"),
    "unknown_unit": ("unknown unit “{found}”", "use 公顷, 个, 处, 万元, % …"),
    "two_units": (
        "the value says “{found}”, the unit column says “{expected}”",
        "convert the value or correct the unit (1公顷=15亩)",
    ),
    "two_signs": ("the value says “{found}”, the sign column “{expected}”", "keep one of them"),
    "wrong_unit": ("the unit “{found}” is not the column's “{expected}”", "convert to {expected}"),
    "unknown_indicator": (
        "the catalogue has no indicator “{found}”",
        "use the catalogue's name{suggest}, or register it on the sheet 自有指标",
    ),
    "unknown_place": (
        "“{found}” is not on the sheet 区域与单位",
        "register it there first{suggest}",
    ),
    "no_value": ("a formula without a saved result", "open and save it in Excel or WPS once"),
    "error_value": ("the cell holds the error “{found}”", "correct the formula"),
    "stray_value": ("“{found}” stands in a column without heading", "remove it or add the heading"),
    "bad_text": ("the text cannot be decoded ({detail})", "save the CSV file as UTF-8"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read.

    Attributes:
        kind: what is wrong; one of the keys of the messages.
        where: the place.
        words: what fills the message: ``found``, ``expected``, ``suggest``, …
    """

    kind: str
    where: Source
    words: Mapping[str, str] = field(default_factory=dict)

    def _filled(self, lang: str) -> tuple[str, str]:
        suggest = self.words.get("suggest", "")
        if suggest:
            suggest = (
                f"（您是否想填：{suggest}）" if lang == "zh" else f" (did you mean {suggest}?)"
            )
        words = {"found": self.where.text, "expected": "", **self.words, "suggest": suggest}
        says, mend = (_ZH if lang == "zh" else _EN)[self.kind]
        return says.format_map(words), mend.format_map(words)

    def text(self, lang: str = "zh") -> str:
        """Return place, what is wrong and how to mend it, in one line."""
        says, mend = self._filled(lang)
        colon, stop = ("：", "。") if lang == "zh" else (": ", ". ")
        return f"{self.where.place(lang)}{colon}{says}{stop}{mend}"

    def as_dict(self, lang: str = "zh") -> dict[str, object]:
        """Return the problem for a machine."""
        says, mend = self._filled(lang)
        return {"kind": self.kind, "where": self.where.place(lang), "says": says, "mend": mend}
