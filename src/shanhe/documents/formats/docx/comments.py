"""The comments of a Word file: those that there are, and new ones after them."""

from datetime import date
from posixpath import basename, dirname, join
from typing import NamedTuple

from lxml import etree

from shanhe.documents.formats.docx.markup import R, W, run
from shanhe.documents.formats.docx.unpack import Parts
from shanhe.documents.formats.office import attribute
from shanhe.documents.formats.xml import xml_root

TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_SIZE = 18
"""Half points; without it a comment has the size of the report's own text, too large for the margin."""
_PLAIN = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
_ID, _REFERENCE = f"{{{W}}}id", f"{{{W}}}commentReference"


class Author(NamedTuple):
    """Who comments, and on what day."""

    name: str
    initials: str
    on: date


class Comments:
    """The part with the comments, made if there is none.

    Raises:
        Unreadable: from the constructor, where the part is damaged.
    """

    def __init__(self, parts: Parts, main: str, body: etree._Element, author: Author) -> None:
        related = [name for name in parts.related(main, "comments") if name in parts.names]
        self._author, self._main = author, main
        self.is_new = not related
        self.name = related[0] if related else _free_name(parts, main)
        self._root = (
            parts.xml(self.name) if related else etree.Element(f"{{{W}}}comments", nsmap={"w": W})
        )
        used = [*self._root, *body.iter(_REFERENCE)]
        self._next = max((_number(node.get(_ID)) for node in used), default=-1) + 1

    def add(self, text: str) -> int:
        """Add a comment, one paragraph a line, and return its id."""
        number, author = self._next, self._author
        self._next += 1
        lines = "".join(f"<w:p>{_PLAIN}{run(line, size=_SIZE)}</w:p>" for line in text.split("\n"))
        written = (
            f'<w:comment xmlns:w="{W}" w:id="{number}" w:author="{attribute(author.name)}" '
            f'w:date="{author.on.isoformat()}T00:00:00Z" '
            f'w:initials="{attribute(author.initials)}">{lines}</w:comment>'
        )
        self._root.append(etree.fromstring(written))
        return number

    def root(self) -> etree._Element:
        """The part's root."""
        return self._root

    def announced(self, types: bytes, relations: bytes | None) -> dict[str, etree._Element]:
        """Return the list of types, and the relations of the body, with a new part in them."""
        known = xml_root(types, TYPES)
        known.append(
            known.makeelement(_OVERRIDE, {"PartName": f"/{self.name}", "ContentType": _KIND})
        )
        name = relations_of(self._main)
        links = (
            etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
            if relations is None
            else xml_root(relations, name)
        )
        taken = {link.get("Id") for link in links}
        own = next(
            each for number in range(len(taken) + 1) if (each := f"shanhe{number}") not in taken
        )
        target = {"Id": own, "Type": f"{R}/comments", "Target": basename(self.name)}
        links.append(links.makeelement(f"{{{_RELATIONS}}}Relationship", target))
        return {TYPES: known, name: links}


def relations_of(part: str) -> str:
    """Return the name of the part with another part's relations."""
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _free_name(parts: Parts, main: str) -> str:
    names = (
        join(dirname(main), f"comments{number or ''}.xml") for number in range(len(parts.names) + 1)
    )
    return next(name for name in names if name not in parts.names)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else -1
