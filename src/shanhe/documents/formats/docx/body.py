"""The body of a Word file: each block of a paper in WordprocessingML."""

from hashlib import sha256
from itertools import count

from shanhe.documents.blocks import (
    Block,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
)
from shanhe.documents.formats.docx.inlines import runs
from shanhe.documents.formats.docx.looks import Look
from shanhe.documents.formats.docx.markup import R, W, paragraph, run
from shanhe.documents.formats.docx.page import section_xml
from shanhe.documents.formats.docx.pictures import picture_xml
from shanhe.documents.formats.docx.tables import table_xml
from shanhe.documents.formats.office import HEAD

ODD_FOOTER, EVEN_FOOTER = "rIdOdd", "rIdEven"


class Body:
    """Writes blocks one after another and keeps what they need beside the text.

    Attributes:
        media: name of file to bytes of each different picture, in order.
    """

    def __init__(self, look: Look) -> None:
        self.media: dict[str, bytes] = {}
        self._look = look
        self._controls = count(1)
        self._drawings = count(1)
        self._breaks = False

    def document_xml(self, paper: Paper) -> bytes:
        """The part ``word/document.xml``."""
        blocks = "".join(self._block(block) for block in paper.blocks)
        section = section_xml(self._look, ODD_FOOTER, EVEN_FOOTER)
        text = f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{blocks}{section}</w:body></w:document>'
        return text.encode()

    def _block(self, block: Block) -> str:
        if isinstance(block, PageBreak):
            self._breaks = True
            return ""
        # A break as a property of what follows leaves no empty line at the top of the page.
        first = "<w:pageBreakBefore/>" if self._breaks else ""
        self._breaks = False
        match block:
            case Title():
                return paragraph("Title", run("\n".join(block.lines)), first)
            case Heading():
                return paragraph(f"Heading{max(1, min(block.level, 4))}", run(block.text), first)
            case Paragraph():
                return self._paragraph(block, first)
            case Table():
                return table_xml(block, self._look.text_width, self._controls, first)
            case Picture():
                return self._picture(block, first)

    def _paragraph(self, block: Paragraph, first: str) -> str:
        style = "NormalIndent" if block.indent else "Normal"
        if block.align != "justify":
            first += f'<w:jc w:val="{block.align}"/>'
        return paragraph(style, runs(block.content, self._controls), first)

    def _picture(self, block: Picture, first: str) -> str:
        name = f"{sha256(block.png).hexdigest()[:16]}.png"
        self.media.setdefault(name, block.png)
        relation = f"rId{list(self.media).index(name) + 1}"
        area = (self._look.text_width, self._look.text_height)
        return picture_xml(block, next(self._drawings), relation, area, first)
