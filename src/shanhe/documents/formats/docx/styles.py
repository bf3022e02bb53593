"""The style sheet: every look of a paper is a named style, none is set by hand."""

from dataclasses import dataclass

from shanhe.documents.formats.docx.inlines import MISSING_STYLE
from shanhe.documents.formats.docx.looks import Face, Look
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.office import HEAD

LATIN = "Times New Roman"


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: Word's name of it, its paragraph and its characters."""

    id: str
    name: str
    paragraph: str
    characters: str
    follows: str = ""

    def xml(self) -> str:
        kind = ' w:default="1"' if self.id == "Normal" else ""
        kind += "" if self.name.isascii() else ' w:customStyle="1"'
        follows = f'<w:next w:val="{self.follows}"/>' if self.follows else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.id}"{kind}>'
            f'<w:name w:val="{self.name}"/>{follows}<w:qFormat/>'
            f"<w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.characters}</w:rPr></w:style>"
        )


def styles_xml(look: Look) -> bytes:
    """The part ``word/styles.xml``."""
    styles = "".join(style.xml() for style in (*_text(look), *_tables(look), _number(look)))
    return (
        f'{HEAD}<w:styles xmlns:w="{W}">{_defaults(look)}{styles}{_fixed()}</w:styles>'
    ).encode()


def _characters(face: Face, pitch: float = 0, latin: str = LATIN) -> str:
    size = round(face.size * 2)
    return (
        f'<w:rFonts w:ascii="{latin}" w:eastAsia="{face.font}" w:hAnsi="{latin}" w:cs="{latin}"/>'
        + ("<w:b/><w:bCs/>" if face.bold else "")
        + (f'<w:spacing w:val="{round(pitch * 20)}"/>' if pitch else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _spacing(leading: float | None, before: float = 0, after: float = 0) -> str:
    line = "240" if leading is None else str(round(leading * 20))
    rule = "auto" if leading is None else "exact"
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
        f' w:line="{line}" w:lineRule="{rule}"/>'
    )


def _indent(face: Face) -> str:
    return f'<w:ind w:firstLineChars="200" w:firstLine="{round(face.size * 40)}"/>'


def _text(look: Look) -> list[_Style]:
    body, lines = _characters(look.body, look.pitch), _spacing(look.leading)
    after = look.leading or look.body.size
    title = _spacing(None if look.leading is None else 36, after=after)
    return [
        _Style("Normal", "Normal", f'{lines}<w:jc w:val="both"/>', body),
        _Style(
            "NormalIndent",
            "Normal Indent",
            f'{lines}{_indent(look.body)}<w:jc w:val="both"/>',
            body,
        ),
        _Style(
            "Title",
            "Title",
            f'<w:keepNext/><w:keepLines/>{title}<w:jc w:val="center"/>',
            _characters(look.title),
            "NormalIndent",
        ),
        *(_heading(look, level) for level in range(1, 5)),
    ]


def _heading(look: Look, level: int) -> _Style:
    face = look.headings[level - 1]
    space = 0.0 if look.leading else 6.0
    paragraph = (
        f"<w:keepNext/><w:keepLines/>{_spacing(look.leading, space, space)}"
        f"{_indent(face) if look.head_indent else ''}"
        f'<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>'
    )
    characters = _characters(face, look.pitch)
    return _Style(f"Heading{level}", f"heading {level}", paragraph, characters, "NormalIndent")


def _tables(look: Look) -> list[_Style]:
    caption = _characters(Face("黑体", 12))
    narrow, wide = look.narrow, look.wide
    return [
        _cell("TableNarrow", "表文", narrow),
        _cell("TableNarrowHead", "表头", Face("黑体", narrow.size)),
        _cell("TableWide", "表文（大）", wide),
        _cell("TableWideHead", "表头（大）", Face("黑体", wide.size)),
        _Style(
            "TableCaption",
            "表题",
            f'<w:keepNext/><w:keepLines/>{_spacing(None, 6, 3)}<w:jc w:val="center"/>',
            caption,
        ),
        _Style(
            "TableUnit",
            "表单位",
            f'<w:keepNext/>{_spacing(None, 0, 2)}<w:jc w:val="right"/>',
            _characters(narrow),
        ),
        _Style("TableEnd", "表后", _spacing(8), _characters(Face("宋体", 4))),
        _Style(
            "PictureLine",
            "图",
            f'<w:keepNext/>{_spacing(None, 6)}<w:jc w:val="center"/>',
            _characters(narrow),
        ),
        _Style(
            "Caption",
            "caption",
            f'<w:keepLines/>{_spacing(None, 3, 8)}<w:jc w:val="center"/>',
            caption,
        ),
    ]


def _cell(id_: str, name: str, face: Face) -> _Style:
    return _Style(id_, name, f'<w:snapToGrid w:val="0"/>{_spacing(None)}', _characters(face))


def _number(look: Look) -> _Style:
    line = _spacing(look.number.size + 4)
    return _Style("Footer", "footer", line, _characters(look.number, latin=look.number.font))


def _defaults(look: Look) -> str:
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_characters(look.body)}{language}</w:rPr>"
        "</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )


def _fixed() -> str:
    """Styles that are the same in every look."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
    )
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        # Shading that is still seen as grey on paper, and a line for where it is not.
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{MISSING_STYLE}">'
        '<w:name w:val="缺失"/><w:qFormat/><w:rPr><w:u w:val="dottedHeavy"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="FFE17A"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
