"""What a Word file that somebody wrote says: text, tables, numbers, and what is left out."""

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from shanhe.documents.blocks import Cell, Paper, Paragraph, Table
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numerals import numeral
from shanhe.documents.formats.docx.script import read_docx
from shanhe.documents.formats.docx.write import docx_bytes
from shanhe.documents.formats.office import legal_text
from shanhe.documents.script import Passage, Script, ScriptTable

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments")


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body and these other parts."""
    names = "".join(
        f'<Relationship Id="{kind}" Type="http://x/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        root = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", root)
        links = f'<Relationships xmlns="{relations}">{names}</Relationships>'
        archive.writestr("word/_rels/document.xml.rels", links)
        for kind, text in parts.items():
            whole = f'<w:{kind} xmlns:w="{W}">{text}</w:{kind}>'
            archive.writestr(f"word/{kind}.xml", whole)
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def par(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(text)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def script(body: str, **parts: str) -> Script:
    return read_docx("a.docx", word(body, **parts))


def texts(body: str, **parts: str) -> list[str]:
    return [passage.text for passage in script(body, **parts).passages()]


def grid(found: ScriptTable) -> list[list[str | None]]:
    return [[one.text if one else None for one in row] for row in found.grid()]


def tables(body: str) -> list[list[list[str | None]]]:
    return [grid(found) for found in script(body).tables()]


SPAN = '<w:gridSpan w:val="2"/>'
FIRST, NEXT = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells_count_once() -> None:
    body = table(
        cell("一", FIRST) + cell("二", SPAN),
        cell("", NEXT) + cell("三") + cell("四"),
        cell("", '<w:vMerge w:val="continue"/>') + cell("五", SPAN),
    )
    found = next(script(body).tables())
    cells = [(c.text, c.spot.row, c.spot.column, c.rows, c.columns) for c in found.cells]
    assert cells == [
        ("一", 1, 1, 3, 1),
        ("二", 1, 2, 1, 2),
        ("三", 2, 2, 1, 1),
        ("四", 2, 3, 1, 1),
        ("五", 3, 2, 1, 2),
    ]
    assert (found.height, found.width) == (3, 3)


def test_left_out_and_missing_cells_are_gaps() -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    body = table(cell("一") + cell("二") + cell("三"), before + cell("四"))
    assert tables(body) == [[["一", "二", "三"], [None, "四", None]]]


def test_merging_by_the_old_attribute() -> None:
    merged = cell("一", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("二")
    assert tables(table(merged)) == [[["一", "一", "二"]]]


def test_a_continued_cell_of_another_width_stands_alone() -> None:
    body = table(cell("一", FIRST + SPAN), cell("二", NEXT) + cell("三"))
    assert tables(body) == [[["一", "一"], ["二", "三"]]]


def test_words_under_a_merged_cell_are_left_out_with_a_note() -> None:
    found = script(table(cell("一", FIRST), cell("旧", NEXT)))
    assert grid(next(found.tables())) == [["一"], ["一"]]
    assert "被合并单元格遮住" in found.notes[0][0]


def test_a_nested_table_comes_after_the_outer_one() -> None:
    inner = table(cell("内"))
    outer = table(f"<w:tc>{par('外')}{inner}{par('尾')}</w:tc>")
    found = script(outer + par("后"))
    kinds = [grid(i) if isinstance(i, ScriptTable) else i.text for i in found.items]
    assert kinds == [[["外\n尾"]], [["内"]], "后"]
    assert [one.number for one in found.tables()] == [1, 2]


def test_tracked_changes_count_as_accepted() -> None:
    body = (
        f"<w:p>{run('甲')}<w:ins>{run('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r>"
        f"</w:del><w:moveFrom>{run('丁')}</w:moveFrom><w:moveTo>{run('戊')}</w:moveTo></w:p>"
    )
    found = script(body)
    assert [one.text for one in found.passages()] == ["甲乙戊"]
    assert "修订" in found.notes[0][0]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(par("甲", gone) + par("乙") + par("丙")) == ["甲乙", "丙"]
    assert tables(table(cell("") + f"<w:tc>{par('丁', gone)}</w:tc>")) == [[["", "丁"]]]


def test_deleted_rows_and_cells_are_gone() -> None:
    gone = f"<w:trPr><w:del/></w:trPr>{cell('删')}"
    body = table(cell("一") + cell("删", "<w:cellDel/>"), gone, cell("二"))
    assert tables(body) == [[["一"], ["二"]]]


def test_old_properties_of_a_tracked_change_do_not_count() -> None:
    old = f"<w:tcPrChange><w:tcPr>{SPAN}</w:tcPr></w:tcPrChange>"
    assert tables(table(cell("一", old) + cell("二"))) == [[["一", "二"]]]


def test_content_controls_are_seen_through() -> None:
    whole = f"<w:sdt><w:sdtContent>{cell('二')}</w:sdtContent></w:sdt>"
    inline = f"<w:p>{run('甲')}<w:sdt><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt></w:p>"
    body = f"<w:sdt><w:sdtContent>{table(cell('一') + whole)}{inline}</w:sdtContent></w:sdt>"
    assert tables(body) == [[["一", "二"]]]
    assert texts(body) == ["甲乙"]


def test_the_hint_of_an_empty_control_is_no_text() -> None:
    hint = run("单击此处", '<w:rStyle w:val="H"/>')
    shown = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    body = f"<w:p><w:sdt>{shown}<w:sdtContent>{hint}{run('12')}</w:sdtContent></w:sdt></w:p>"
    styles = '<w:style w:styleId="H"><w:name w:val="Placeholder Text"/></w:style>'
    assert texts(body, styles=styles) == ["12"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{par('框')}{table(cell('格'))}</w:txbxContent>"
    copies = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    found = script(f"<w:p>{run('前')}<w:r>{copies}</w:r>{run('后')}</w:p>" + par("下"))
    what = [(i.text, i.spot.part) for i in found.passages()]
    assert what == [("前后", "正文"), ("框", "文本框"), ("下", "正文")]
    assert next(found.tables()).cells[0].spot.part == "文本框"
    alone = f"<mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(f"<w:p><w:r>{alone}</w:r></w:p>") == ["框"]


def test_a_text_box_in_a_cell_comes_after_the_table() -> None:
    box = f"<w:p><w:r><w:txbxContent>{par('框')}</w:txbxContent></w:r>{run('格')}</w:p>"
    found = script(table(f"<w:tc>{box}</w:tc>") + par("下"))
    assert [type(i).__name__ for i in found.items] == ["ScriptTable", "Passage", "Passage"]
    assert grid(next(found.tables())) == [["格"]]


def test_only_notes_that_the_text_refers_to_are_read() -> None:
    def note(number: int) -> str:
        return f'<w:footnote w:id="{number}">{par(f"注{number}")}</w:footnote>'

    def refer(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    body = f"<w:p>{run('文')}{refer(3)}{refer(2)}<w:del>{refer(4)}</w:del></w:p>"
    found = script(body, footnotes="".join(note(n) for n in (-1, 2, 3, 4)))
    what = [(i.text, i.spot.part, i.spot.paragraph) for i in found.passages()]
    assert what == [("文", "正文", 1), ("注3", "脚注", 1), ("注2", "脚注", 2)]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_count_with_their_result() -> None:
    nested = field("begin") + run("7") + field("separate") + run("8") + field("end")
    whole = field("begin") + run("=") + nested + field("separate") + run("15") + field("end")
    assert texts(f"<w:p>{run('共')}{whole}{run('个')}</w:p>") == ["共15个"]
    assert texts(f"<w:p>{whole}<w:fldSimple>{run('2')}</w:fldSimple></w:p>") == ["152"]
    assert texts(f"<w:p>{field('begin')}{run('15')}</w:p>{par('下')}") == ["15", "下"]


def test_marks_and_symbols() -> None:
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    strange = '<w:r><w:sym w:font="Odd" w:char="F021"/></w:r>'
    own = run("\uf0fc\uf020", '<w:rFonts w:ascii="Wingdings"/>')
    marks = "<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>"
    body = f"<w:p>{symbol}{run('5')}{marks}{own}{run(chr(0xF020))}{strange}</w:p>"
    found = script(body)
    assert [one.text for one in found.passages()] == ["≥5\t- ✓ \uf020\ufffd"]
    assert "符号字体" in found.notes[0][0]


def test_hidden_text_is_left_out() -> None:
    style = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    based = '<w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>'
    own = '<w:rStyle w:val="I"/>'
    shown = own + '<w:vanish w:val="0"/>'
    body = f"<w:p>{run('甲', '<w:vanish/>')}{run('乙')}{run('丙', own)}{run('丁', shown)}</w:p>"
    found = script(body, styles=style + based)
    assert [one.text for one in found.passages()] == ["乙丁"]
    hidden_row = f"<w:trPr><w:hidden/></w:trPr>{cell('隐')}"
    assert tables(table(cell("一"), hidden_row)) == [[["一"]]]


LISTS = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%4"/></w:lvl>
  <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
"""


