"""What a file is, by its content alone; one that is two things at once is none."""

import zlib

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.zipped import Zipped

_ZIP_END = b"PK\x05\x06"
_MARKUP = (b"<html", b"<script", b"<svg", b"<!doctype", b"<?php")
_MACROS = ("vbaproject.bin", "activex/")
_EMBEDDED = (".docx", ".pptx", ".xlsx")


def kind_of(data: bytes) -> str | None:
    """Return ``pdf``, ``jpg``, ``png``, ``docx`` or ``xlsx``, ``None`` for everything else.

    No zip may hide behind another head, a PNG has to end where its chunks end, an Office file
    holds no macros, nothing embedded but the tables of its charts, and does not swell when it is
    opened. What a PDF does when it is opened is not looked into; it is handed out to be saved,
    never shown.
    """
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    if _is_zip_behind(data) or any(mark in data[:1024].lower() for mark in _MARKUP):
        return None
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return "pdf"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg" if _is_jpeg(data) else None
    return "png" if data.startswith(b"\x89PNG\r\n\x1a\n") and _is_whole_png(data) else None


def _is_zip_behind(data: bytes) -> bool:
    """Return whether a program that looks for a zip from the end would find one."""
    return _ZIP_END in data[-(2**16 + 22) :]


def _is_jpeg(data: bytes) -> bool:
    """Follow the segments to the picture; phones write what they like behind its end."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark == 0xDA:
            return b"\xff\xd9" in data[at:]
        at += 2 + length if length >= 2 else len(data)
    return False


def _is_whole_png(data: bytes) -> bool:
    """Follow the chunks to the end; each carries its length and checksum."""
    at, is_first = 8, True
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data) or (is_first and name != b"IHDR"):
            return False
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            return False
        if name == b"IEND":
            return end == len(data)
        at, is_first = end, False
    return False


def _office(data: bytes) -> str | None:
    try:
        archive = Zipped(data)
        archive.ask_honest()
        types = archive.bytes_of("[Content_Types].xml").lower()
    except Unreadable:
        return None
    names = {name.lower() for name in archive.names}
    if b"macroenabled" in types or any(mark in name for name in names for mark in _MACROS):
        return None
    if not all(_is_tame(name) for name in names):
        return None
    found = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
    kinds = [kind for part, kind in found.items() if part in names]
    return kinds[0] if len(kinds) == 1 else None


def _is_tame(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    inside = "embeddings" in parts[:-1]
    is_path = ".." not in parts and not name.startswith("/") and ":" not in name
    return is_path and (not inside or name.endswith(_EMBEDDED))
