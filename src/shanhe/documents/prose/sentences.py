"""Sentences and clauses, each as a pair of offsets."""

import re

from shanhe.documents.prose.headings import Paragraph
from shanhe.values.regex import regex

_SENTENCE = regex(r"[^。！？]+[。！？]?[”\"’]?")
_CLAUSE = regex(r"[^，；。！？]+")
_PART = regex(r"[^；。！？]+")

Span = tuple[int, int]


def sentences(paragraph: Paragraph) -> list[Span]:
    """Return the sentences of its running text; full stops inside title marks part nothing.

    Example:
        ``甲。乙；丙。`` has two sentences, at 0–2 and 2–6.
    """
    return _spans(_SENTENCE, paragraph)


def parts(paragraph: Paragraph) -> list[Span]:
    """Return what stands between semicolons or full stops."""
    return _spans(_PART, paragraph)


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Return what stands between commas, without them."""
    return [found.span() for found in _CLAUSE.finditer(text, start, end)]


def _spans(pattern: re.Pattern[str], paragraph: Paragraph) -> list[Span]:
    text, start = paragraph.text, paragraph.body
    for one in paragraph.lexed.citations:
        text = text[: one.start] + "书" * (one.end - one.start) + text[one.end :]
    return [found.span() for found in pattern.finditer(text, start)]
