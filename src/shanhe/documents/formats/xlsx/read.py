"""The sheets of a workbook, each cell as a person sees it printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from shanhe.documents.formats.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    NO_VALUE,
    Grid,
    Unreadable,
)
from shanhe.documents.formats.marks import MERGED
from shanhe.documents.formats.xlsx.package import Package, Related
from shanhe.documents.formats.xlsx.printed import format_code, printed_number
from shanhe.values.regex import regex

_ESCAPE = regex("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
_CELL = regex(r"([A-Z]{1,3})([1-9]\d{0,6})")
_AREA = regex(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")


def read_grids(data: bytes) -> dict[str, Grid]:
    """Return sheet name to rows of printed cells; a hidden sheet counts like any other.

    Numbers keep the decimals that their format shows (``80.8`` formatted ``0.00`` is ``80.80``)
    but are never cut; days are ``2025-07-07``; a formula counts with its saved result. What has no
    text of its own is marked: ``NO_VALUE``, ``MERGED``, ``ODD_FORMAT``. A line end becomes one
    line feed; blank rows and cells at the end are left out.

    Raises:
        Unreadable: it is no workbook, has macros or entities, or is too big.
    """
    package = Package(data)
    book = next((r.part for r in package.related("") if r.kind == "officeDocument"), "")
    if not book.startswith("xl/") or book not in package.names:
        raise Unreadable("not_xlsx", "xl/workbook.xml")
    parts = package.related(book)
    texts = _Texts(
        _shared_strings(package, _part(parts, "sharedStrings")),
        _formats(package, _part(parts, "styles")),
        _counts_from_1904(package, book),
    )
    grids: dict[str, Grid] = {}
    for name, part in list(_sheets(package, book, parts)):
        if name in grids:
            raise Unreadable("same_sheet", name, name)
        grids[name] = _grid(package, part, name, texts)
    return grids


def _part(parts: tuple[Related, ...], kind: str) -> str:
    return next((one.part for one in parts if one.kind == kind), "")


def _sheets(package: Package, book: str, parts: tuple[Related, ...]) -> Iterator[tuple[str, str]]:
    by_id = {one.id: one for one in parts}
    for sheet in package.elements(book, "sheet"):
        ids = (value for key, value in sheet.items() if str(key).endswith("}id"))
        found = by_id.get(str(next(ids, "")))
        if found is None or found.part not in package.names:
            raise Unreadable("damaged", "xl/workbook.xml", sheet.get("name", ""))
        if found.kind == "worksheet":
            yield _decoded(sheet.get("name", "")), found.part


def _counts_from_1904(package: Package, book: str) -> bool:
    properties = package.elements(book, "workbookPr")
    return any(one.get("date1904") in {"1", "true"} for one in properties)


def _shared_strings(package: Package, part: str) -> list[str]:
    return [_rich(item) for item in package.elements(part, "si")] if part else []


def _rich(item: etree._Element) -> str:
    """Return the text of an item in one or several fonts, without phonetic guides."""
    pieces = item.iterfind("./{*}t"), item.iterfind("./{*}r/{*}t")
    return _decoded("".join(t.text or "" for found in pieces for t in found))


def _decoded(text: str) -> str:
    """Return the text with ``_x000D_`` and the like made characters, lines ended one way."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _formats(package: Package, part: str) -> list[str]:
    """Return the number format of each style."""
    own: dict[int, str] = {}
    formats: list[str] = []
    for element in package.elements(part, "numFmt", "cellXfs") if part else ():
        if element.tag.endswith("}numFmt"):
            own[_whole(element, "numFmtId")] = element.get("formatCode", "")
        else:
            formats = [format_code(_whole(xf, "numFmtId"), own) for xf in element]
    return formats


def _whole(element: etree._Element, name: str) -> int:
    text = element.get(name, "0")
    return int(text) if text.isascii() and text.isdigit() else 0


