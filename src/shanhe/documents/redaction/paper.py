"""A paper for the public: the same blocks, with every text redacted."""

from collections.abc import Iterator
from dataclasses import replace

from shanhe.documents.blocks import (
    Block,
    Cell,
    Figure,
    Heading,
    Inline,
    Inlines,
    Missing,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
    plain_text,
)
from shanhe.documents.redaction.words import Redaction, secret_marks
from shanhe.values.regex import regex

_NUMBER = regex(r"[≥≤><=＝<>+\-－]?\s*[\d,]+(?:\.\d+)?\s*[^\d]{0,12}")


def redacted(paper: Paper, redaction: Redaction) -> Paper:
    """Return the paper for the public.

    A figure that is a number keeps it: the public reads the same figures as the authorities.
    """
    return replace(
        paper,
        subject=redaction.text(paper.subject),
        blocks=tuple(_block(block, redaction) for block in paper.blocks),
    )


def _block(block: Block, redaction: Redaction) -> Block:
    match block:
        case Title():
            return Title(tuple(redaction.text(line) for line in block.lines))
        case Heading():
            return Heading(block.level, redaction.text(block.text))
        case Paragraph():
            return replace(block, content=_inlines(block.content, redaction))
        case Table():
            return _table(block, redaction)
        case Picture():
            words = (redaction.text(block.caption), redaction.text(block.alt))
            return replace(block, caption=words[0], alt=words[1])
        case _:
            return block


def _table(table: Table, redaction: Redaction) -> Table:
    rows = tuple(tuple(_cell(cell, redaction) for cell in row) for row in table.rows)
    caption = redaction.text(table.caption) if table.caption else table.caption
    return replace(table, rows=rows, caption=caption)


def _cell(cell: Cell, redaction: Redaction) -> Cell:
    return replace(cell, content=tuple(_inlines(part, redaction) for part in cell.content))


def _inlines(content: Inlines, redaction: Redaction) -> Inlines:
    return tuple(_inline(part, redaction) for part in content)


def _inline(part: Inline, redaction: Redaction) -> Inline:
    if isinstance(part, Figure):
        return Figure(part.id, figure_text(part.text, redaction))
    if isinstance(part, Missing):
        return Missing(redaction.text(part.text))
    return redaction.text(part)


def figure_text(text: str, redaction: Redaction) -> str:
    """Return a printed figure for the public: a number as it is, words without personal data."""
    return text if _NUMBER.fullmatch(text) else redaction.text(text)


def secrets_in(paper: Paper) -> list[str]:
    """Return the marks of secrecy anywhere in a paper; the public must not see such a paper."""
    return [mark for text in _texts(paper) for mark in secret_marks(text)]


def _texts(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        match block:
            case Title():
                yield from block.lines
            case Heading():
                yield block.text
            case Paragraph():
                yield plain_text(block.content)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from (plain_text(part) for part in cell.content)
            case Picture():
                yield from (block.caption, block.alt)
            case _:
                pass
