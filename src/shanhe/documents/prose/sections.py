"""Stretches of paragraphs under one heading."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.documents.prose.headings import Heading, Paragraph
from shanhe.values.regex import regex

_ANNEX = regex(r"附[件表录] ?\d{0,2} ?：?.{0,40}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the running text right under it, down to the next heading.

    Attributes:
        head: the paragraph that holds the heading; the text may begin in it.
        paragraphs: those with running text, the head among them where it has some.
    """

    heading: Heading
    head: Paragraph
    path: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The running text as printed, paragraphs joined by line feeds."""
        return "\n".join(one.lexed.text[one.body :].strip() for one in self.paragraphs)

    def parent(self, level: int) -> str:
        """Return the title above it on one level."""
        return next((one.title for one in self.path if one.level == level), "")


def sections(paragraphs: tuple[Paragraph, ...]) -> Iterator[Section]:
    """Yield every heading with its own running text; captions and labels of tables are left out."""
    head: Paragraph | None = None
    held: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.heading is not None:
            if head is not None and head.heading is not None:
                yield Section(head.heading, head, head.path, tuple(held))
            head, held = paragraph, []
            if paragraph.body < len(paragraph.text):
                held.append(paragraph)
        elif _ANNEX.fullmatch(paragraph.text.strip()):
            if head is not None and head.heading is not None:
                yield Section(head.heading, head, head.path, tuple(held))
            head, held = None, []
        elif head is not None and not is_caption(paragraph):
            held.append(paragraph)
    if head is not None and head.heading is not None:
        yield Section(head.heading, head, head.path, tuple(held))


def is_caption(paragraph: Paragraph) -> bool:
    """Return whether it is a caption (表1 …) or a label (附件：) without a sentence."""
    text = paragraph.text.strip()
    labelled = any(
        start <= len(paragraph.text) - len(text) + 1 for start, _ in paragraph.lexed.labels
    )
    return labelled and not text.endswith("。") and len(text) < 80
