"""Tables, figures, gaps and pictures of a written Word file."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from lxml import etree

from shanhe.documents.blocks import (
    Cell,
    Figure,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
)
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.write import docx_bytes

Part: TypeAlias = Callable[[bytes, str], etree._Element]
NS = {"w": W}
VAL = f"{{{W}}}val"
# The order in which Word wants the properties of a paragraph that we use.
ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "snapToGrid",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
]


def body_of(part: Part, *blocks: Paragraph | Table | Picture | PageBreak) -> etree._Element:
    return part(docx_bytes(Paper(blocks, "s")), "word/document.xml")


def values(node: etree._Element, path: str) -> list[str]:
    return [str(found.get(VAL)) for found in node.findall(path, NS)]


def names(node: etree._Element | None) -> list[str]:
    assert node is not None
    return [etree.QName(child).localname for child in node]


def words(node: etree._Element) -> str:
    return "".join(str(text) for text in node.itertext(f"{{{W}}}t"))


def test_merges_are_real(merged_table: Table, part: Part) -> None:
    rows = body_of(part, merged_table).findall(".//w:tr", NS)
    assert values(rows[0], "w:tc/w:tcPr/w:gridSpan") == ["2"]
    assert values(rows[0], "w:tc/w:tcPr/w:vMerge") == ["restart", "restart"]
    assert [len(row.findall("w:tc", NS)) for row in rows[:4]] == [3, 4, 4, 4]
    continued = rows[3].findall("w:tc", NS)[0]
    merge = continued.find("w:tcPr/w:vMerge", NS)
    assert merge is not None
    assert merge.get(VAL) is None
    assert words(continued) == ""


def test_header_rows_are_repeated_and_no_row_is_torn(merged_table: Table, part: Part) -> None:
    rows = body_of(part, merged_table).findall(".//w:tr", NS)
    repeated = [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows]
    assert repeated == [True, True] + [False] * 30
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


@pytest.mark.parametrize("style", ["official", "form"])
def test_a_table_fills_the_type_area_exactly(part: Part, style: str, merged_table: Table) -> None:
    odd = replace(merged_table, widths=(30, 20.3, 20.3, 7.1))
    blocks = Paper((odd,), "s", "form" if style == "form" else "official")
    root = part(docx_bytes(blocks), "word/document.xml")
    page = root.find(".//w:pgMar", NS)
    assert page is not None
    left, right = (int(str(page.get(f"{{{W}}}{side}"))) for side in ("left", "right"))
    columns = [int(str(c.get(f"{{{W}}}w"))) for c in root.findall(".//w:gridCol", NS)]
    assert sum(columns) == 11906 - left - right
    for row in root.findall(".//w:tr", NS):
        assert sum(int(str(w.get(f"{{{W}}}w"))) for w in row.findall(".//w:tcW", NS)) == sum(
            columns
        )


def test_the_caption_stays_with_its_table(merged_table: Table, part: Part) -> None:
    root = body_of(part, merged_table)
    body = root.find("w:body", NS)
    assert names(body) == ["p", "p", "tbl", "p", "sectPr"]
    caption, unit = root.findall("w:body/w:p/w:pPr/w:pStyle", NS)[:2]
    assert (caption.get(VAL), unit.get(VAL)) == ("TableCaption", "TableUnit")
    styles = part(docx_bytes(Paper((), "s")), "word/styles.xml")
    for name in ("TableCaption", "TableUnit"):
        assert styles.find(f"w:style[@w:styleId='{name}']/w:pPr/w:keepNext", NS) is not None


def test_two_tables_do_not_fuse(part: Part) -> None:
    table = Table(((Cell((("a",),)),),), (10,))
    assert "tbl tbl" not in " ".join(names(body_of(part, table, table).find("w:body", NS)))


def test_a_break_before_a_table_without_caption(part: Part) -> None:
    table = Table(((Cell((("a",),)),),), (10,))
    body = body_of(part, PageBreak(), table).find("w:body", NS)
    assert body is not None
    assert body[0].find("w:pPr/w:pageBreakBefore", NS) is not None


def test_paragraph_properties_stand_in_the_order_of_the_standard(paper: Paper, part: Part) -> None:
    data = docx_bytes(paper)
    for name in ("word/document.xml", "word/styles.xml"):
        for properties in part(data, name).iter(f"{{{W}}}pPr"):
            places = [ORDER.index(child) for child in names(properties)]
            assert places == sorted(places)


def test_a_figure_stands_in_a_content_control(part: Part) -> None:
    figure = Figure("completion.restore_area.2025", "3.06")
    root = body_of(part, Paragraph((figure, figure)))
    controls = root.findall(".//w:sdt", NS)
    assert [words(control) for control in controls] == ["3.06", "3.06"]
    for path in ("w:sdt/w:sdtPr/w:tag", "w:sdt/w:sdtPr/w:alias"):
        assert values(root, f".//{path}") == [figure.id] * 2
    assert len(set(values(root, ".//w:sdtPr/w:id"))) == 2
    assert names(controls[0].find("w:sdtPr", NS)) == ["alias", "tag", "id", "text"]


@pytest.mark.parametrize(("text", "shown"), [("（未填报）", "（未填报）"), (" ", "（缺）")])
def test_what_is_missing_is_marked(part: Part, text: str, shown: str) -> None:
    data = docx_bytes(Paper((Paragraph((Missing(text),)),), "s"))
    run = part(data, "word/document.xml").find(".//w:r", NS)
    assert run is not None
    assert words(run) == shown
    name = values(run, "w:rPr/w:rStyle")[0]
    mark = part(data, "word/styles.xml").find(f"w:style[@w:styleId='{name}']/w:rPr", NS)
    assert names(mark) == ["u", "shd"]


def test_quotation_marks_are_chinese(part: Part) -> None:
    quoted, plain = body_of(part, Paragraph(("“山”",)), Paragraph(("山3.06",))).findall(
        ".//w:r", NS
    )
    fonts = quoted.find("w:rPr/w:rFonts", NS)
    assert fonts is not None
    assert fonts.get(f"{{{W}}}hint") == "eastAsia"
    assert plain.find("w:rPr", NS) is None


def test_control_characters_are_seen_and_markup_is_text(part: Part) -> None:
    root = body_of(part, Paragraph(("印发<内蒙古>&\x00\x0b\ud800\ufffe的",)))
    assert words(root) == "印发<内蒙古>&\ufffd\ufffd\ufffd\ufffd的"


def test_a_picture_keeps_its_shape_and_says_what_it_shows(png: bytes, part: Part) -> None:
    data = docx_bytes(
        Paper((Picture(png, 100, "图1", 'a "b"'), Picture(png, 900, "图2", "c")), "s")
    )
    root = part(data, "word/document.xml")
    sizes = [(int(e.get("cx", 0)), int(e.get("cy", 0))) for e in root.iter("{*}extent")]
    assert sizes == [(3600000, 1800000), (8845 * 635, round(8845 * 635 / 2))]
    described = list(root.iter("{*}docPr"))
    assert [shape.get("descr") for shape in described] == ['a "b"', "c"]
    assert len({shape.get("id") for shape in described}) == 2
    embedded = {str(v) for blip in root.iter("{*}blip") for v in blip.attrib.values()}
    assert len(embedded) == 1  # the same picture is stored once


def test_what_is_no_png_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PNG"):
        docx_bytes(Paper((Picture(b"GIF89a", 10, "图", "x"),), "s"))
