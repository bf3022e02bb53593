"""A Shapefile in a zip: its members, and the encoding of its attributes."""

import codecs
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.zipped import Zipped

_NEEDED = ("shp", "shx", "dbf")
_TAKEN = (*_NEEDED, "prj", "cpg")
_SAMPLE = 200
"""Rows that are looked at for the encoding."""


def members(data: bytes) -> dict[str, bytes]:
    """Return ending → bytes of the one Shapefile in a zip; no name in it is used as a path.

    Raises:
        Unreadable: there is none, more than one, or a part is missing, damaged or too large.
    """
    archive = Zipped(data)
    found: dict[str, dict[str, str]] = {}
    for name in sorted(archive.names):
        path = PurePosixPath(name.replace("\\", "/"))
        if "__MACOSX" not in path.parts and not path.name.startswith("."):
            own = found.setdefault(str(path.with_suffix("")).lower(), {})
            own[path.suffix[1:].lower()] = name
    layers = [parts for parts in found.values() if "shp" in parts]
    if not layers:
        raise Unreadable("not_a_layer", "zip")
    if len(layers) > 1:
        raise Unreadable("many_layers", str(len(layers)))
    missing = [f".{ending}" for ending in _NEEDED if ending not in layers[0]]
    if missing:
        raise Unreadable("incomplete_shapefile", "、".join(missing))
    return {ending: archive.bytes_of(layers[0][ending]) for ending in _TAKEN if ending in layers[0]}


def encoding_of(parts: Mapping[str, bytes]) -> str:
    """Return the encoding of the attributes: as the .cpg declares if that can be, else as they read.

    Declarations are often wrong, so names and texts are read with each: the first that fits is it.
    """
    texts = list(_texts(parts["dbf"]))
    declared = parts.get("cpg", b"").decode("ascii", "ignore").strip().lower()
    for name in (_known(declared), "utf-8", "gb18030"):
        if name and all(_fits(text, name) for text in texts):
            return name
    return "gb18030"


def names_of(dbf: bytes, encoding: str) -> tuple[str, ...]:
    """Return the names of the columns; a character cut off by the ten bytes of a name is left out."""
    return tuple(dbf[at : at + 11].split(b"\0")[0].decode(encoding, "ignore") for at in _heads(dbf))


def nameless(dbf: bytes) -> bytes:
    """Return the table with its columns called F0, F1, …, which every reader can decode."""
    plain = bytearray(dbf)
    for number, at in enumerate(_heads(dbf)):
        plain[at : at + 11] = f"F{number}".encode().ljust(11, b"\0")
    return bytes(plain)


def _heads(dbf: bytes) -> Iterator[int]:
    """Yield where the description of each column begins."""
    for at in range(32, min(int.from_bytes(dbf[8:10], "little"), len(dbf)) - 31, 32):
        if dbf[at] == 0x0D:
            return
        yield at


def _known(declared: str) -> str:
    word = {"65001": "utf-8", "936": "gb18030", "gbk": "gb18030", "gb2312": "gb18030"}
    name = word.get(declared.removeprefix("ansi ").removeprefix("cp"), declared)
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _fits(text: bytes, encoding: str) -> bool:
    """Return whether bytes can be read so; a character cut off by the width of a field is no fault."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        decoder.decode(text)
    except UnicodeDecodeError:
        return False
    return True


def _texts(dbf: bytes) -> Iterator[bytes]:
    """Yield the names of the columns and the texts of the first rows."""
    begin, width = int.from_bytes(dbf[8:10], "little"), int.from_bytes(dbf[10:12], "little")
    fields, place = [], 1
    for at in _heads(dbf):
        yield dbf[at : at + 11].split(b"\0")[0]
        if dbf[at + 11 : at + 12] == b"C":
            fields.append((place, dbf[at + 16]))
        place += dbf[at + 16]
    for row in range(begin, min(len(dbf), begin + width * _SAMPLE), max(width, 1)):
        for start, size in fields:
            yield dbf[row + start : row + start + size].rstrip(b" \0")
