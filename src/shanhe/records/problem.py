"""Something handed in could not be read: where, what was found, what is expected, how to mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shanhe.records import unreadable
from shanhe.records.details import EXPECTED, in_chinese
from shanhe.records.source import Source

_ZH: dict[str, tuple[str, str]] = {
    **unreadable.ZH,
    # the file as a whole
    "no_such_file": ("文件或文件夹不存在", "请核对路径；可先运行 shanhe init 生成空白工作簿"),
    "cannot_read": ("文件无法读取（{detail}）", "请关闭正在使用该文件的程序，并确认有读取权限"),
    "not_xlsx": ("不是 .xlsx 格式的工作簿", "请用 Excel 或 WPS 打开后另存为 .xlsx，不要只改扩展名"),
    "one_csv": ("单个 CSV 文件不是完整的工作簿", "请给出存放全部 CSV 文件的文件夹"),
    "old_or_locked": (
        "是旧版 .xls 格式，或设有打开密码",
        "请用 Excel 或 WPS 去掉密码，另存为 .xlsx 后重试",
    ),
    "damaged": ("文件已损坏（{detail}）", "请用 Excel 或 WPS 打开修复，另存为 .xlsx 后重试"),
    "has_macros": ("含有宏", "请另存为不含宏的 .xlsx 后重试"),
    "unsafe_xml": ("文件内部结构不安全（{detail}）", "请用 Excel 或 WPS 另存为 .xlsx 后重试"),
    "too_big": ("文件超出允许范围（{detail}）", "请删除工作簿中多余的空行、图片或隐藏内容后重试"),
    "too_many_rows": ("第 {detail} 行以后还有内容", "请删除多余的行，或拆分工作簿"),
    "too_many_columns": ("第 {detail} 列以后还有内容", "请删除多余的列"),
    "not_utf8": ("不是 UTF-8 编码", "请用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”后重试"),
    "bad_quotes": (
        "第 {detail} 行附近引号不成对",
        "请检查该行的双引号；单元格内的双引号应连写两个",
    ),
    "no_csv": ("文件夹中没有 CSV 文件", "请给出工作簿文件，或存放 CSV 文件的文件夹{suggest}"),
    # sheets
    "no_sheets": (
        "没有找到任何认识的工作表",
        "请使用 shanhe init 生成的工作簿，不要改动工作表名称",
    ),
    "missing_sheet": ("缺少必需的工作表“{sheet}”", "请补充该工作表；表头可从空白工作簿复制"),
    "unknown_sheet": (
        "不认识的工作表",
        "如为自用草稿，请在名称前加“_”；否则改为规定名称{suggest}",
    ),
    "same_sheet": ("有两个同名的工作表“{detail}”", "请只保留一个"),
    "no_rows": ("工作表中没有数据", "请至少填写一行"),
    # headings
    "no_heading": ("第 1 行不是表头", "请在第 1 行补上表头，如：{expected}……"),
    "heading_below": ("表头不在第 1 行，而在第 {row} 行", "请删除表头上方的各行"),
    "missing_column": ("缺少必需的列“{column}”", "请补充该列，列名应与空白工作簿一致"),
    "unknown_column": ("不认识的列", "如为自用备注，请在列名前加“_”；否则改为规定列名{suggest}"),
    "missing_field": ("缺少必需的填报项“{column}”", "请补充该项，名称应与空白工作簿一致"),
    "unknown_field": (
        "不认识的填报项",
        "如为自用备注，请在名称前加“_”；否则改为规定的填报项名称{suggest}",
    ),
    "twice": ("列名或填报项重复出现", "请删除多余的一处，只保留一个"),
    # rows
    "total_row": ("此行是合计行", "请删除合计行，系统自行合计"),
    "same_row": ("与第 {row} 行重复（{expected}相同）", "请删除或合并其中一行"),
    "equal_row": (
        "与第 {row} 行完全相同",
        "如为重复录入，请删除一行；否则请在凭证号、备注等列写明区别",
    ),
    "row_counts_already": ("与现有数据中的一行重复", "请删除本行，改在该数据的原行上更正"),
    "same_name": ("“{found}”与第 {row} 行的名称重复", "请改名，使每个写法只对应一个区域或单位"),
    "known_indicator": ("指标库中已有该指标（{expected}）", "请删除本行，直接使用指标库中的指标"),
    # cells
    "required": ("此处为必填项，但为空", "请填写：{expected}{note}"),
    "not_a_number": (
        "“{found}”不是数值",
        "请只填数字，不加“约”等文字；尚无数值的，非必填列可留空",
    ),
    "not_an_amount": (
        "“{found}”不是数值",
        (
            "请只填数字，计量单位填在单位列；没有数值的填“-”；"
            "定性指标填文字，其中自有指标须在“自有指标”表的“方向”列填“定性”"
        ),
    ),
    "not_whole": ("“{found}”不是整数", "请填写整数"),
    "not_a_date": (
        "“{found}”不是确定的日期",
        "请按“2025-07-07”或“2025年7月7日”填写到日",
    ),
    "not_a_year": ("“{found}”不是年份", "请填写四位年份，如“2025”"),
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
        "请换算为{expected}后填写{note}",
    ),
    "no_unit": ("该列只填数字，不应带单位“{found}”", "请删除单位，并核对数值"),
    "unknown_indicator": (
        "指标库中没有“{found}”",
        "请改用指标库中的名称{suggest}，或在“自有指标”表中登记",
    ),
    "unknown_place": ("“区域与单位”表中没有“{found}”", "请先在“区域与单位”表登记{suggest}"),
    "no_value": ("公式没有保存计算结果", "请用 Excel 或 WPS 打开并保存一次，或直接填写数值"),
    "error_value": ("单元格为错误值“{found}”", "请改正公式或直接填写数值"),
    "odd_format": (
        "数字格式“{found}”使显示的数与实际的数不同",
        "请把单元格格式改为“常规”或“数值”，核对后重新填写",
    ),
    "merged": (
        "此单元格已被合并，没有自己的内容",
        "请取消合并单元格，逐行逐列填写",
    ),
    "stray_value": ("没有列名的列中有内容“{found}”", "请删除，或为该列补上规定的列名"),
    "nameless_value": ("有内容“{found}”，但没有填报项名称", "请删除，或补上填报项名称"),
    # what cannot be converted
    "too_long": ("文字超过 Excel 单元格的上限 {expected} 字", "请缩短文字，或改用 CSV"),
    "bad_sheet_name": (
        "名称“{found}”不能同时用作工作表名和文件名",
        '请改名：不超过 31 字，不含 \\ / : * ? " < > | [ ]，首尾不用空格、句点和单引号',
    ),
}
_EN: dict[str, tuple[str, str]] = {
    **unreadable.EN,
    "no_such_file": ("no such file or folder", "check the path; shanhe init makes a workbook"),
    "cannot_read": (
        "cannot be read ({detail})",
        "close programs that use it and check your permission",
    ),
    "not_xlsx": (
        "is no .xlsx workbook",
        "open it in Excel or WPS and save it as .xlsx; renaming is not enough",
    ),
    "one_csv": ("one CSV file is no whole workbook", "give the folder of all CSV files"),
    "old_or_locked": (
        "an old .xls file, or one with a password",
        "remove the password and save it as .xlsx with Excel or WPS",
    ),
    "damaged": ("the file is damaged ({detail})", "repair it in Excel or WPS and save it again"),
    "has_macros": ("contains macros", "save it as .xlsx without macros"),
    "unsafe_xml": ("its inner structure is unsafe ({detail})", "save it again with Excel or WPS"),
    "too_big": ("beyond what is allowed ({detail})", "remove surplus rows, pictures, hidden parts"),
    "too_many_rows": ("there is content below row {detail}", "remove surplus rows or split it"),
    "too_many_columns": ("there is content beyond column {detail}", "remove surplus columns"),
    "not_utf8": ("not encoded as UTF-8", "save it as “CSV UTF-8” with Excel or WPS"),
    "bad_quotes": (
        "quotes do not match near line {detail}",
        "check the quotes there; a quote inside a cell is written twice",
    ),
    "no_csv": ("no CSV file in the folder", "give a workbook, or a folder of CSV files{suggest}"),
    "no_sheets": ("no known sheet in it", "use the workbook of shanhe init, keep its sheet names"),
    "missing_sheet": ("the required sheet “{sheet}” is missing", "add it; see an empty workbook"),
    "unknown_sheet": (
        "unknown sheet",
        "if it is your own draft, begin its name with “_”; else use a known name{suggest}",
    ),
    "same_sheet": ("two sheets are called “{detail}”", "keep one of them"),
    "no_rows": ("no data in the sheet", "fill in at least one row"),
    "no_heading": ("row 1 holds no headings", "put the headings into row 1: {expected} …"),
    "heading_below": ("the headings are in row {row}, not in row 1", "remove the rows above them"),
    "missing_column": (
        "the required column “{column}” is missing",
        "add it as in an empty workbook",
    ),
    "unknown_column": (
        "unknown column",
        "if it is your own note, begin its heading with “_”; else use a known one{suggest}",
    ),
    "missing_field": (
        "the required entry “{column}” is missing",
        "add it as in an empty workbook",
    ),
    "unknown_field": (
        "unknown entry",
        "if it is your own note, begin its name with “_”; else use a known one{suggest}",
    ),
    "twice": ("the heading or entry stands twice", "keep one of them"),
    "total_row": ("a row of totals", "remove it; totals are computed"),
    "same_row": ("repeats row {row}: the same {expected}", "remove or merge one of the two"),
    "row_counts_already": ("repeats a row that counts", "remove it; correct that row in its place"),
    "equal_row": ("the same as row {row}", "remove one of them, or write down how they differ"),
    "same_name": (
        "“{found}” is also a name in row {row}",
        "rename one, so that each spelling means one place",
    ),
    "known_indicator": (
        "the catalogue has this indicator already ({expected})",
        "remove the row and use the catalogue's",
    ),
    "required": ("required, but empty", "fill in: {expected}"),
    "not_a_number": ("“{found}” is no number", "type digits only; leave it empty if there is none"),
    "not_an_amount": (
        "“{found}” is no number",
        (
            "type digits only, the unit in the unit column, “-” if there is none; "
            "a qualitative indicator takes words; one of your own needs 定性 as its direction"
        ),
    ),
    "not_whole": ("“{found}” is no whole number", "type a whole number"),
    "not_a_date": ("“{found}” is no definite day", "write 2025-07-07 or 2025年7月7日"),
    "not_a_year": ("“{found}” is no year", "write four digits, such as 2025"),
    "not_a_period": ("“{found}” is no period", "write a year (2025) or 实施期"),
    "not_a_choice": ("“{found}” is none of: {expected}", "choose from the list{suggest}"),
    "unknown_unit": ("unknown unit “{found}”", "use 公顷, 个, 处, 万元, % …"),
    "two_units": (
        "the value says “{found}”, the unit column says “{expected}”",
        "convert the value or correct the unit (1公顷=15亩)",
    ),
    "two_signs": ("the value says “{found}”, the sign column “{expected}”", "keep one of them"),
    "wrong_unit": (
        "the unit “{found}” is not the column's “{expected}”",
        "convert to {expected}{note}",
    ),
    "no_unit": ("the column takes no unit, but “{found}” stands there", "remove it"),
    "unknown_indicator": (
        "the catalogue has no indicator “{found}”",
        "use the catalogue's name{suggest}, or register it on the sheet 自有指标",
    ),
    "unknown_place": (
        "“{found}” is not on the sheet 区域与单位",
        "register it there first{suggest}",
    ),
    "no_value": (
        "a formula without a saved result",
        "open and save it in Excel or WPS once, or type the value",
    ),
    "error_value": ("the cell holds the error “{found}”", "correct the formula or type the value"),
    "odd_format": (
        "the number format “{found}” shows another number than the one stored",
        "format the cell as General or Number, and check the value",
    ),
    "merged": ("the cell is merged into another, and has no content", "unmerge and fill in each"),
    "stray_value": ("“{found}” stands in a column without heading", "remove it or add the heading"),
    "nameless_value": ("“{found}” stands beside no entry's name", "remove it or add the name"),
    "too_long": ("longer than an Excel cell can be ({expected})", "shorten it, or use CSV"),
    "bad_sheet_name": (
        "“{found}” cannot name both a sheet and a file",
        'rename it: at most 31 characters, without \\ / : * ? " < > | [ ] or blanks at its ends',
    ),
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
        words = {"found": self.where.text, "expected": "", "detail": "", **self.words}
        suggest, note = words.get("suggest", ""), words.get("note", "")
        if lang == "zh":
            words["suggest"] = f"（您是否想填：{suggest}）" if suggest else ""
            words["note"] = f"（{note}）" if note else ""
            words["detail"] = in_chinese(words["detail"])
        else:
            words["suggest"] = f" (did you mean {suggest}?)" if suggest else ""
            words["note"] = f" ({note})" if note else ""
            words["expected"] = EXPECTED.get(words["expected"], words["expected"])
        says, mend = (_ZH if lang == "zh" else _EN)[self.kind]
        return says.format_map(words).replace("（）", ""), mend.format_map(words)

    @staticmethod
    def kinds() -> Mapping[str, tuple[tuple[str, str], tuple[str, str]]]:
        """Return every kind, with what it says and how to mend it in both languages."""
        return {kind: (_ZH[kind], _EN[kind]) for kind in _ZH}

    def text(self, lang: str = "zh") -> str:
        """Return place, what is wrong and how to mend it, in one line."""
        says, mend = self._filled(lang)
        if lang == "zh":
            return f"{self.where.place(lang)}：{says}。{mend}。"
        return f"{self.where.place(lang)}: {says}. {mend[0].upper()}{mend[1:]}."

    def as_dict(self, lang: str = "zh") -> dict[str, object]:
        """Return the problem for a machine."""
        says, mend = self._filled(lang)
        return {"kind": self.kind, "where": self.where.place(lang), "says": says, "mend": mend}