def item(text: str, level: int, list_: int = 1) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    return par(text, number)


def test_automatic_numbers_stand_before_the_words() -> None:
    body = (
        item("总则", 0) + item("目标", 1) + item("原则", 1) + item("一", 2) + item("资金", 0)
        + item("来源", 1) + item("2025年", 3) + item("点", 4) + item("重起", 0, 2) + item("续", 0)
        + item("无", 0, 0) + item("外", 7) + item("外", 0, 99)
    )  # fmt: skip
    assert texts(body, numbering=LISTS) == [
        "一、总则",
        "（一）目标",
        "（二）原则",
        "1.一",
        "二、资金",
        "（一）来源",
        "2.1 2025年",
        "点",
        "九、重起",
        "十、续",
        "无",
        "外",
        "外",
    ]


def test_numbers_come_from_styles_too() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        f'<w:style w:styleId="A"><w:name w:val="heading 1"/><w:pPr>{number}</w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    lists = LISTS.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="B"/>')
    body = par("甲", '<w:pStyle w:val="A"/>') + par("乙", '<w:pStyle w:val="B"/>')
    body += par("丙", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = script(body, styles=styles, numbering=lists)
    what = [(one.text, one.level) for one in found.passages()]
    assert what == [("一、甲", 1), ("（一）乙", 2), ("丙", 1)]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (2, "ideographTraditional", "乙"),
        (10, "ideographDigital", "一〇"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedParen", "⑶"),
        (12, "decimalFullWidth", "１２"),
        (4, "decimalZero", "04"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (7, "neverHeardOf", "7"),
        (10**6, "upperRoman", "1000000"),
    ],
)
def test_numerals_of_word(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


def test_the_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    assert texts(par("一、总则\t3", '<w:pStyle w:val="T"/>') + par("一"), styles=styles) == ["一"]


def test_what_is_not_read_is_noted() -> None:
    found = script(par("一") + '<w:altChunk w:id="r"/>', comments="")
    assert {note[1].split(" ")[0] for note in found.notes} == {"comments", "embedded"}


def test_a_file_by_another_program(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = docx.Document()
    made.add_heading("一、总则", 1)
    made.add_paragraph("文")
    rows = made.add_table(3, 3)
    rows.cell(0, 0).merge(rows.cell(1, 1)).text = "合"
    rows.cell(2, 2).text = "末"
    path = tmp_path_factory.mktemp("docx") / "a.docx"
    made.save(str(path))
    found = read_docx("a.docx", path.read_bytes())
    assert found.items[0] == Passage("一、总则", found.items[0].spot, 1)  # type: ignore[union-attr]
    assert grid(next(found.tables())) == [["合", "合", ""], ["合", "合", ""], ["", "", "末"]]


@st.composite
def merged_tables(draw: st.DrawFn) -> Table:
    """A grid cut into random rectangles."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for y in range(height):
        row: list[Cell] = []
        for x in range(width):
            if (y, x) in taken:
                continue
            free = 1
            while x + free < width and (y, x + free) not in taken:
                free += 1
            wide, high = draw(st.integers(1, free)), draw(st.integers(1, height - y))
            taken |= {(y + j, x + i) for j in range(high) for i in range(wide)}
            lines = draw(st.lists(st.text(max_size=5).map(one_line), max_size=2))
            content = tuple((line,) for line in lines) or ((),)
            row.append(Cell(content, rows=high, columns=wide))
        rows.append(tuple(row))
    return Table(tuple(rows), (10.0,) * width)


def one_line(text: str) -> str:
    return " ".join(legal_text(text).split("\n"))


@settings(deadline=None)
@given(merged_tables())
def test_tables_written_are_tables_read(written: Table) -> None:
    found = next(read_docx("a", docx_bytes(Paper((written, Paragraph(("尾",))), "s"))).tables())
    places = {(place.row, place.column): place.cell for row in written.grid() for place in row}
    read = {(c.spot.row - 1, c.spot.column - 1): c for c in found.cells}
    assert read.keys() == places.keys()
    for place, own in places.items():
        lines = [str(line[0]) for line in own.content if line and str(line[0]).strip()]
        assert (read[place].rows, read[place].columns) == (own.rows, own.columns)
        assert read[place].text == "\n".join(lines)
    assert (found.height, found.width) == (len(written.rows), len(written.widths))


def test_strange_trees_are_read_without_a_crash() -> None:
    body = (
        f"{cell('散')}<w:tr>{cell('行')}</w:tr><w:tbl>{par('表内')}{cell('无行')}</w:tbl>"
        "<w:tbl/><w:tbl><w:tr/></w:tbl><w:p><w:p><w:r><w:t>段中段</w:t></w:r></w:p></w:p>"
        "<w:r><w:t>无段</w:t><w:fldChar/></w:r><?a b?><!-- c --><w:txbxContent/>"
    )
    assert texts(body) == ["散", "行", "表内", "段中段"]
    assert tables(body) == [[["无行"]]]
    assert etree.fromstring(f'<w:a xmlns:w="{W}">{body}</w:a>') is not None
