"""The older container of Office files: which streams are in it, and whether it is locked."""

import struct
from collections.abc import Iterator

from shanhe.documents.formats.grid import Unreadable

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sector numbers from here on mean something else
_MOST_SECTORS = 200  # of the directory; each names at least four streams
_ENTRY = 128
_LOCKS = ("EncryptedPackage", "EncryptionInfo")
_KINDS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))


def kind_of(data: bytes) -> str:
    """Return ``doc`` or ``xls``.

    Raises:
        Unreadable: it is locked, damaged, or holds something else.
    """
    try:
        streams = dict(_streams(data))
    except (struct.error, ValueError, OverflowError) as error:
        raise Unreadable("damaged_document", f"OLE: {error}") from None
    if any(name in streams for name in _LOCKS):
        raise Unreadable("locked", "EncryptedPackage")
    kind = next((kind for name, kind in _KINDS if name in streams), "")
    if not kind:
        raise Unreadable("unknown_format", "OLE: " + ", ".join(sorted(streams)[:5]))
    if kind == "doc" and _is_locked_word(data, streams["WordDocument"]):
        raise Unreadable("locked", "WordDocument")
    return kind


def _is_locked_word(data: bytes, sector: int) -> bool:
    """The header of the text says whether it is encrypted ([MS-DOC] 2.5.2, fEncrypted)."""
    header = data[(sector + 1) * _sector_size(data) :][:12]
    return len(header) == 12 and bool(struct.unpack_from("<H", header, 10)[0] & 0x100)


def _sector_size(data: bytes) -> int:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        message = f"sectors of 2^{shift} bytes"
        raise ValueError(message)
    return 1 << int(shift)


def _streams(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield name and first sector of each stream ([MS-CFB] 2.6)."""
    size = _sector_size(data)
    sector = struct.unpack_from("<I", data, 48)[0]
    for _ in range(_MOST_SECTORS):
        if sector >= _LAST:
            return
        begin = (sector + 1) * size
        for place in range(begin, begin + size, _ENTRY):
            length = struct.unpack_from("<H", data, place + 64)[0]
            name = data[place : place + min(max(length - 2, 0), 64)]
            if name:
                start = struct.unpack_from("<I", data, place + 116)[0]
                yield name.decode("utf-16-le", "replace"), start
        sector = _next(data, sector, size)


def _next(data: bytes, sector: int, size: int) -> int:
    """The sector after this one, by the table of sectors; its first 109 parts are in the header."""
    per_part = size // 4
    part, place = divmod(sector, per_part)
    if part >= 109:
        return _LAST
    table = struct.unpack_from("<I", data, 76 + 4 * part)[0]
    return int(struct.unpack_from("<I", data, (table + 1) * size + 4 * place)[0])
