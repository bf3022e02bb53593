"""The few words that fill a message, in its other language: of files in Chinese, of cells in English."""

from shanhe.values.regex import regex

_WORDS = (
    (r"(?P<n>[\d,]+) B", "{n} 字节"),
    (r"> (?P<n>[\d,]+) MB", "超过 {n} MB"),
    (r"it is not a zip", "不是 Office 文件的压缩结构"),
    (r"two parts of one name", "有两个同名的内部文件"),
    (r"(?P<n>\d+) parts, more than (?P<most>\d+)", "内部文件 {n} 个，超过 {most} 个"),
    (r"it has no (?P<n>.+)", "缺少 {n}"),
    (r"(?P<n>.+) is damaged or encrypted", "{n} 已损坏或加密"),
    (r"(?P<n>.+) has more than (?P<most>[\d,]+) bytes", "{n} 超过 {most} 字节"),
    (r"(?P<n>.+) has more than (?P<most>[\d,]+) tags", "{n} 的标记超过 {most} 个"),
    (r"more than (?P<most>[\d,]+) tags", "标记超过 {most} 个"),
    (
        r"(?P<n>.+) is more than (?P<most>\d+) times its packed size",
        "{n} 解压后超过压缩大小的 {most} 倍",
    ),
    (r"(?P<n>.+) declares a document type", "{n} 含有文档类型声明"),
    (r"(?P<n>.+) is not well-formed: .*xcessive depth.*", "{n} 嵌套过深"),
    (r"(?P<n>.+) is not well-formed: .*", "{n} 的 XML 结构有误"),
    (r"elements nest too deeply", "标签嵌套过深"),
    (r"more than (?P<most>[\d,]+) MB of text", "文字超过 {most} MB"),
    (r"more than (?P<most>[\d,]+) lines", "超过 {most} 行"),
    (r"more than (?P<most>[\d,]+) paragraphs and cells", "段落和单元格超过 {most} 个"),
    (r"tables of more than (?P<most>[\d,]+) places", "表格合计超过 {most} 格"),
    (r"a table of more than (?P<most>[\d,]+) places", "表格超过 {most} 格"),
    (r"a table of more than (?P<most>[\d,]+) columns", "表格超过 {most} 列"),
    (r"a cell of (?P<n>\d+) columns", "单元格横跨 {n} 列"),
    (r"a cell that spans (?P<n>.+)", "单元格横跨 {n} 格"),
    (r"(?P<n>\d+) control characters", "有 {n} 个控制字符"),
    (r"byte (?P<n>\d+): .*", "第 {n} 个字节起无法解码"),
    (r"not a Word file .*", "不是 Word 文件（.docx）：主体部分不是文档"),
    (r"PDF reader ended with -?\d+", "PDF 读取程序异常退出"),
    (r"PDF: (?P<n>[\d.]+) s", "PDF，超过 {n} 秒"),
    (r"PDF: (?P<n>[\d,]+) pages", "PDF，{n} 页"),
    (r"PDF, (?P<n>[\d,]+) pages", "PDF，{n} 页"),
    (r"PDF: (?P<n>[\d,]+) letters on a page", "PDF，一页有 {n} 个字符"),
    (r"PDF: .*", "PDF 结构有误"),
    (
        r"(?P<n>[\d,]+) letters at one place, more than (?P<most>[\d,]+)",
        "一处有 {n} 字，超过 {most} 字",
    ),
    (r"more than (?P<most>[\d,]+) blanks on end", "连续空白超过 {most} 个"),
    (
        r"(?P<n>[\d,]+) paragraphs and cells, more than (?P<most>[\d,]+)",
        "段落和单元格 {n} 个，超过 {most} 个",
    ),
    (r"(?P<n>[\d,]+) letters together, more than (?P<most>[\d,]+)", "全文 {n} 字，超过 {most} 字"),
    (r"long texts of (?P<n>[\d,]+) letters together", "过长的段落合计 {n} 字"),
    (r"OLE: .*", "旧版 Office 文件结构有误"),
    (r"EncryptedPackage", "整个文件已加密"),
    (r"row (?P<n>\d+)", "第 {n} 行"),
    (r"(?P<n>[\d.]+) s", "{n} 秒"),
    (r"Permission denied", "没有读取权限"),
    (r"Is a directory", "是文件夹"),
    (r"Too many levels of symbolic links", "链接指向自身"),
    (r"File name too long", "文件名过长"),
    (r"Input/output error", "磁盘读取出错"),
    (r"(?P<n>xl/.+?|word/.+?): .*", "{n} 的内容有误"),
)
EXPECTED = {
    "文字": "text",
    "选项": "a choice",
    "日期": "a day",
    "年份": "a year",
    "期间": "a year, or 实施期",
    "整数": "a whole number",
    "金额（万元）": "an amount in 万元",
    "百分数": "a percentage",
    "数值": "a number",
    "指标值": "a value",
    "区域或单位": "a place of the sheet 区域与单位",
    "指标名称": "an indicator's name",
}
"""What may be expected of a cell, in English."""
_KNOWN = tuple((regex(english), chinese) for english, chinese in _WORDS)
_ENGLISH = regex(r"[A-Za-z]{2,}[ :]+[A-Za-z]{2,}|[a-z]+[A-Z][a-z]+|[A-Z][a-z]+Error")


def in_chinese(detail: str) -> str:
    """Return what exactly is wrong, in Chinese; empty where a library said it in words not known here.

    Example:
        ``it has no word/document.xml`` is ``缺少 word/document.xml``; ``.wps`` stays.
    """
    for english, chinese in _KNOWN:
        found = english.fullmatch(detail)
        if found:
            return chinese.format_map(found.groupdict())
    return "" if _ENGLISH.search(detail) and detail.isascii() else detail
