"""Headings by their numbers, and the headings that each paragraph stands under."""

import re
from dataclasses import dataclass

from shanhe.documents.prose.lexer import Lexed, lex
from shanhe.documents.script import Passage
from shanhe.values.regex import regex
from shanhe.values.whole_number import WORDS, whole_number

_FORMS = (
    (1, regex(rf" *第(?P<number>[{WORDS}]{{1,3}}|\d{{1,2}})(?:部分|章|篇) *[、:：.]? *")),
    (1, regex(rf" *(?P<number>[{WORDS}]{{1,3}}) *[、.．] *")),
    (2, regex(rf" *\( *(?P<number>[{WORDS}]{{1,3}}) *\) *[、.]? *")),
    (4, regex(r" *\( *(?P<number>\d{1,2}) *\) *[、.]? *")),
    (4, regex(r" *(?P<number>\d{1,2})\) *")),
    (4, regex(r" *(?P<number>[①-⑳]) *")),
    (4, regex(r" *\d{1,2}\.\d{1,2}\.(?P<number>\d{1,2})[、.]? +(?=[^\d\s])")),
    (
        3,
        regex(r" *\d{1,2}\.(?P<number>\d{1,2})[、.]? *(?=[\u4e00-\u9fff])(?!万|亿|公顷|亩|元)"),
    ),
    (3, regex(r" *(?P<number>\d{1,2}) *[、.](?:(?!\d)|(?=20\d\d ?年)) *")),
)
_STOP = regex("[。；]|：(?=.)")
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        number, order: as printed, and as a whole number; empty and 0 without a number.
        start, end: span of the title.
    """

    level: int
    number: str
    order: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what was found in it and where it stands.

    Attributes:
        path: headings above it, the outermost first; its own heading is the last of them.
        heading: its own, if it is or begins with one.
        body: offset where its running text begins; its length for a mere heading.
    """

    passage: Passage
    lexed: Lexed
    path: tuple[Heading, ...]
    heading: Heading | None
    body: int

    @property
    def text(self) -> str:
        """Folded text."""
        return self.lexed.folded

    @property
    def section(self) -> str:
        """Titles above it, from the outermost."""
        return " › ".join(heading.title for heading in self.path)

    def under(self, words: re.Pattern[str]) -> bool:
        """Return whether a heading above it has these words."""
        return any(words.search(heading.title) for heading in self.path)

    def title(self, level: int) -> str:
        """Return the title above it on one level, empty if there is none."""
        return next((one.title for one in self.path if one.level == level), "")


def outline(passages: list[Passage]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with text, each under its headings.

    Example:
        ``（一）资金管理`` under ``三、偏离原因`` is level 2, number 一; the text below has both in
        its path. ``1.分配科学性。按照…`` is a heading with running text.
    """
    path: list[Heading] = []
    found = []
    for passage in passages:
        lexed = lex(passage.text)
        if not lexed.folded.strip():
            continue
        heading, body = read_heading(lexed.folded, passage.level)
        if heading is not None:
            path = [one for one in path if one.level < heading.level] + [heading]
        found.append(Paragraph(passage, lexed, tuple(path), heading, body))
    return tuple(found)


def read_heading(text: str, style: int = 0) -> tuple[Heading | None, int]:
    """Return the heading that folded ``text`` is or begins with, and where its body begins."""
    for level, form in _FORMS:
        match = form.match(text)
        if match:
            return _numbered(text, level, match)
    if style and len(text) <= _LONGEST:
        title = text.strip()
        start = text.index(title)
        return Heading(style, "", 0, title, start, start + len(title)), len(text)
    return None, 0


def _numbered(text: str, level: int, match: re.Match[str]) -> tuple[Heading | None, int]:
    start = match.end()
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    title = text[start:end].rstrip()
    body = stop.end() if stop else len(text)
    ends = stop is not None and not text[body:].strip()
    sentence = ends and text[end] in "。；" and (len(title) > 25 or re.search(r"\d", title))
    if (
        not title
        or len(title) > _LONGEST
        or sentence
        or (ends and level == 4 and text[end] == "；")
    ):
        return None, start
    body = len(text) if ends else body
    number = match["number"]
    order = ord(number) - 0x245F if number >= "①" and number <= "⑳" else whole_number(number)
    return Heading(level, number, order or 0, title, start, start + len(title)), body