@dataclass(frozen=True, slots=True)
class _Texts:
    """What cells point to."""

    shared: list[str]
    formats: list[str]
    from_1904: bool

    def of(self, cell: etree._Element) -> str:
        """Return what is seen in a cell."""
        kind = cell.get("t", "n")
        inline = cell.find("./{*}is") if kind == "inlineStr" else None
        if inline is not None:
            return _rich(inline)
        stored = cell.findtext("./{*}v")
        if stored:
            return self._stored(kind, stored, _whole(cell, "s"))
        has_formula = cell.find("./{*}f") is not None
        return NO_VALUE if has_formula and (stored is None or kind != "str") else ""

    def _stored(self, kind: str, stored: str, style: int) -> str:
        if kind == "n":
            code = self.formats[style] if style < len(self.formats) else "General"
            return printed_number(stored, code, from_1904=self.from_1904)
        if kind == "s":
            return self.shared[int(stored)]
        if kind == "b":
            return "是" if stored in {"1", "true"} else "否"
        return _iso(stored) if kind == "d" else _decoded(stored)


def _iso(stored: str) -> str:
    try:
        moment = datetime.fromisoformat(stored)
    except ValueError:
        return stored
    clock = f"{moment:%H:%M:%S}"
    return f"{moment:%Y-%m-%d}" if clock == "00:00:00" else f"{moment:%Y-%m-%d} {clock}"


def _grid(package: Package, part: str, title: str, texts: _Texts) -> Grid:
    rows: list[list[str]] = []
    merged: list[str] = []
    number = 0
    try:
        for element in package.elements(part, "row", "mergeCell"):
            if element.tag.endswith("}mergeCell"):
                merged.append(element.get("ref", ""))
            else:
                before, number = number, _whole(element, "r") or number + 1
                if number <= before:
                    raise Unreadable("damaged", f"row {number}")
                _add_row(rows, number, _row(element, texts))
        _mark_merged(rows, merged)
    except Unreadable as refusal:
        raise Unreadable(refusal.kind, refusal.detail, title) from None
    except (ValueError, IndexError, OverflowError) as error:
        raise Unreadable("damaged", f"{part}: {error}", title) from None
    return rows


def _add_row(rows: list[list[str]], number: int, row: list[str]) -> None:
    if row and number > MOST_ROWS:
        raise Unreadable("too_many_rows", f"{MOST_ROWS:,}")
    if row:
        rows += [[] for _ in range(number - len(rows) - 1)]
        rows.append(row)


def _row(element: etree._Element, texts: _Texts) -> list[str]:
    row: list[str] = []
    place = 0
    for cell in element.iterfind("./{*}c"):
        found = _CELL.fullmatch(cell.get("r", ""))
        place = _column(found[1]) if found else place + 1
        text = texts.of(cell)
        if not text:
            continue
        if place > MOST_COLUMNS:
            raise Unreadable("too_many_columns", f"{MOST_COLUMNS}")
        if place <= len(row):
            raise Unreadable("damaged", cell.get("r", ""))
        row += [""] * (place - len(row))
        row[place - 1] = text
    return row


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _mark_merged(rows: list[list[str]], areas: list[str]) -> None:
    """Mark the cells that merged ones cover, as far as the sheet is filled in."""
    width, marked = max(map(len, rows), default=0), 0
    for top, bottom, left, right in _areas(areas):
        for y in range(top, min(bottom, len(rows))):
            for x in range(left, min(right, width)):
                marked += 1
                if marked > MOST_ROWS:
                    raise Unreadable("too_big", "mergeCell")
                if (y, x) != (top, left):
                    _mark(rows[y], x)


def _areas(refs: list[str]) -> Iterator[tuple[int, int, int, int]]:
    for ref in refs:
        found = _AREA.fullmatch(ref)
        if found:
            left, top, right, bottom = found.groups()
            yield int(top) - 1, int(bottom), _column(left) - 1, _column(right)


def _mark(row: list[str], x: int) -> None:
    row += [""] * (x + 1 - len(row))
    row[x] = row[x] or MERGED
