"""One paper under reading: its paragraphs, names and indicators, and how records are made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from shanhe.catalogue.model import Indicator
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.prose.folding import fold
from shanhe.documents.prose.headings import Paragraph, outline
from shanhe.documents.prose.indicators import IndicatorIndex, indicator_index
from shanhe.documents.prose.lexer import lex
from shanhe.documents.script import Passage, Script, ScriptCell
from shanhe.records.source import Record, RowSource, Source
from shanhe.values.period import Period

Made = TypeVar("Made", bound=Record)
Span = tuple[int, int]
_SENTENCE = 15
"""Characters from which a cell may hold a sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """A single field of programme or overview, with its place."""

    value: object
    where: Source


@dataclass(frozen=True, slots=True)
class Paper:
    """A script with its paragraphs under headings.

    Attributes:
        year: the budget year that is evaluated, ``None`` where the paper does not tell.
        whole: all its words, those of its tables too, folded.
        cells: cells that hold sentences, each as a paragraph under no heading.
        known: indicators by name, where the paper has its own besides the catalogue's.
    """

    script: Script
    names: PaperNames
    paragraphs: tuple[Paragraph, ...]
    year: int | None
    whole: str
    cells: tuple[Paragraph, ...] = ()
    known: IndicatorIndex | None = None

    @property
    def index(self) -> IndicatorIndex:
        """Indicators by the words beside a number."""
        return self.known or indicator_index(self.names.catalogue)

    @property
    def period(self) -> Period:
        """The year that is evaluated."""
        return Period(self.year)

    def source(self, paragraph: Paragraph, whole: Span, at: Mapping[str, Span | None]) -> RowSource:
        """Return a place for a record: ``whole`` for every field that has none of its own."""
        spans = {key: span or whole for key, span in at.items()}
        places = {key: self.place(paragraph, span) for key, span in spans.items()}
        return RowSource(self.script.file, paragraph.passage.spot.part, 0, at=places)

    def place(self, paragraph: Paragraph, span: Span) -> Source:
        """Return the place of some characters of a paragraph."""
        passage = paragraph.passage
        column = str(passage.spot.column) if passage.spot.table else ""
        text = passage.text[span[0] : span[1]]
        return self.script.source(passage.spot, text, span[0], column)

    def said(self, paragraph: Paragraph, span: Span, value: object = None) -> Said:
        """Return a word for a single field: the characters themselves, or ``value``."""
        where = self.place(paragraph, span)
        return Said(where.text.strip() if value is None else value, where)

    def make(
        self,
        kind: type[Made],
        paragraph: Paragraph,
        whole: Span,
        at: Mapping[str, Span | None],
        /,
        **values: Any,
    ) -> Made:
        """Return a record of ``values``, each traced to ``at`` or to the whole sentence."""
        spans = dict.fromkeys(values) | dict(at)
        return kind(source=self.source(paragraph, whole, spans), **values)


def make_paper(
    script: Script,
    names: PaperNames,
    year: int | None,
    own: tuple[Indicator, ...] = (),
    printed: Mapping[str, str] = MappingProxyType({}),
) -> Paper:
    """Return a paper to be read.

    Args:
        script: its paragraphs and tables.
        names: places and indicators by name.
        year: the one that is evaluated.
        own: indicators that only its tables name.
        printed: names that its tables have for those of the catalogue, with their ids.
    """
    passages = list(script.passages())
    cells = [cell for table in script.tables() for cell in table.cells]
    whole = fold("\n".join([one.text for one in passages] + [cell.text for cell in cells]))
    told = tuple(_told(cell) for cell in cells if len(cell.text) >= _SENTENCE)
    known = IndicatorIndex(names.catalogue, own, printed) if own or printed else None
    return Paper(script, names, outline(passages), year, whole, told, known)


def _told(cell: ScriptCell) -> Paragraph:
    return Paragraph(Passage(cell.text, cell.spot), lex(cell.text), (), None, 0)


def note(found: Found, paragraph: Paragraph, *spans: Span) -> None:
    """Note that the numbers in these spans are understood."""
    for start, end in spans:
        found.understood(paragraph.passage.spot, start, end)
