"""A document could not be audited, or its answers not be read: what, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass

from shanhe.records.problem import Problem

_ZH: dict[str, tuple[str, str]] = {
    "no_documents": ("没有可以审核的文件", "请核对路径；可审核的格式有：{expected}"),
    "left_out": ("{detail}", "请据此判断是否需要人工核对"),
    "no_figures": (
        "没有找到可以核查的绩效数据，未作任何核查",
        "请确认这是绩效自评材料；扫描件请先转为文字",
    ),
    "little_understood": (
        "{numbers} 个数字中有 {open} 个没有读懂，核查不完整",
        "转存为文本时表格的行列可能已经丢失，请提交 Word 或 Excel 原件",
    ),
    "no_year": ("没有找到绩效年度", "已按 {expected} 年的规定核查；请在标题中写明年度"),
    "reader_failed": ("读取时程序出错（{detail}），该文件未审核", "属于程序问题，请反馈"),
    "rule_failed": ("规则 {rule} 运行出错（{detail}），该规则未核查", "属于程序问题，请反馈"),
    # the answers beside it
    "answers_headings": ("缺少必需的列“{expected}”", "请补充该列；可重新生成空白答复表"),
    "answers_key": ("“{found}”不是问题标识", "请照抄答复表中的问题标识，如 TARGET-101-3f9a01c2"),
    "answers_reply": ("“{found}”不是规定的答复", "请填写：接受、说明或更正；未答复的留空"),
    "answers_who": ("没有填写答复人", "请填写姓名"),
    "answers_reason": ("答复为“说明”，但没有写理由", "请写明理由"),
    "answers_day": ("“{found}”不是确定的日期", "请按“2026-01-31”填写到日"),
    "answers_twice": ("与第 {row} 行是同一个问题", "请只保留一行"),
    "answers_file": (
        "答复表无法读取（{detail}）",
        "请用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”",
    ),
}
_EN: dict[str, tuple[str, str]] = {
    "no_documents": ("no document that can be audited", "check the path; formats: {expected}"),
    "left_out": ("{detail}", "see whether a person has to look at it"),
    "no_figures": (
        "no performance figures were found, so nothing was audited",
        "make sure that it is a performance report; turn scans into text first",
    ),
    "little_understood": (
        "{open} of {numbers} numbers are not understood, so the audit is incomplete",
        "tables may have lost their rows when it was saved as text; hand in the Word or Excel file",
    ),
    "no_year": ("no budget year was found", "judged by the rules of {expected}; state the year"),
    "reader_failed": ("reading failed ({detail}); not audited", "our fault, please report it"),
    "rule_failed": ("rule {rule} failed ({detail}); not judged", "our fault, please report it"),
    "answers_headings": (
        "the column “{expected}” is missing",
        "add it, or make a new answer sheet",
    ),
    "answers_key": ("“{found}” is no key of a finding", "copy it, such as TARGET-101-3f9a01c2"),
    "answers_reply": (
        "“{found}” is no answer",
        "write 接受, 说明 or 更正; leave it empty for none",
    ),
    "answers_who": ("nobody is named", "write who answers"),
    "answers_reason": ("an explanation without a reason", "write the reason"),
    "answers_day": ("“{found}” is no definite day", "write 2026-01-31"),
    "answers_twice": ("the same finding as row {row}", "keep one of the two rows"),
    "answers_file": ("the answers cannot be read ({detail})", "save them as “CSV UTF-8”"),
}


@dataclass(frozen=True, slots=True)
class PaperProblem(Problem):
    """A problem with a document that somebody wrote, in its own words."""

    def _filled(self, lang: str) -> tuple[str, str]:
        own = _ZH if lang == "zh" else _EN
        says, mend = own[self.kind]
        words = {"found": self.where.text, "expected": "", "detail": "", **self.words}
        words["detail"] = words.get(f"detail_{lang}") or words["detail"]
        return says.format_map(words), mend.format_map(words)

    @staticmethod
    def kinds() -> Mapping[str, tuple[tuple[str, str], tuple[str, str]]]:
        """Return every kind, with what it says and how to mend it in both languages."""
        return {kind: (_ZH[kind], _EN[kind]) for kind in _ZH}
