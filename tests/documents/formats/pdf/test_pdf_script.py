"""PDF files: text layer, ruled tables, pages, and files that cannot be read."""

import importlib.util

import pytest

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.notes import Notes
from shanhe.documents.formats.pdf import script as pdf_script
from shanhe.documents.formats.pdf.child import pages_of
from shanhe.documents.formats.pdf.flow import Flow
from shanhe.documents.formats.pdf.lines import goes_on, is_page_number, joined, mended
from shanhe.documents.formats.pdf.script import read_pdf
from shanhe.documents.script import Script, ScriptTable

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pdfplumber") is None, reason="the extra pdf is not installed"
)
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>"
)


def pdf(*pages: str, trailer: str = "") -> bytes:
    """A PDF of pages of 300 by 400 points with these contents; object 3 is the font."""
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        FONT,
    ]
    for number, content in zip(numbers, pages, strict=True):
        fonts = f"/Resources << /Font << /F 3 0 R >> >> /Contents {number + 1} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] {fonts} >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, places = "%PDF-1.5\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF"
    return f"{data}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def line(x: float, top: float, text: str, size: float = 10) -> str:
    """A line of text; ``top`` is counted from the upper edge."""
    code = text.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {x} {400 - top - size} Td <{code}> Tj ET\n"


def box(x: float, top: float, width: float, height: float) -> str:
    return f"{x} {400 - top - height} {width} {height} re S\n"


def shown(found: Script) -> list[object]:
    return [
        [[c.text if c else None for c in row] for row in i.grid()]
        if isinstance(i, ScriptTable)
        else i.text
        for i in found.items
    ]


TABLE = (
    box(20, 100, 80, 40) + box(100, 100, 80, 20) + box(180, 100, 80, 20) + box(100, 120, 160, 20)
    + line(25, 115, "产出") + line(105, 105, "面积") + line(185, 105, "12.92") + line(105, 125, "无")
)  # fmt: skip


def test_lines_become_paragraphs_and_rules_become_tables() -> None:
    page = (
        line(40, 30, "修复矿山面积一共是二十公顷以上，其中已经完")
        + line(20, 45, "成12.92公顷。")
        + line(40, 60, "另一段。")
        + TABLE
        + line(40, 160, "尾")
        + line(140, 380, "— 1 —")
    )
    found = read_pdf("a.pdf", pdf(page))
    text = "修复矿山面积一共是二十公顷以上，其中已经完成12.92公顷。"
    rows = [["产出", "面积", "12.92"], ["产出", "无", "无"]]
    assert shown(found) == [text, "另一段。", rows, "尾"]
    assert {i.spot.part for i in found.passages()} == {"第1页"}
    assert "推断" in found.notes[0][0]


def test_a_table_over_two_pages_is_one() -> None:
    head = box(20, 20, 100, 20) + box(120, 20, 100, 20) + line(25, 25, "指标") + line(125, 25, "值")
    rows = [
        head
        + box(20, 40, 100, 20)
        + box(120, 40, 100, 20)
        + line(25, 45, name)
        + line(125, 45, "1")
        for name in ("面积", "个数")
    ]
    found = read_pdf("a", pdf(*(row + line(140, 380, str(n)) for n, row in enumerate(rows, 1))))
    assert shown(found) == [[["指标", "值"], ["面积", "1"], ["个数", "1"]]]
    assert len(found.notes) == 2


def test_a_frame_around_a_page_is_no_table() -> None:
    assert shown(read_pdf("a", pdf(box(10, 10, 280, 380) + line(40, 30, "文")))) == ["文"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(""), "no_text"),
        (b"%PDF-1.5\n", "damaged_document"),
        (pdf(line(1, 1, "文"))[:200], "damaged_document"),
        (
            pdf(
                line(1, 1, "文"),
                trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -1"
                f" /O <{'00' * 32}> /U <{'00' * 32}> >> /ID [<00> <00>]",
            ),
            "locked",
        ),
    ],
)
def test_what_has_no_text_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_pdf("a", data)
    assert refusal.value.kind == kind


def test_a_reader_that_is_stuck_is_ended() -> None:
    with pytest.raises(Unreadable) as refusal:
        list(pages_of(pdf(line(1, 1, "文")), seconds=0.02))
    assert refusal.value.kind == "too_slow"


def test_without_the_extra_the_reader_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_script, "find_spec", lambda _: None)
    with pytest.raises(Unreadable) as refusal:
        read_pdf("a", pdf(""))
    assert refusal.value.kind == "needs_pdf_reader"


def at(left: float, right: float, text: str, top: float = 0) -> list[object]:
    return [left, top, right, top + 10, 10.0, text]


@pytest.mark.parametrize(
    ("end", "start", "text", "goes"),
    [
        (198, 20, "成", True),
        (150, 20, "成", False),  # there was room for it
        (170, 20, "1922.26公顷", True),  # there was none for the number
        (198, 40, "成", False),  # indented
        (198, 20, "一、总则", False),
        (198, 20, "（二）目标", False),
        (198, 20, "2.目标", False),
        (198, 20, "2.5公顷", True),
    ],
)
def test_where_a_line_goes_on(end: float, start: float, text: str, goes: bool) -> None:
    assert goes_on(at(20, end, "前"), at(start, 60, text), 20, 200) is goes


def test_halves_are_mended() -> None:
    assert mended("1922.2", "6公顷") == "1922.26公顷"
    assert mended("land", "restored") == "land restored"
    assert joined([at(20, 198, "面"), at(20, 50, "积"), at(20, 50, "二")], 20, 200) == "面积\n二"
    centred = [at(25, 195, "≤28.83万元/公"), at(105, 115, "顷")]
    assert joined(centred, 20, 200) == "≤28.83万元/公顷", (
        "it had no room, though it ends before the edge"
    )
    assert joined([at(100, 120, "小计"), at(100, 120, "公顷")], 20, 200) == "小计\n公顷"
    at_the_right = [at(30, 199, "1922.26万元/公"), at(190, 199, "顷")]
    assert joined(at_the_right, 20, 200) == "1922.26万元/公顷"


@pytest.mark.parametrize(
    ("text", "top", "is_number"),
    [("- 3 -", 385, True), ("第3页 共9页", 5, True), ("3", 200, False), ("共3页", 385, False)],
)
def test_numbers_of_pages(text: str, top: float, is_number: bool) -> None:
    assert is_page_number(at(1, 2, text, top), 400) is is_number


def test_scans_are_noted_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    text = {"lines": [at(1, 2, "文", 50)], "tables": [], "height": 400}
    pages = [
        {**text, "picture": 0.9},
        {**text, "lines": [], "picture": 0.9},
        {**text, "picture": 0},
    ]
    monkeypatch.setattr(pdf_script, "pages_of", lambda _: iter(pages))
    zh = [note[0] for note in read_pdf("a", b"").notes]
    assert [note for note in zh if note.endswith("第 1 页")]
    assert [note for note in zh if note.endswith("第 2 页")]
    assert Flow(Notes()).items() == ()
