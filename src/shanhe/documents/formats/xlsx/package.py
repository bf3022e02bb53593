"""The parts of an Excel file, refused before any parser sees what is hostile in them."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from shanhe.documents.formats.grid import MOST_BYTES, Unreadable

_OLD_FILE = b"\xd0\xcf\x11\xe0"  # .xls, and any file with a password
_ENCODING = re.compile(
    rb"^\xef\xbb\xbf?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)|^<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)"
)
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, KeyError, ValueError)


@dataclass(frozen=True, slots=True)
class Related:
    """Another part that a part points to."""

    id: str
    kind: str
    part: str


class Package:
    """An opened Excel file.

    Raises:
        Unreadable: it is no Excel file, has macros or a password, or is too big.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_FILE):
            raise Unreadable("old_or_locked")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            kind = "damaged" if data.startswith(b"PK") else "not_xlsx"
            raise Unreadable(kind, str(error)) from None
        self.names = frozenset(self._zip.namelist())
        if any(name.endswith("vbaProject.bin") or "/macrosheets/" in name for name in self.names):
            raise Unreadable("has_macros")
        if sum(info.file_size for info in self._zip.infolist()) > MOST_BYTES:
            raise Unreadable("too_big", f"{MOST_BYTES // 1_000_000} MB")

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of a part with one of the local names, each when it is complete.

        Raises:
            Unreadable: the part is damaged, or declares a document type.
        """
        source = io.BytesIO(self._safe(name))
        wanted = [f"{{*}}{tag}" for tag in tags]
        try:
            parser = etree.iterparse(
                source, tag=wanted, resolve_entities=False, no_network=True, load_dtd=False
            )
            for _, element in parser:
                yield element
                _forget(element)
        except (etree.XMLSyntaxError, AssertionError) as error:
            raise Unreadable("damaged", f"{name}: {error}") from None

    def related(self, name: str) -> tuple[Related, ...]:
        """Return what the part points to; the empty name is the package itself."""
        folder, own = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{own}.rels")
        if rels not in self.names:
            return ()
        return tuple(
            Related(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                _within(folder, one.get("Target", "")),
            )
            for one in self.elements(rels, "Relationship")
        )

    def _safe(self, name: str) -> bytes:
        try:
            data = self._zip.read(name)
        except _BROKEN as error:
            raise Unreadable("damaged", f"{name}: {error}") from None
        found = _ENCODING.match(data)
        encoding = (found[1] or found[2]).lower() if found else b"utf-8"
        if encoding not in {b"utf-8", b"us-ascii"} or b"\0" in data[:200]:
            raise Unreadable("unsafe_xml", name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Unreadable("unsafe_xml", name)
        return data


def _within(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))


def _forget(element: etree._Element) -> None:
    """Free what was read, so that a big sheet does not stay in memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
