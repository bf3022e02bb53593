"""What the styles of a Word file say about level, number and visibility of a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from shanhe.documents.formats.docx.marks import is_on
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import value, whole
from shanhe.values.regex import regex

_HEADING = regex(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_CONTENTS = regex(r"(?:toc|目录) ?[1-9]", re.IGNORECASE)
_MOST_BASED = 50  # styles one upon another; honest ones are five
_BODY_TEXT = 9  # Word's outline level of what is no heading


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it takes from the styles it is based on.

    Attributes:
        id: as paragraphs name it.
        level: of a heading, 0 for none.
        list_id, list_level: its numbering; empty and -1 for none.
        contents: a line of the generated table of contents.
        hint: marks the words of an empty content control.
    """

    id: str = ""
    level: int = 0
    list_id: str = ""
    list_level: int = -1
    hidden: bool = False
    contents: bool = False
    hint: bool = False


NO_STYLE = Style()


def outline(node: etree._Element | None) -> int | None:
    """Return the heading level that paragraph properties name, ``None`` where they name none."""
    found = value(node, "outlineLvl")
    if found is None:
        return None
    level = whole(found, _BODY_TEXT)
    return level + 1 if level < _BODY_TEXT else 0


class StyleSheet:
    """The styles of a document by id.

    Attributes:
        default: id of the style of paragraphs that name none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._nodes: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for node in () if root is None else root.iterchildren(f"{{{W}}}style"):
            name = node.get(f"{{{W}}}styleId", "")
            self._nodes[name] = node
            default = node.get(f"{{{W}}}default")
            if default and is_on(default) and node.get(f"{{{W}}}type") == "paragraph":
                self.default = name

    def __getitem__(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._read(name) if name in self._nodes else NO_STYLE
        return self._known[name]

    def _read(self, name: str) -> Style:
        level: int | None = None
        list_id, list_level = "", -1
        hidden: bool | None = None
        for node in self._chain(name):
            properties = node.find(f"{{{W}}}pPr")
            level = outline(properties) if level is None else level
            level = _named_level(node) if level is None else level
            numbers = None if properties is None else properties.find(f"{{{W}}}numPr")
            list_id = list_id or value(numbers, "numId") or ""
            found = value(numbers, "ilvl")
            list_level = whole(found, 0) if list_level < 0 and found else list_level
            hidden = _vanish(node) if hidden is None else hidden
        own = _name(self._nodes[name])
        hint = own.lower() in {"placeholder text", "占位符文本"}
        contents = _CONTENTS.fullmatch(own) is not None
        return Style(name, level or 0, list_id, list_level, bool(hidden), contents, hint)

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """The style, then the one it is based on, and so on; circles end."""
        seen: set[str] = set()
        while name in self._nodes and name not in seen and len(seen) < _MOST_BASED:
            seen.add(name)
            yield self._nodes[name]
            name = value(self._nodes[name], "basedOn") or ""


def _name(node: etree._Element) -> str:
    return (value(node, "name") or "").strip()


def _named_level(node: etree._Element) -> int | None:
    found = _HEADING.fullmatch(_name(node))
    return int(found[1]) if found else None


def _vanish(node: etree._Element) -> bool | None:
    found = node.find(f"{{{W}}}rPr/{{{W}}}vanish")
    return None if found is None else is_on(found.get(f"{{{W}}}val"))
