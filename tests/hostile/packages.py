"""Zips, Word files and workbooks as nobody honest writes them."""

import io
import warnings
import zipfile
from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SENTENCE = "2025年度目标修复治理面积422.33公顷，实际完成12.92公顷，完成3.06%。"


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return a zip of these parts in this order; a name may come twice."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of names that come twice
        for name, text in parts:
            archive.writestr(name, text)
    return file.getvalue()


def relations(*more: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(more)}</Relationships>'


def relation(kind: str, target: str, *, outside: bool = False, key: str = "rId1") -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def body(inside: str, before: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inside}</w:body></w:document>'


def word(inside: str | bytes, *more: tuple[str, str | bytes], before: str = "") -> bytes:
    """Return a Word file with this body, or with these bytes as its main part."""
    main = inside if isinstance(inside, bytes) else body(inside, before)
    types = (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    return zipped(
        (
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations(relation("officeDocument", "word/document.xml"))),
            ("word/document.xml", main),
            *more,
        )
    )


def book(rows: str, *more: tuple[str, str | bytes], before: str = "", strings: str = "") -> bytes:
    """Return a workbook of one sheet with these rows."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>{before}'
    sheet = f'{head}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>'
    main = (
        f'{head}<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    links = relations(
        relation("worksheet", "worksheets/sheet1.xml"),
        relation("sharedStrings", "sharedStrings.xml", key="rId2"),
    )
    types = f'<Types xmlns="{_TYPES}"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    return zipped(
        (
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations(relation("officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", main),
            ("xl/_rels/workbook.xml.rels", links),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", strings or f'{head}<sst xmlns="{S}"/>'),
            *more,
        )
    )


def text_row(number: int, *texts: str) -> str:
    cells = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


def with_flag(data: bytes) -> bytes:
    """Return a zip whose parts say that they are encrypted."""
    made = bytearray(data)
    for magic, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = made.find(magic)
        while at >= 0:
            made[at + place] |= 1
            at = made.find(magic, at + 4)
    return bytes(made)
