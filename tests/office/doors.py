"""Browsers of people who are logged in, and small files that are what they say."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.test import Client
from openpyxl import Workbook
from PIL import ExifTags, Image

from shanhe.documents.formats.office import packed
from shanhe.store.models import Account

BACKEND = "shanhe.app.office.knowing.KnowingBackend"


def entered(login: str) -> Client:
    """Return the browser of somebody who logged in."""
    client = Client()
    client.force_login(Account.objects.get(login=login), BACKEND)
    return client


def words(answer: Any) -> str:
    return str(answer.content.decode())


def png(tail: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body + tail


def photo(
    day: str = "",
    place: tuple[tuple[float, ...], tuple[float, ...]] | None = None,
    sides: str = "NE",
) -> bytes:
    """Return a photo with the notes of a camera: ``2025:10:01 09:30:00``, and degrees, minutes, seconds."""
    notes, file = Image.Exif(), BytesIO()
    if day:
        notes.get_ifd(ExifTags.IFD.Exif)[0x9003] = day
    if place:
        north, east = place
        noted = {1: sides[0], 2: north, 3: sides[1], 4: east}
        notes.get_ifd(ExifTags.IFD.GPSInfo).update(noted)
    Image.new("L", (8, 8)).save(file, "JPEG", exif=notes)
    return file.getvalue()


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xda\x00\x08\x01\x01\0\0\x3f\0\x55\xff\xd9"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def office_file(
    part: str, more: Mapping[str, bytes] | None = None, types: bytes = b"<Types/>"
) -> bytes:
    return packed({"[Content_Types].xml": types, part: b"<x/>", **(more or {})})


def workbook(**sheets: list[list[str]]) -> bytes:
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()
