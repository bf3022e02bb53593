"""Numbers that mean no amount: headings, labels, days; and headings and captions as records."""

from shanhe.documents.found import Found
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper
from shanhe.records.paper import HeadingLine, NumberState
from shanhe.values.regex import regex

_LIST = regex(r" *(?:\(\d{1,2}\)|\d{1,2}[)、.](?!\d)|[①-⑳])")


def read_marks(paper: Paper) -> Found:
    """Return headings, and mark the digits of numbering and days.

    Example:
        In ``3.2025年7月7日下达`` the 3 is numbering, the rest a day.
    """
    found = Found()
    for paragraph in paper.paragraphs:
        _numbering(paper, found, paragraph)
        spot = paragraph.passage.spot
        for start, end in paragraph.lexed.labels:
            found.understood(spot, start, end, NumberState.NUMBERING)
        for day in paragraph.lexed.days:
            found.understood(spot, day.start, day.end, NumberState.DAY)
    return found


def _numbering(paper: Paper, found: Found, paragraph: Paragraph) -> None:
    heading, spot = paragraph.heading, paragraph.passage.spot
    if heading is None:
        match = _LIST.match(paragraph.text)
        if match:
            found.understood(spot, 0, match.end(), NumberState.NUMBERING)
        return
    found.understood(spot, 0, heading.start, NumberState.NUMBERING)
    if heading.number:
        found.add(
            "headings",
            paper.make(
                HeadingLine,
                paragraph,
                (0, heading.end),
                {"title": (heading.start, heading.end), "number": (0, heading.start)},
                level=heading.level,
                number=heading.number,
                order=heading.order,
                title=paragraph.lexed.text[heading.start : heading.end],
            ),
        )
