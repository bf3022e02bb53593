"""Figures, days, titles and document numbers in one paragraph, each at its own characters."""

from dataclasses import dataclass
from functools import lru_cache

from shanhe.documents.prose.citations import Citation, find_citations
from shanhe.documents.prose.days import Day, find_days
from shanhe.documents.prose.figures import Figure, find_figures
from shanhe.documents.prose.folding import fold
from shanhe.values.regex import regex

_TABLE = regex(r"(?:附?表|图|附件|附录)\s?\d{1,2}(?:[-.]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Lexed:
    """A paragraph and what was found in it, in order.

    Attributes:
        text: as printed. folded: the same length, in half-width forms.
        labels: spans such as ``表1``.
    """

    text: str
    folded: str
    citations: tuple[Citation, ...]
    days: tuple[Day, ...]
    figures: tuple[Figure, ...]
    labels: tuple[tuple[int, int], ...]

    def figures_in(self, start: int, end: int) -> list[Figure]:
        """Return the figures that begin between two offsets."""
        return [one for one in self.figures if start <= one.start < end]

    def days_in(self, start: int, end: int) -> list[Day]:
        """Return the days that begin between two offsets."""
        return [one for one in self.days if start <= one.start < end]

    def citations_in(self, start: int, end: int) -> list[Citation]:
        """Return the documents named between two offsets."""
        return [one for one in self.citations if start <= one.start < end]


@lru_cache(maxsize=4096)
def lex(text: str) -> Lexed:
    """Return what stands in ``text``; never fails.

    Example:
        ``2025年7月7日下达1,346万元（财资环〔2025〕64号）`` has one day, one figure of 1346 万元 and
        one document number; the 2025 in brackets is no figure.
    """
    folded = fold(text)
    citations = find_citations(folded)
    free = _without(folded, [(one.start, one.end) for one in citations])
    labels = [found.span() for found in _TABLE.finditer(free)]
    free = _without(free, labels)
    days = find_days(free)
    free = _without(free, [(one.start, one.end) for one in days])
    return Lexed(text, folded, citations, days, find_figures(free), tuple(labels))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return ``text`` with the spans blotted out, offsets unchanged."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], "\ufffc" * (end - start)]
        last = end
    return "".join((*pieces, text[last:]))
