"""Papers as Word files in the form of GB/T 9704-2012."""

from collections.abc import Iterable

from shanhe.documents.blocks import Paper
from shanhe.documents.formats.docx.body import EVEN_FOOTER, ODD_FOOTER, Body
from shanhe.documents.formats.docx.fonts import fonts_xml
from shanhe.documents.formats.docx.looks import look_of
from shanhe.documents.formats.docx.markup import R
from shanhe.documents.formats.docx.page import footer_xml, settings_xml
from shanhe.documents.formats.docx.styles import styles_xml
from shanhe.documents.formats.office import HEAD, core_xml, custom_xml, packed

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": ("application/vnd.openxmlformats-officedocument.custom-properties+xml"),
}
_Relation = tuple[str, str, str]  # id, type, target
_PACKAGE_RELATIONS: tuple[_Relation, ...] = (
    ("rId1", f"{R}/officeDocument", "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", f"{R}/custom-properties", "docProps/custom.xml"),
)
_DOCUMENT_RELATIONS: tuple[_Relation, ...] = (
    ("rIdStyles", f"{R}/styles", "styles.xml"),
    ("rIdSettings", f"{R}/settings", "settings.xml"),
    ("rIdFonts", f"{R}/fontTable", "fontTable.xml"),
    (ODD_FOOTER, f"{R}/footer", "footer1.xml"),
    (EVEN_FOOTER, f"{R}/footer", "footer2.xml"),
)


def docx_bytes(paper: Paper) -> bytes:
    """The paper as a Word file.

    Each ``Figure`` stands in a content control whose tag is its id; ``read_figures`` finds
    them again after people have edited the file. Equal papers make equal bytes. Characters
    that XML forbids come out as U+FFFD.

    Raises:
        ValueError: a table's cells do not fill its grid, or a picture is not a PNG.
    """
    look = look_of(paper.style)
    body = Body(look)
    document = body.document_xml(paper)
    pictures = [
        (f"rId{number}", f"{R}/image", f"media/{name}")
        for number, name in enumerate(body.media, start=1)
    ]
    return packed(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(_PACKAGE_RELATIONS),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _relations([*_DOCUMENT_RELATIONS, *pictures]),
            "word/styles.xml": styles_xml(look),
            "word/settings.xml": settings_xml(),
            "word/fontTable.xml": fonts_xml(),
            "word/footer1.xml": footer_xml(look, even=False),
            "word/footer2.xml": footer_xml(look, even=True),
            "docProps/core.xml": core_xml(paper.subject),
            "docProps/custom.xml": custom_xml(paper.properties),
            **{f"word/media/{name}": data for name, data in body.media.items()},
        }
    )


def _content_types() -> bytes:
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
        )
    )
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{parts}</Types>'.encode()


def _relations(relations: Iterable[_Relation]) -> bytes:
    entries = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
        for id_, kind, target in relations
    )
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
    ).encode()
