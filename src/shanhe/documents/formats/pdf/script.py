"""PDF files with a text layer → paragraphs and tables; scans are refused."""

from importlib.util import find_spec

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.notes import Notes
from shanhe.documents.formats.pdf.child import pages_of
from shanhe.documents.formats.pdf.flow import Flow
from shanhe.documents.script import Script

_WHOLE_PAGE = 0.7  # a picture that covers so much of a page is a scan


def read_pdf(name: str, data: bytes) -> Script:
    """Return the words of a PDF, page by page; needs the extra ``pdf`` of this package.

    Raises:
        Unreadable: it is locked, damaged, only pictures, or beyond bounds.
    """
    if find_spec("pdfplumber") is None:
        raise Unreadable("needs_pdf_reader", "pdfplumber")
    notes = Notes()
    notes.add("lines_joined")
    flow = Flow(notes)
    number = 0
    for number, page in enumerate(pages_of(data), start=1):
        flow.add_page(number, page)
        has_text = bool(page["lines"] or page["tables"])
        if page["picture"] > (_WHOLE_PAGE if has_text else 0.1):
            notes.add("scanned_text" if has_text else "page_pictures", str(number))
    items = flow.items()
    if not items:
        raise Unreadable("no_text", f"PDF, {number} pages")
    return Script(name, "pdf", items, notes.texts())
