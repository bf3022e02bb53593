"""The texts of a paper, sentence by sentence, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from shanhe.measures.once import once
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.values.regex import regex

_SENTENCE = regex(
    r"(?:[^。！？\n]|\n(?=[（(](?![一二三四五六七八九十\d]{1,3}[）)])))+[。！？]?[”』」）)]*"
)
_QUOTED = regex(r"《[^《》]*》|“[^“”]*”|‘[^‘’]*’")
_STOP = "\u3000"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        text: with its full stop. line: the paragraph or cell. start: first character in it.
    """

    text: str
    line: TextLine
    start: int

    def operand(self, start: int = 0, end: int | None = None) -> Operand:
        """Return the sentence, or the part of it from ``start`` to ``end``, with its place."""
        text = self.text[start:end]
        where = self.line.source.cell("text")
        first = where.start + self.start + start
        place = where._replace(text=text, start=first, end=first + len(text))
        return Operand(text, None, "", place)

    @property
    def own_words(self) -> str:
        """The text with titles and quotations blanked out; positions stay as they are.

        Example:
            ``按照《管理办法》执行`` is ``按照　　　　　　执行``.
        """
        return without_quotations(self.text)


@lru_cache(2048)
def without_quotations(text: str) -> str:
    """Return ``text`` with titles and quotations blanked out, as long as before."""
    return _QUOTED.sub(lambda found: _STOP * len(found[0]), text)


def in_table(line: TextLine) -> bool:
    """Return whether a text is a cell of a table."""
    return line.source.cell("text").table > 0


@once
def prose(dossier: Dossier) -> tuple[TextLine, ...]:
    """Return the paragraphs outside tables, in order."""
    return tuple(line for line in dossier.texts if not in_table(line))


@once
def table_cells(dossier: Dossier) -> tuple[TextLine, ...]:
    """Return the cells of all tables that are not blank, in order."""
    return tuple(line for line in dossier.texts if in_table(line))


def sentences(line: TextLine) -> Iterator[Sentence]:
    """Yield the sentences of one paragraph or cell; a semicolon ends none."""
    for start, text in _parted(line.text):
        yield Sentence(text, line, start)


@lru_cache(2048)
def _parted(whole: str) -> tuple[tuple[int, str], ...]:
    """Return start and text of each sentence; most rules ask for those of the same paper in turn."""
    found = ((one.start(), one[0]) for one in _SENTENCE.finditer(whole))
    return tuple(
        (start + text.index(stripped), stripped)
        for start, text in found
        if (stripped := text.strip())
    )
