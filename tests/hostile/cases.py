"""Files that should not be believed, each with what ``shanhe check`` has to answer.

``says`` is a piece of the Chinese message, or of what is shown where the file is harmless and read.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .packages import (
    SENTENCE,
    S,
    body,
    book,
    paragraph,
    relation,
    relations,
    text_row,
    with_flag,
    word,
    zipped,
)
from .portable import endless_streams, locked, one_page, without_places

MB = 2**20
LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a0 "哈">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
PARAMETERS = '<!DOCTYPE w:document [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
READ = "数字"  # the line that counts the numbers: the file was read


@dataclass(frozen=True)
class Case:
    """A file by name; ``make`` returns its bytes, or puts it at a path."""

    file: str
    says: str
    make: Callable[[], bytes] | None = None
    put: Callable[[Path], None] | None = None


def _bomb() -> bytes:
    return word(b" " * (300 * MB))


def _table(cells: str, rows: int = 1) -> str:
    return "<w:tbl>" + f"<w:tr>{cells}</w:tr>" * rows + "</w:tbl>"


def _cell(inside: str, text: str = "12.92") -> str:
    return f"<w:tc><w:tcPr>{inside}</w:tcPr>{paragraph(text)}</w:tc>"


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 * 2**30)


def _sparse_text(path: Path) -> None:
    with path.open("wb") as file:
        file.write(SENTENCE.encode() + b" " * 1000)
        file.truncate(2 * 2**30)


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


WORD = {
    "bomb": Case("a.docx", "规模", _bomb),
    "bomb in a zip": Case(
        "a.docx", "损坏", lambda: zipped((("word/a.zip", zipped((("b", b"\0" * 50 * MB),))),))
    ),
    "bomb of many parts": Case(
        "a.docx", "规模", lambda: zipped((f"word/{n}.xml", b" ") for n in range(20_000))
    ),
    "laughs": Case("a.docx", "不安全", lambda: word(paragraph("&a9;"), before=LAUGHS)),
    "outer entity": Case("a.docx", "不安全", lambda: word(paragraph("&x;"), before=OUTSIDE)),
    "parameter entity": Case("a.docx", "不安全", lambda: word(paragraph("x"), before=PARAMETERS)),
    "laughs in UTF-16": Case(
        "a.docx", "不安全", lambda: word(f"{LAUGHS}<a>&a9;</a>".encode("utf-16"))
    ),
    "nested tables": Case(
        "a.docx", "规模", lambda: word("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000)
    ),
    "nested controls": Case(
        "a.docx", "规模", lambda: word("<w:sdt><w:sdtContent>" * 9_000 + "</w:sdtContent></w:sdt>" * 9_000)
    ),
    "wide span": Case(
        "a.docx", READ, lambda: word(paragraph(SENTENCE) + _table(_cell('<w:gridSpan w:val="1000000000"/>')))
    ),
    "span no number": Case(
        "a.docx", READ, lambda: word(paragraph(SENTENCE) + _table(_cell(f'<w:gridSpan w:val="{"9" * 5000}x"/>')))
    ),
    "span of many digits": Case(
        "a.docx", READ, lambda: word(paragraph(SENTENCE) + _table(_cell(f'<w:gridSpan w:val="{"9" * 5000}"/>')))
    ),
    "chain of merges": Case(
        "a.docx", READ, lambda: word(paragraph(SENTENCE) + _table(_cell("<w:vMerge/>", "x") * 8, 5_000))
    ),
    "blanks packed": Case("a.docx", "规模", lambda: word(" " * (63 * MB))),
    "blanks of a text": Case(
        "a.docx", "正常材料应有的长度", lambda: word(paragraph(" " * 300_000 + SENTENCE))
    ),
    "a huge cell": Case(
        "a.docx", "正常材料应有的长度", lambda: word(_table(_cell("", SENTENCE * 20_000)))
    ),
    "a huge word": Case("a.docx", "正常材料应有的长度", lambda: word(paragraph("修" * 300_000))),
    "a number without end": Case(
        "a.docx", "正常材料应有的长度", lambda: word(paragraph(SENTENCE) + paragraph("修复治理面积" + "9" * 200_000 + "公顷。"))
    ),
    "marks without end": Case(
        "a.docx", "正常材料应有的长度", lambda: word(paragraph(SENTENCE) + paragraph("（" * 100_000 + "“" * 100_000))
    ),
    "a hundred thousand paragraphs": Case(
        "a.docx", "规模", lambda: word(paragraph(SENTENCE) + paragraph("完成12.92公顷") * 99_999)
    ),
    "cut short": Case("a.docx", "损坏", lambda: word(paragraph(SENTENCE))[:-40]),
    "cut in half": Case("a.docx", "损坏", lambda: word(paragraph(SENTENCE))[:300]),
    "encrypted parts": Case("a.docx", "密码", lambda: with_flag(word(paragraph(SENTENCE)))),
    "macros": Case(
        "a.docm", "含宏", lambda: word(paragraph(SENTENCE), ("word/vbaProject.bin", b"\0" * 99))
    ),
    "template from outside": Case(
        "a.docx",
        READ,
        lambda: word(
            paragraph(SENTENCE)
            + '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" r:id="rId3"/></w:object></w:r></w:p>',
            (
                "word/_rels/document.xml.rels",
                relations(
                    relation("attachedTemplate", "http://127.0.0.1:9/t.dotm", outside=True),
                    relation("image", "http://127.0.0.1:9/i.png", outside=True, key="rId2"),
                    relation("oleObject", "file:///etc/passwd", outside=True, key="rId3"),
                    relation("styles", "http://127.0.0.1:9/s.xml", outside=True, key="rId4"),
                ),
            ),
        ),
    ),
    "parts outside of the zip": Case(
        "a.docx",
        READ,
        lambda: word(
            paragraph(SENTENCE),
            ("../escaped.txt", "x"),
            ("../../../../../../../../var/escaped.txt", "x"),
            ("word/_rels/document.xml.rels", relations(relation("styles", "../../../../etc/passwd"))),
        ),
    ),
    "a part twice": Case(
        "a.docx",
        "两个同名",
        lambda: word(paragraph("甲"), ("word/document.xml", body(paragraph(SENTENCE)))),
    ),
    "control characters": Case("a.docx", "损坏", lambda: word(paragraph("12\x00\x01\x0b公顷"))),
    "invalid UTF-8": Case("a.docx", "损坏", lambda: word(paragraph("修复").encode() + b"\xff\xfe")),
    "nothing said": Case("a.docx", "没有找到可以核查的绩效数据", lambda: word("")),
    "about something else": Case(
        "a.docx", "没有找到可以核查的绩效数据", lambda: word(paragraph("会议通知") + paragraph("请各位同志准时参加。"))
    ),
}  # fmt: skip

SHEETS = {
    "bomb": Case("a.xlsx", "规模", lambda: book(" " * (200 * MB))),
    "laughs": Case("a.xlsx", "不安全", lambda: book("", before=LAUGHS.replace("w:document", "x"))),
    "laughs of strings": Case(
        "a.xlsx", "不安全", lambda: book("", strings=f'{LAUGHS}<sst xmlns="{S}"><si><t>&a9;</t></si></sst>')
    ),
    "far cell": Case(
        "a.xlsx", "规模", lambda: book(text_row(1, "x") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "row without end": Case(
        "a.xlsx", "", lambda: book(f'<row r="{"9" * 400}"><c r="A{"9" * 400}"><v>1</v></c></row>')
    ),
    "links outside": Case(
        "a.xlsx",
        READ,
        lambda: book(
            text_row(1, SENTENCE)
            + '<row r="2"><c r="A2"><f>[1]甲!A1</f><v>1</v></c><c r="B2"><f>cmd|\'/C calc\'!A0</f><v>0</v></c></row>',
            ("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{S}"/>'),
            (
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                relations(relation("externalLinkPath", "http://127.0.0.1:9/x.xlsx", outside=True)),
            ),
        ),
    ),
    "macros": Case(
        "a.xlsm", "含宏", lambda: book(text_row(1, SENTENCE), ("xl/vbaProject.bin", b"\0" * 99))
    ),
    "a huge cell": Case("a.xlsx", "正常材料应有的长度", lambda: book(text_row(1, SENTENCE * 20_000))),
    "number without end": Case(
        "a.xlsx", "", lambda: book(text_row(1, SENTENCE) + f'<row r="2"><c r="A2"><v>{"9" * 100_000}</v></c><c r="B2"><v>1e999999999</v></c></row>')
    ),
    "cut short": Case("a.xlsx", "损坏", lambda: book(text_row(1, SENTENCE))[:-60]),
}  # fmt: skip

PAGES = {
    "deep page": Case("a.html", "规模", lambda: b"<html>" + b"<div>" * 200_000),
    "deep tables": Case("a.html", "规模", lambda: b"<html>" + b"<table><tr><td>" * 10_000),
    "wide spans": Case(
        "a.html",
        "",
        f"<html><p>{SENTENCE}<table><tr><td rowspan=1000000000 colspan=1000000000>12.92".encode,
    ),
    "many spans": Case(
        "a.html",
        "规模",
        lambda: b"<html><table>" + b"<tr><td rowspan=65534 colspan=1000>1" * 3_000,
    ),
    "outer entity": Case(
        "a.html", "没有找到可以核查的绩效数据", f"<?xml version='1.0'?>{OUTSIDE}<html><p>&x;".encode
    ),
    "frames from outside": Case(
        "a.html",
        READ,
        f"<html><meta http-equiv=refresh content='0;url=http://127.0.0.1:9'><link rel=stylesheet href=http://127.0.0.1:9/a.css><img src=http://127.0.0.1:9/a.png><iframe src=file:///etc/passwd></iframe><p>{SENTENCE}".encode,
    ),
}

TEXTS = {
    "control characters": Case("a.txt", "", ("\x01\x02\x1b[2J" * 500).encode),
    "a few control characters": Case("a.txt", READ, (SENTENCE + "\x1b[31m" + SENTENCE * 9).encode),
    "invalid UTF-8 and GB18030": Case("a.txt", "", lambda: SENTENCE.encode() * 9 + b"\x80\xff\xff"),
    "one line of ten megabytes": Case(
        "a.txt", "正常材料应有的长度", lambda: (SENTENCE * 110_000).encode()[: 10 * MB]
    ),
    "many lines": Case("a.txt", "规模", lambda: b"\n1" * 600_000),
    "two gigabytes of nothing": Case("a.txt", "规模", put=_sparse),
    "two gigabytes after a sentence": Case("a.docx", "规模", put=_sparse_text),
}

PORTABLE = {
    "locked": Case("a.pdf", "密码", locked),
    "streams without end": Case("a.pdf", "", endless_streams),
    "broken table of places": Case("a.pdf", "", without_places),
    "named Word": Case("a.docx", READ, lambda: one_page(SENTENCE)),
    "cut short": Case("a.pdf", "", lambda: one_page(SENTENCE)[:200]),
}

NAMES = {
    "Word named sheet": Case("a.xlsx", READ, lambda: word(paragraph(SENTENCE))),
    "sheet named Word": Case("a.docx", READ, lambda: book(text_row(1, SENTENCE))),
    "picture": Case("a.docx", "文字", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99)),
    "program": Case("a.docx", "不", lambda: b"MZ\x90\0" + bytes(range(256)) * 9),
    "empty": Case("a.docx", "文字", lambda: b""),
    "folder": Case("a.docx", "没有可以审核的文件", put=Path.mkdir),
    "pipe": Case("a.docx", "不是普通文件", put=os.mkfifo),
    "device": Case("a.docx", "不是普通文件", put=lambda path: path.symlink_to("/dev/zero")),
    "link to itself": Case("a.docx", "", put=_link_to_itself),
    "link to nothing": Case("a.docx", "不存在", put=lambda path: path.symlink_to("nowhere")),
}
CASES = {
    f"{kind}: {name}": case
    for kind, group in (
        ("Word", WORD),
        ("Excel", SHEETS),
        ("web page", PAGES),
        ("text", TEXTS),
        ("PDF", PORTABLE),
        ("name", NAMES),
    )
    for name, case in group.items()
}
