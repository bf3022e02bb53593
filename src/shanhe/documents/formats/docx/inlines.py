"""Words, figures and gaps inside a paragraph."""

from collections.abc import Iterator

from shanhe.documents.blocks import Figure, Inline, Inlines, Missing
from shanhe.documents.formats.docx.markup import run
from shanhe.documents.formats.office import attribute

MISSING_STYLE = "MissingMark"


def runs(content: Inlines, numbers: Iterator[int]) -> str:
    """The runs of a paragraph; each figure's content control takes the next number."""
    return "".join(_inline(part, numbers) for part in content)


def _inline(part: Inline, numbers: Iterator[int]) -> str:
    match part:
        case str():
            return run(part)
        case Figure():
            return _control(part, next(numbers))
        case Missing():
            return run(part.text if part.text.strip() else "（缺）", MISSING_STYLE)


def _control(figure: Figure, number: int) -> str:
    """A content control around the value: its tag survives editing and saving in Word."""
    name = attribute(figure.id)
    lines = ' w:multiLine="1"' if "\n" in figure.text else ""
    properties = (
        f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/><w:text{lines}/>'
    )
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>"
        f"<w:sdtContent>{run(figure.text)}</w:sdtContent></w:sdt>"
    )
