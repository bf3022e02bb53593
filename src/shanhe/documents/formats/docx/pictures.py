"""Pictures in the line of text, with their caption and their words for the blind."""

import struct

from shanhe.documents.blocks import Picture
from shanhe.documents.formats.docx.markup import R, paragraph, run
from shanhe.documents.formats.office import attribute

_EMU_PER_TWIP = 635
_EMU_PER_MM = 36000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_ROOM = 1200  # twips left below the tallest picture for its caption


def picture_xml(
    picture: Picture, number: int, relation: str, area: tuple[int, int], first: str = ""
) -> str:
    """The picture in a line of its own, and its caption kept with it.

    Args:
        picture: what to show; made smaller where it is larger than the page.
        number: a number that no other picture of the file has.
        relation: id of the relationship to the file of the picture.
        area: width and height of the type area in twips.
        first: properties for the first paragraph.
    """
    width, height = _size(picture, area)
    drawing = _inline(picture, number, relation, width, height)
    line = paragraph("PictureLine", f"<w:r><w:drawing>{drawing}</w:drawing></w:r>", first)
    return line + paragraph("Caption", run(picture.caption))


def pixels(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG.

    Raises:
        ValueError: the bytes are no PNG.
    """
    if png[:8] != b"\x89PNG\r\n\x1a\n" or png[12:16] != b"IHDR" or len(png) < 24:
        message = "a picture is not a PNG file"
        raise ValueError(message)
    width, height = struct.unpack(">II", png[16:24])
    if not width or not height:
        message = "a picture has no extent"
        raise ValueError(message)
    return width, height


def _size(picture: Picture, area: tuple[int, int]) -> tuple[int, int]:
    """Width and height in EMU, within the type area."""
    across, down = pixels(picture.png)
    width = picture.width_mm * _EMU_PER_MM
    widest, tallest = area[0] * _EMU_PER_TWIP, (area[1] - _ROOM) * _EMU_PER_TWIP
    width = min(width, widest, tallest * across / down)
    return round(width), round(width * down / across)


def _inline(picture: Picture, number: int, relation: str, width: int, height: int) -> str:
    words = f'name="图{number}" descr="{attribute(picture.alt)}"'
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent {size}/><wp:docPr id="{number}" {words}/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" {words}/>'
        "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip xmlns:r="{R}" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline>"
    )
