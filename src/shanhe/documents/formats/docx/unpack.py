"""Parts of a Word file that somebody handed in, opened without trusting it."""

import re
import zipfile
import zlib
from io import BytesIO
from posixpath import join, normpath

from lxml import etree

from shanhe.documents.formats.docx.markup import R, W

_MOST_PARTS = 10_000
_LARGEST_PART = 64 * 2**20  # bytes of XML; a report of a thousand tables has 5 MB
_STRICT = {  # the same format under the names of ISO 29500 Strict
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
}


class UnreadableDocx(ValueError):  # noqa: N818 - says what the file is
    """The bytes are no Word file, are damaged, or are larger than any honest paper."""


class Parts:
    """The XML parts of a Word file.

    Raises:
        UnreadableDocx: from the constructor and from ``xml``.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            message = "not a Word file (.docx): it is not a zip"
            raise UnreadableDocx(message) from error
        self._names = set(self._archive.namelist())
        if len(self._names) > _MOST_PARTS:
            message = f"{len(self._names)} parts, more than {_MOST_PARTS}"
            raise UnreadableDocx(message)

    def related(self, source: str, kind: str) -> list[str]:
        """Names of the parts that ``source`` points to by a relationship ending in ``kind``."""
        folder, _, name = source.rpartition("/")
        relations = join(folder, "_rels", f"{name}.rels")
        if relations not in self._names:
            return []
        targets = [
            relation.get("Target", "")
            for relation in self.xml(relations)
            if isinstance(relation.tag, str)
            and relation.get("TargetMode") != "External"
            and relation.get("Type", "").endswith(f"/{kind}")
        ]
        return [normpath(join("/", folder, target)).lstrip("/") for target in targets]

    def xml(self, name: str) -> etree._Element:
        """The root of a part."""
        data = self._bytes(name)
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        # Word writes no document type; who does wants entities to be expanded.
        if re.search(rb"<!\s*DOCTYPE", data.replace(b"\0", b""), re.IGNORECASE):
            message = f"{name} declares a document type"
            raise UnreadableDocx(message)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            message = f"{name} is not well-formed: {error}"
            raise UnreadableDocx(message) from error

    def _bytes(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as part:
                data = part.read(_LARGEST_PART + 1)
        except KeyError as error:
            message = f"not a Word file (.docx): it has no {name}"
            raise UnreadableDocx(message) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
            message = f"{name} is damaged or encrypted"
            raise UnreadableDocx(message) from error
        if len(data) > _LARGEST_PART:
            message = f"{name} has more than {_LARGEST_PART} bytes"
            raise UnreadableDocx(message)
        return data
