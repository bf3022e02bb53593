"""A document that somebody handed in → its words; what it is, is told by its content alone."""

import re

from shanhe.documents.formats import ole
from shanhe.documents.formats.bounds import within_bounds
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.notes import Notes
from shanhe.documents.formats.office_convert import convert
from shanhe.documents.formats.zipped import Zipped
from shanhe.documents.script import Script

MOST_BYTES = 200_000_000
_BOM = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta|style|title)\b", re.IGNORECASE
)
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_FOREIGN = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)
_ARCHIVES = ((b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "gzip"))


def read_script(name: str, data: bytes) -> Script:
    """Return paragraphs and tables of a Word, Excel, PDF, HTML or text file.

    Old Word, Excel, WPS, RTF and OpenDocument files are converted by LibreOffice where it is installed.

    Args:
        name: of the file; only the part after the last slash is kept, none of it is believed.
        data: the whole file.

    Raises:
        Unreadable: it is no such file, is damaged, locked, hostile, or holds no text. The ``kind`` is a
            key of the messages of ``Problem``, with ``detail`` as the word that fills them.
    """
    return within_bounds(_read(re.split(r"[/\\]", name)[-1], data))


def _read(name: str, data: bytes) -> Script:
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("no_text", f"{len(data)} B")
    if len(data) > MOST_BYTES:
        raise Unreadable("oversized", f"{len(data):,} B")
    if data.startswith(ole.MAGIC):
        kind = ole.kind_of(data)
        return _converted(name, data, kind, "docx" if kind == "doc" else "xlsx")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(name, data)
    return _plain(name, data)


def _zipped(name: str, data: bytes) -> Script:
    from shanhe.documents.formats.docx.script import read_docx  # noqa: PLC0415 - only where needed
    from shanhe.documents.formats.xlsx.script import read_xlsx  # noqa: PLC0415

    archive = Zipped(data)
    if "mimetype" in archive.names and "content.xml" in archive.names:
        kind = "ods" if b"spreadsheet" in archive.bytes_of("mimetype") else "odt"
        return _converted(name, data, kind, "docx" if kind == "odt" else "xlsx")
    if "xl/workbook.bin" in archive.names:
        return _converted(name, data, "xlsb", "xlsx")
    if any(part.startswith("xl/") for part in archive.names):
        return read_xlsx(name, data)
    if any(part.startswith("word/") for part in archive.names):
        return read_docx(name, data)
    if "[Content_Types].xml" in archive.names:
        return read_docx(name, data)  # parts may have any name
    raise Unreadable("unknown_format", "zip: " + ", ".join(sorted(archive.names)[:5]))


def _plain(name: str, data: bytes) -> Script:
    head = data[:2048]
    for magic, picture in _FOREIGN:
        if data.startswith(magic):
            raise Unreadable("no_text", picture)
    for magic, archive in _ARCHIVES:
        if data.startswith(magic):
            raise Unreadable("unknown_format", archive)
    if b"%PDF-" in head[:1024]:
        from shanhe.documents.formats.pdf.script import read_pdf  # noqa: PLC0415 - an extra of the package

        return read_pdf(name, data)
    if data.startswith(b"{\\rtf"):
        return _converted(name, data, "rtf", "docx")
    return _written(name, data, head)


def _written(name: str, data: bytes, head: bytes) -> Script:
    from shanhe.documents.formats.html import read_html  # noqa: PLC0415 - only where needed
    from shanhe.documents.formats.text import read_text  # noqa: PLC0415

    begin = _BOM.sub(b"", head.replace(b"\0", b""), count=1)
    if begin.startswith(b"<?xml") and not _XHTML.search(begin):
        raise Unreadable("unknown_format", "XML")
    if begin[:200].lower().startswith((b"mime-version:", b"from: <saved by")):
        raise Unreadable("unknown_format", "MHTML")
    if begin.startswith(b"<?xml") or _HTML.match(begin):
        return read_html(name, data)
    return read_text(name, data)


def _converted(name: str, data: bytes, kind: str, to: str) -> Script:
    from shanhe.documents.formats.docx.script import read_docx  # noqa: PLC0415 - only where needed
    from shanhe.documents.formats.xlsx.script import read_xlsx  # noqa: PLC0415

    converted = convert(data, kind, to)
    notes = Notes()
    notes.add("converted")
    return (read_docx if to == "docx" else read_xlsx)(name, converted, notes)
