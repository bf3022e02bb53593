"""Any file: its content tells what it is; hostile and broken files are refused in time."""

import io
import os
import random
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from shanhe.documents.blocks import Cell, Heading, Paper, Paragraph, Table
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.write import docx_bytes
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.office_convert import convert
from shanhe.documents.formats.open import read_script
from shanhe.records.details import in_chinese
from shanhe.records.problem import Problem
from shanhe.records.source import Source

ROWS = ((Cell((("指标",),), columns=2),), (Cell((("面积",),)), Cell((("12.92",),))))
PAPER = Paper(
    (Heading(1, "一、总则"), Paragraph(("修复12.92公顷。",)), Table(ROWS, (1.0, 1.0))), "s"
)
DOCX = docx_bytes(PAPER)


def zipped(**parts: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def word(body: str) -> bytes:
    root = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(**{"word/document.xml": root})


def workbook() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in (["表1"], ["指标", "值"], ["面积", 12.9], ["个数", "=1"], [], ["说明"]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet["B3"].number_format = "0.00"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def refused(data: bytes, name: str = "a.docx") -> str:
    """The kind of the refusal; its message is complete in both languages, and comes in time."""
    start = perf_counter()
    with pytest.raises(Unreadable) as refusal:
        read_script(name, data)
    assert perf_counter() - start < 10
    problem = Problem(refusal.value.kind, Source(name, ""), {"detail": refusal.value.detail})
    assert in_chinese(refusal.value.detail) in problem.text("zh")
    assert refusal.value.detail in problem.text("en")
    return refusal.value.kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (DOCX, "docx"),
        (workbook(), "xlsx"),
        ("文\n".encode(), "txt"),
        ("\ufeff<!DOCTYPE html><p>文".encode(), "html"),
        ("<html>文".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="x"><p>a</p></html>', "html"),
    ],
)
def test_content_tells_the_kind_and_the_name_does_not(data: bytes, kind: str) -> None:
    found = read_script("folder\\../a.pdf", data)
    assert (found.kind, found.file) == (kind, "a.pdf")


def ole(*names: str, flags: int = 0) -> bytes:
    """An old container with these streams, the first in the last sector."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<H", 2 * len(name) + 2)
        + bytes(50)
        + struct.pack("<III", 2, 0, 0)
        for name in names
    )
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    sectors = struct.pack("<128I", *[0xFFFFFFFE] * 128)
    text = struct.pack("<5xIxH", 0, flags).ljust(512, b"\0")
    return bytes(header) + sectors + entries.ljust(512, b"\0") + text


DOCTYPE = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no_text"),
    "blanks": (lambda: b" \r\n\0", "no_text"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n", "no_text"),
    "archive": (lambda: b"Rar!\x1a\x07", "unknown_format"),
    "program": (lambda: b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" * 9, "unknown_format"),
    "mail": (lambda: b"MIME-Version: 1.0\n", "unknown_format"),
    "other XML": (lambda: b'<?xml version="1.0"?><a/>', "unknown_format"),
    "other zip": (lambda: zipped(a="a"), "unknown_format"),
    "empty zip": (zipped, "unknown_format"),
    "cut off": (lambda: DOCX[:-30], "damaged_document"),
    "cut short": (lambda: DOCX[:400], "damaged_document"),
    "no body": (lambda: zipped(**{"word/styles.xml": "<a/>"}), "damaged_document"),
    "a presentation": (lambda: zipped(**{"[Content_Types].xml": "<a/>"}), "damaged_document"),
    "broken XML": (lambda: word("<w:p>"), "damaged_document"),
    "entities": (lambda: zipped(**{"word/document.xml": f"{DOCTYPE}<a>&b;</a>"}), "unsafe_content"),
    "entities in UTF-16": (
        lambda: zipped(**{"word/document.xml": f"{DOCTYPE}<a>&b;</a>".encode("utf-16")}),
        "unsafe_content",
    ),
    "entities in EBCDIC": (
        lambda: zipped(
            **{"word/document.xml": f'<?xml version="1.0" encoding="cp037"?>{DOCTYPE}<a/>'.encode("cp037")}
        ),
        "damaged_document",
    ),
    "bomb": (lambda: word(" " * (65 * 2**20)), "oversized"),
    "ratio": (lambda: word(" " * (8 * 2**20)), "oversized"),
    "many parts": (lambda: zipped(**{f"word/{n}.xml": "" for n in range(10_001)}), "oversized"),
    "many tags": (
        lambda: word("".join(f"<w:p><w:r><w:t>{n}</w:t></w:r></w:p>" for n in range(260_000))),
        "oversized",
    ),
    "nested tables": (
        lambda: word("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000),
        "oversized",
    ),
    "wide cell": (
        lambda: word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc></w:tr></w:tbl>'),
        "oversized",
    ),
    "wide table": (
        lambda: word("<w:tbl><w:tr>" + "<w:tc/>" * 1001 + "</w:tr></w:tbl>"),
        "oversized",
    ),
    "far cell": (
        lambda: word('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1001"/></w:trPr></w:tr></w:tbl>'),
        "oversized",
    ),
    "password": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "locked"),
    "password of old Word": (lambda: ole("WordDocument", flags=0x100), "locked"),
    "mail of Outlook": (lambda: ole("__properties_version1.0"), "unknown_format"),
    "old container cut off": (lambda: ole("WordDocument")[:700], "damaged_document"),
    "old container of nothing": (lambda: ole()[:40], "damaged_document"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_broken_files_are_refused(name: str) -> None:
    make, kind = HOSTILE[name]
    assert refused(make()) == kind


def test_a_circle_of_sectors_ends() -> None:
    data = bytearray(ole("Other"))
    struct.pack_into("<I", data, 76, 0)
    struct.pack_into("<I", data, 512 + 4, 1)  # the directory goes on where it began
    assert refused(bytes(data)) == "unknown_format"


def test_an_encrypted_part_is_named_as_such() -> None:
    data = bytearray(DOCX)
    for place in range(len(data) - 4):
        if data[place : place + 4] == b"PK\1\2":
            data[place + 8] |= 1
    assert refused(bytes(data)) == "locked"


def test_macros_and_links_are_ignored() -> None:
    file = io.BytesIO(DOCX)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    found = read_script("a.docm", file.getvalue())
    assert len(found.items) == 3
    assert "宏" in found.notes[0][0]


def test_what_links_outside_is_not_opened() -> None:
    outside = (
        '<Relationships xmlns="x"><Relationship Id="r" TargetMode="External"'
        ' Type="x/styles" Target="http://127.0.0.1:1/styles.xml"/></Relationships>'
    )
    parts = {
        "word/_rels/document.xml.rels": outside,
        "word/document.xml": f'<w:document xmlns:w="{W}"/>',
    }
    assert read_script("a", zipped(**parts)).items == ()


def test_eighty_nested_tables_are_read() -> None:
    depth = 80
    body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p>" * depth
    found = read_script("a", word(body + "</w:tc></w:tr></w:tbl>" * depth))
    assert [table.number for table in found.tables()] == list(range(1, depth + 1))


PAGE = "<table><tr><td rowspan=2>甲<td>1<tr><td colspan=1>2</table><p>修复<b>12.92</b>公顷"
LINES = "表1\n\t指标\n\t值\n\n\t面积\n（公顷）\n\t12.92\n 附件：\n尾\t记\n"
TAGS = [b"</w:p><w:tbl>", b"<w:tc>", b"<td rowspan=0>", b"</table>", b"\t", b"\n", b"<c r='ZZ9'>"]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, lost, doubled or put in."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data) + 1)
        end = place + chance.randint(1, 60)
        data = chance.choice(
            [
                data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :],
                data[:place] + data[end:],
                data[:end] + data[place:],
                data.replace(b'"1"', b'"999"', 1),
                data[:place] + chance.choice(TAGS) + data[place:],
            ]
        )
    return data


def in_zip(data: bytes, *names: str) -> Callable[[random.Random], bytes]:
    """Makes files with one of these parts changed; every fifth with the zip itself changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def make(chance: random.Random) -> bytes:
        name = chance.choice(names)
        if not chance.randrange(5):
            return mutated(data, chance)
        return zipped(**{**parts, name: mutated(parts[name], chance)})

    return make


FUZZED: dict[str, Callable[[random.Random], bytes]] = {
    "docx": in_zip(DOCX, *["word/document.xml"] * 3, "word/styles.xml", "_rels/.rels"),
    "xlsx": in_zip(workbook(), "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"),
    "html": lambda chance: mutated(PAGE.encode(), chance),
    "txt": lambda chance: mutated(LINES.encode(), chance),
    "ole": lambda chance: mutated(ole("EncryptionInfo", "Other"), chance),
}


@pytest.mark.parametrize("kind", FUZZED)
def test_damaged_files_are_read_or_refused(kind: str) -> None:
    chance = random.Random(20250707)  # noqa: S311 - the same files in each run
    for _ in range(20_000 if os.environ.get("SHANHE_FUZZ") else 200):
        refusal, data = None, FUZZED[kind](chance)
        begin = process_time()
        try:
            read_script(f"a.{kind}", data)
        except Unreadable as error:
            refusal = error
        assert process_time() - begin < 2
        if refusal is not None:
            words = {"detail": refusal.detail}
            assert Problem(refusal.kind, Source("a", ""), words).text()


def test_old_files_need_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    for data in (ole("WordDocument"), ole("Workbook"), b"{\\rtf1 a}"):
        assert refused(data) == "needs_libreoffice"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_conversion_that_hangs_is_ended(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Path(tmp_path_factory.mktemp("office")) / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 & wait\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr("shutil.which", lambda _: str(program))
    start = perf_counter()
    with pytest.raises(Unreadable) as refusal:
        convert(b"", "doc", "docx", seconds=0.2)
    assert refusal.value.kind == "not_converted"
    assert perf_counter() - start < 50  # the program would sleep for 60


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_file_says_the_same_as_the_new_one() -> None:
    found = read_script("a.doc", convert(DOCX, "docx", "doc"))
    assert [one.text for one in found.passages()] == ["一、总则", "修复12.92公顷。"]
    assert [cell.text for table in found.tables() for cell in table.cells] == [
        "指标",
        "面积",
        "12.92",
    ]
    assert "LibreOffice" in found.notes[0][0]
