"""Page, type and package of a written Word file."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import TypeAlias

import docx
from lxml import etree

from shanhe.documents.blocks import Heading, PageBreak, Paper, Paragraph, Title
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.write import docx_bytes

Part: TypeAlias = Callable[[bytes, str], etree._Element]
NS = {"w": W}


def attributes(node: etree._Element, path: str) -> dict[str, str]:
    found = node.find(path, NS)
    assert found is not None, path
    return {etree.QName(name).localname: str(value) for name, value in found.attrib.items()}


def style(data: bytes, part: Part, name: str) -> etree._Element:
    found = part(data, "word/styles.xml").find(f"w:style[@w:styleId='{name}']", NS)
    assert found is not None
    return found


def test_margins_are_those_of_official_papers(paper: Paper, part: Part) -> None:
    section = part(docx_bytes(paper), "word/document.xml")
    assert attributes(section, ".//w:pgSz") == {"w": "11906", "h": "16838"}
    margins = attributes(section, ".//w:pgMar")
    assert (margins["top"], margins["bottom"]) == ("2098", "1984")  # 37 and 35 mm
    assert (margins["left"], margins["right"]) == ("1587", "1474")  # 28 and 26 mm


def test_body_is_three_hao_on_fixed_lines(paper: Paper, part: Part) -> None:
    body = style(docx_bytes(paper), part, "NormalIndent")
    assert attributes(body, "w:rPr/w:rFonts")["eastAsia"] == "仿宋_GB2312"
    assert attributes(body, "w:rPr/w:rFonts")["ascii"] == "Times New Roman"
    assert attributes(body, "w:rPr/w:sz") == {"val": "32"}
    spacing = attributes(body, "w:pPr/w:spacing")
    assert (spacing["line"], spacing["lineRule"]) == ("560", "exact")
    assert attributes(body, "w:pPr/w:ind")["firstLineChars"] == "200"


def test_headings_are_real_headings(paper: Paper, part: Part) -> None:
    data = docx_bytes(paper)
    fonts = []
    for level in (1, 2, 3):
        heading = style(data, part, f"Heading{level}")
        assert attributes(heading, "w:name") == {"val": f"heading {level}"}
        assert attributes(heading, "w:pPr/w:outlineLvl") == {"val": str(level - 1)}
        fonts.append(attributes(heading, "w:rPr/w:rFonts")["eastAsia"])
    assert fonts == ["黑体", "楷体_GB2312", "仿宋_GB2312"]
    assert style(data, part, "Heading3").find("w:rPr/w:b", NS) is not None
    assert style(data, part, "Heading1").find("w:rPr/w:b", NS) is None


def test_page_number_stands_outside_between_dashes(paper: Paper, part: Part) -> None:
    data = docx_bytes(paper)
    assert part(data, "word/settings.xml").find("w:evenAndOddHeaders", NS) is not None
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = part(data, name)
        assert attributes(footer, ".//w:jc") == {"val": side}
        assert "".join(str(text) for text in footer.itertext()) == "— 1 —"
    assert attributes(style(data, part, "Footer"), "w:rPr/w:sz") == {"val": "28"}


def test_a_form_has_narrow_margins_and_small_type(paper: Paper, part: Part) -> None:
    data = docx_bytes(replace(paper, style="form"))
    assert attributes(part(data, "word/document.xml"), ".//w:pgMar")["left"] == "1134"
    assert attributes(style(data, part, "Normal"), "w:rPr/w:sz") == {"val": "21"}


def test_every_font_of_a_style_has_a_replacement(paper: Paper, part: Part) -> None:
    data = docx_bytes(paper)
    table = part(data, "word/fontTable.xml")
    declared = {
        str(font.get(f"{{{W}}}name"))
        for font in table.findall("w:font", NS)
        if font.find("w:altName", NS) is not None
    }
    fonts = part(data, "word/styles.xml").iter(f"{{{W}}}rFonts")
    used = {str(value) for font in fonts for value in font.attrib.values()}
    assert used == declared


def test_a_page_break_leaves_no_empty_line(part: Part) -> None:
    blocks = (Title(("题",)), PageBreak(), Heading(1, "一、"), Paragraph(("文",)))
    body = part(docx_bytes(Paper(blocks, "s")), "word/document.xml")
    paragraphs = body.findall(".//w:p", NS)
    breaks = [p.find("w:pPr/w:pageBreakBefore", NS) is not None for p in paragraphs]
    assert breaks == [False, True, False]


def test_the_same_paper_makes_the_same_bytes(paper: Paper) -> None:
    assert docx_bytes(paper) == docx_bytes(replace(paper))


def test_properties_say_where_the_paper_came_from(paper: Paper, part: Part) -> None:
    data = docx_bytes(paper)
    custom = {
        str(entry.get("name")): "".join(str(text) for text in entry.itertext())
        for entry in part(data, "docProps/custom.xml")
    }
    assert custom == {"rules": "2025.1", "data": "a&b"}
    assert docx.Document(BytesIO(data)).core_properties.title == "自评报告"


def test_another_program_opens_it_and_sees_the_styles(paper: Paper) -> None:
    opened = docx.Document(BytesIO(docx_bytes(paper)))
    names = [p.style.name for p in opened.paragraphs if p.style is not None]
    assert names[:4] == ["Title", "Heading 1", "Heading 2", "Normal Indent"]
    assert len(opened.tables) == 1
    assert len(opened.inline_shapes) == 1
