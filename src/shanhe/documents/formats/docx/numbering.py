"""Numbers that Word puts before paragraphs by itself: 一、 （一） 1. （1）."""

import re
from dataclasses import dataclass, field

from lxml import etree

from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numerals import NO_NUMBER, numeral
from shanhe.values.regex import regex

LEVELS = 9
_LONGEST = 60  # letters of a pattern such as 第%1章
_PLACE = regex("%([1-9])")


def value(node: etree._Element | None, path: str) -> str | None:
    """Return ``val`` of a node below, ``None`` where there is none."""
    found = None if node is None else node.find(f"{{{W}}}{path}")
    return None if found is None else found.get(f"{{{W}}}val")


def whole(text: str | None, otherwise: int) -> int:
    """Return the number that an attribute holds."""
    fits = text is not None and len(text) < 10 and text.isascii() and text.isdigit()
    return int(text or 0) if fits else otherwise


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts_after: int = -1  # level that sets it back; -1: any above
    style: str = ""

    @classmethod
    def read(cls, node: etree._Element) -> "_Level":
        return cls(
            value(node, "numFmt") or "decimal",
            (value(node, "lvlText") or "")[:_LONGEST],
            whole(value(node, "start"), 1),
            node.find(f"{{{W}}}isLgl") is not None,
            whole(value(node, "lvlRestart"), -1),
            value(node, "pStyle") or "",
        )


@dataclass(slots=True)
class _List:
    """A list as a paragraph names it: its levels, and the counters that lists may share."""

    levels: dict[int, _Level]
    counters: dict[int, int]
    starts: dict[int, int] = field(default_factory=dict)  # set once, at the first use of a level


class Numbering:
    """The lists of a document, counting as paragraphs come by."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        levels: dict[str, dict[int, _Level]] = {}
        by_style: dict[str, str] = {}
        links: dict[str, str] = {}
        for node in root.iterchildren(f"{{{W}}}abstractNum"):
            key = node.get(f"{{{W}}}abstractNumId", "")
            levels[key] = _levels(node)
            by_style[value(node, "styleLink") or ""] = key
            links[key] = value(node, "numStyleLink") or ""
        counters: dict[str, dict[int, int]] = {}
        for node in root.iterchildren(f"{{{W}}}num"):
            key = value(node, "abstractNumId") or ""
            key = by_style.get(links.get(key) or "-", key)
            one = _List(dict(levels.get(key, {})), counters.setdefault(key, {}))
            for change in node.iterchildren(f"{{{W}}}lvlOverride"):
                _override(one, change)
            self._lists[node.get(f"{{{W}}}numId", "")] = one

    def level_of(self, list_id: str, style: str) -> int:
        """Return the level of a list that is tied to a paragraph style, 0 where none is."""
        found = self._lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((number for number, level in levels if level.style == style), 0)

    def next(self, list_id: str, level: int) -> str:
        """Count one paragraph of a list and return its number as printed, without a gap."""
        found = self._lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        _count(found, level)
        own = found.levels[level]
        if own.form in NO_NUMBER:
            return ""

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            one = found.levels.get(place, own)
            form = "decimal" if own.legal and place < level else one.form
            return "" if form == "none" else numeral(found.counters.get(place, one.start), form)

        return _PLACE.sub(number, own.text)


def _levels(node: etree._Element) -> dict[int, _Level]:
    return {
        whole(level.get(f"{{{W}}}ilvl"), 0): _Level.read(level)
        for level in node.iterchildren(f"{{{W}}}lvl")
        if whole(level.get(f"{{{W}}}ilvl"), 0) < LEVELS
    }


def _override(one: _List, change: etree._Element) -> None:
    level = min(whole(change.get(f"{{{W}}}ilvl"), 0), LEVELS - 1)
    own = change.find(f"{{{W}}}lvl")
    if own is not None:
        one.levels[level] = _Level.read(own)
    start = value(change, "startOverride")
    if start is not None:
        one.starts[level] = whole(start, 1)


def _count(found: _List, level: int) -> None:
    counters = found.counters
    if level in found.starts:
        counters[level] = found.starts.pop(level)
    else:
        counters[level] = counters.get(level, found.levels[level].start - 1) + 1
    for below in [one for one in counters if one > level]:
        after = found.levels[below].restarts_after if below in found.levels else -1
        if after == -1 or level < after:
            del counters[below]
