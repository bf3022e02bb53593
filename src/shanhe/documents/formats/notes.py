"""What a reader has left out or decided, in words for people."""

_NOTES: dict[str, tuple[str, str]] = {
    "tracked": (
        "文件带有修订痕迹，已按接受全部修订后的文字读入",
        "tracked changes were read as if all were accepted",
    ),
    "hidden": ("隐藏文字未读入", "hidden text was left out"),
    "macros": ("文件含宏，未运行、未读入", "macros were neither run nor read"),
    "pictures": (
        "图片中的文字未读入，请核对图片内是否有需要审核的数据",
        "words inside pictures were not read; see whether they hold data",
    ),
    "embedded": ("嵌入的对象或链接的文件未读入", "embedded objects and linked files were not read"),
    "comments": ("批注未读入", "comments were not read"),
    "placeholder": (
        "未填写的内容控件提示文字未读入",
        "hints of empty content controls were left out",
    ),
    "contents": ("自动生成的目录未读入", "the generated table of contents was left out"),
    "symbols": (
        "含有无法识别的符号字体字符，读作“\ufffd”",
        "unknown letters of symbol fonts were read as “\ufffd”",
    ),
    "covered": (
        "被合并单元格遮住的文字未读入",
        "words that merged cells cover were left out",
    ),
    "gb18030": (
        "文件不是 UTF-8 编码，已按 GB18030 读入，请核对文字",
        "the file is not UTF-8; it was read as GB18030, please check the words",
    ),
    "controls": (
        "文件含有控制字符，读作“\ufffd”",
        "control characters were read as “\ufffd”",
    ),
    "converted": (
        "文件已由 LibreOffice 转换后读入，请核对与原件是否一致",
        "the file was converted by LibreOffice before reading; please compare it with the original",
    ),
    "frames": ("网页中引用的外部内容未读入", "what the page takes from elsewhere was not read"),
    "lines_joined": (
        "PDF 没有段落和合并单元格信息，段落由各行文字推断拼接，表格由框线推断",
        "a PDF knows no paragraphs or cells: they were inferred from lines of text and ruled lines",
    ),
    "tables_joined": (
        "跨页表格已拼接为一个表",
        "tables that run over pages were joined",
    ),
    "page_pictures": (
        "有的页面只有图像、没有文字层，未读入：第 {detail} 页",
        "pages of pictures without text were not read: {detail}",
    ),
    "scanned_text": (
        "有的页面是扫描图像，其文字由识别得来，可能有错：第 {detail} 页",
        "pages that are scans with recognised text, which may be wrong: {detail}",
    ),
    "no_results": (
        "有公式没有保存计算结果，读作空白：{detail}",
        "formulas saved without results were read as blank: {detail}",
    ),
    "odd_formats": (
        "有单元格的显示格式改变了数值，读作空白：{detail}",
        "cells whose format shows another number were read as blank: {detail}",
    ),
}


_MOST_DETAILS = 20


class Notes:
    """The notes of one document, each once."""

    def __init__(self) -> None:
        self._kinds: dict[str, list[str]] = {}

    def add(self, kind: str, detail: str = "") -> None:
        """Add a note; details of the same kind are listed together."""
        details = self._kinds.setdefault(kind, [])
        if detail and len(details) <= _MOST_DETAILS and detail not in details:
            details.append(detail)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the notes (zh, en)."""
        return tuple(
            (zh.format(detail=_listed(details, "、", "等")), en.format(detail=_listed(details)))
            for kind, details in self._kinds.items()
            for zh, en in (_NOTES[kind],)
        )


def _listed(details: list[str], comma: str = ", ", more: str = " …") -> str:
    return comma.join(details[:_MOST_DETAILS]) + (more if len(details) > _MOST_DETAILS else "")
