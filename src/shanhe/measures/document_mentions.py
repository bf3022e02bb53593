"""Every place at which a paper names a document by number, rows of its tables among them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shanhe.catalogue.names import plain_name
from shanhe.measures.document_number import plain_number
from shanhe.measures.sentences import table_cells
from shanhe.records.dossier import Dossier
from shanhe.records.paper import Reference, TextLine
from shanhe.records.source import Operand, Source
from shanhe.values.regex import regex

_NUMBER = regex(
    r"[\u4e00-\u9fff]{2,12}[〔\[［【(（]\s*20\d\d\s*[〕\]］】)）]\s*(?:第\s*)?\d{1,5}\s*号"
)
_PARTS = regex(r"(?P<word>[\u4e00-\u9fff]+)〔(?P<year>20\d\d)〕(?P<serial>\d+)号")
_VERB = regex(
    "^.*(?:执行|按照|依据|根据|落实|遵守|遵照|参照|依照|贯彻|对照|印发|转发|见|以|按)(?=[\u4e00-\u9fff]{2})"
)
"""Words that stand right before a number and are none of it: 严格执行九财资环〔2024〕18号."""
_DAY = regex(r"(20\d\d)\s*[年.-]\s*(\d{1,2})\s*[月.-]\s*(\d{1,2})\s*日?")
_ISSUER = regex("^.*?关于")
_SHORT = 40
"""Letters of a cell that names a document and tells no story of it."""


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A document as one place names it.

    Attributes:
        word, year, serial: of its number: 财资环, 2025, 64.
        title: without the issuer, empty where the place has none. day: the day told with it.
        spot: of the paragraph or row. sentence: how many end before it in its paragraph.
    """

    word: str
    year: str
    serial: str
    title: str
    day: date | None
    operand: Operand
    spot: tuple[object, ...]
    sentence: int = 0

    @property
    def number(self) -> str:
        """As it ought to be printed."""
        return f"{self.word}〔{self.year}〕{self.serial}号"

    @property
    def is_introduced(self) -> bool:
        """Whether the place says what document it is: by its title or its day."""
        return bool(self.title or self.day)


def document_mentions(dossier: Dossier) -> list[DocumentMention]:
    """Return all mentions, those of sentences first."""
    texts = {_spot(line.source.cell("text")): line for line in dossier.texts}
    named = (_of_reference(one, texts) for one in dossier.references)
    found = [one for one in named if one is not None]
    seen = {one.spot for one in found}
    return found + [one for one in _of_rows(dossier) if one.spot not in seen]


def _spot(where: Source) -> tuple[object, ...]:
    return where.part, where.table, where.row, where.paragraph


def _of_reference(
    reference: Reference, texts: Mapping[tuple[object, ...], TextLine]
) -> DocumentMention | None:
    parts = _PARTS.fullmatch(plain_number(reference.number))
    if parts is None:
        return None
    operand = reference.operand("number")
    title = _ISSUER.sub("关于", plain_name(reference.title))
    spot, day = _spot(operand.where), reference.day
    line = texts.get(spot)
    since = operand.where.start - line.source.cell("text").start if line else 0
    ended = line.text.count("。", 0, max(since, 0)) if line else 0
    word = _VERB.sub("", parts["word"])
    return DocumentMention(word, parts["year"], parts["serial"], title, day, operand, spot, ended)


def _of_rows(dossier: Dossier) -> Iterator[DocumentMention]:
    """Yield the numbers of rows, with their day where they have one; of several each with the day in the cell after it."""
    rows: dict[tuple[object, ...], list[TextLine]] = {}
    for line in table_cells(dossier):
        where = line.source.cell("text")
        key = (where.part, where.table, where.row, where.paragraph)
        rows.setdefault(key, []).append(line)
    for spot, lines in rows.items():
        named = [(line, match) for line in lines for match in _NUMBER.finditer(line.text)]
        days = {day for line in lines if len(line.text) < 24 for day in _days(line.text)}
        if len(named) == 1 and len(named[0][0].text) < _SHORT:
            yield from _of_cell(*named[0], days.pop() if len(days) == 1 else None, spot)
        elif len(named) > 1 and all(match[0] == line.text.strip() for line, match in named):
            beside = {line.source.cell("text").column: list(_days(line.text)) for line in lines}
            for line, match in named:
                after = _after(line.source.cell("text").column)
                own = beside.get(after, [])
                if len(own) == 1:
                    yield from _of_cell(line, match, own[0], spot)


def _after(column: str) -> str:
    return str(int(column) + 1) if column.isdigit() else ""


def _of_cell(
    line: TextLine, match: re.Match[str], day: date | None, spot: tuple[object, ...]
) -> Iterator[DocumentMention]:
    parts = _PARTS.fullmatch(plain_number(match[0]))
    if parts is not None:
        number = (parts["word"], parts["year"], parts["serial"])
        yield DocumentMention(*number, "", day, line.operand("text"), spot)


def _days(text: str) -> Iterator[date]:
    for found in _DAY.finditer(text):
        try:
            yield date(*map(int, found.groups()))
        except ValueError:
            continue
