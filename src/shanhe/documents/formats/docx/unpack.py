"""Parts of a Word file that somebody handed in, opened without trusting it."""

from collections.abc import Iterator
from posixpath import join, normpath

from lxml import etree

from shanhe.documents.formats.docx.markup import R, W
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.xml import xml_root
from shanhe.documents.formats.zipped import Zipped

_STRICT = {  # the same format under the names of ISO 29500 Strict
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
}


class Parts:
    """The XML parts of a Word file.

    Attributes:
        names: of all parts.

    Raises:
        Unreadable: from the constructor and from all methods.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = Zipped(data)
        self.names = self._zip.names

    def main(self) -> tuple[str, etree._Element]:
        """Return name and root of the part with the body."""
        name = next(iter(self.related("", "officeDocument")), "word/document.xml")
        root = self.xml(name)
        if root.tag != f"{{{W}}}document":
            detail = "not a Word file (.docx): its main part is no text document"
            raise Unreadable("unknown_format", detail)
        return name, root

    def related(self, source: str, kind: str) -> list[str]:
        """Names of the parts that ``source`` points to by a relationship ending in ``kind``."""
        folder, _, _ = source.rpartition("/")
        return [
            normpath(join("/", folder, relation.get("Target", ""))).lstrip("/")
            for relation in self._relations(source)
            if relation.get("Type", "").endswith(f"/{kind}")
        ]

    def _relations(self, source: str) -> Iterator[etree._Element]:
        folder, _, name = source.rpartition("/")
        relations = join(folder, "_rels", f"{name}.rels")
        if relations in self.names:
            for relation in self.xml(relations):
                inside = relation.get("TargetMode") != "External"
                if isinstance(relation.tag, str) and inside:
                    yield relation

    def xml(self, name: str) -> etree._Element:
        """The root of a part."""
        data = self._zip.bytes_of(name)
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        return xml_root(data, name)
