"""Titles between title marks and document numbers."""

import re
from dataclasses import dataclass

from shanhe.values.regex import regex

_LEAD = "收到|接到|经由|根据|按照|依据|依照|关于|印发|文件|以及|通过|下发|下达|转发|和|及|与|以|按|由|的|在|对|将|把|月|日"
_NUMBER = r"[\u4e00-\u9fff]{2,14}(?:[〔\[【(<] ?20\d\d ?[〕\]】)>]?|20\d\d ?[〕\]】)]) ?(?:第 ?)?\d{1,5} ?号"
_BRACKETED = regex(rf" ?[(〔\[] ?(?P<number>{_NUMBER}) ?[)〕\]]?")
_BARE = regex(_NUMBER)
_FIRST = regex(rf"(?:.*(?:{_LEAD}))?(?P<word>[\u4e00-\u9fff]{{2,}})")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named in the text.

    Attributes:
        start, end: the whole, marks and brackets with it.
        title: its span between the title marks; empty span where only a number is given.
        number: span of the number; empty where only a title is given.
    """

    start: int
    end: int
    title: tuple[int, int]
    number: tuple[int, int]


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the documents named in folded ``text``, in order; a title may hold other titles.

    Example:
        ``《关于下达资金的通知》（财资环〔2025〕64号）`` is one; so is ``财资环2025〕64号`` alone.
    """
    titled, last = [], 0
    for start, end in _marked(text):
        number = _BRACKETED.match(text, end)
        span = number.span("number") if number else (end, end)
        titled.append(Citation(start, number.end() if number else end, (start + 1, end - 1), span))
    found: list[Citation] = []
    for one in titled:
        found += [*_bare(text, last, one.start), one]
        last = one.end
    return (*found, *_bare(text, last, len(text)))


def _marked(text: str) -> list[tuple[int, int]]:
    """Return outermost 《…》, end excluded; an unclosed one is none."""
    spans, depth, start = [], 0, 0
    for match in re.finditer("[《》]", text):
        if match[0] == "《":
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, match.end()))
    return spans


def _bare(text: str, start: int, end: int) -> list[Citation]:
    found = []
    for match in _BARE.finditer(text, start, end):
        word = _FIRST.match(text, match.start(), _digits(text, match))
        first = word.start("word") if word else match.start()
        found.append(Citation(first, match.end(), (first, first), (first, match.end())))
    return found


def _digits(text: str, match: re.Match[str]) -> int:
    """Return where the characters before the year end."""
    at = match.start()
    while "\u4e00" <= text[at] <= "\u9fff":
        at += 1
    return at
