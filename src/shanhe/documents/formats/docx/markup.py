"""Pieces of WordprocessingML as text; every word of a paper passes ``run``."""

import re
from html import escape

from shanhe.documents.formats.office import legal_text
from shanhe.values.regex import regex

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# Marks such as “ ” — … × that Word takes for Latin unless the run says otherwise.
_AMBIGUOUS = regex("[\u0080-\u2e7f]")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, Word's measure of length; 37 mm is 2098."""
    return round(millimetres * 1440 / 25.4)


def run(text: str, style: str = "", size: int = 0) -> str:
    """One run in a character style, or of a size in half points; line ends and tabs become Word's own."""
    text = legal_text(text)
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if _AMBIGUOUS.search(text):
        properties += '<w:rFonts w:hint="eastAsia"/>'
    if size:
        properties += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    return f"<w:r>{properties}{_written(text)}</w:r>" if text else ""


def _written(text: str) -> str:
    pieces = re.split("([\n\t])", text)
    return "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'
        for piece in pieces
        if piece
    )


def paragraph(style: str, runs: str, more: str = "") -> str:
    """One paragraph; ``more`` are properties that come after the style, in Word's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'
