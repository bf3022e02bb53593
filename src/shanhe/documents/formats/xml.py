"""XML that somebody handed in, parsed without entities, net, or more nodes than memory holds."""

import re

from lxml import etree

from shanhe.documents.formats.grid import Unreadable

MOST_MARKS = 1_500_000
"""Tags and attributes of one part; twenty tables of 33 rows and 7 columns have 80,000."""
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def xml_root(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML part.

    Raises:
        Unreadable: it is not well-formed, declares a document type, nests or holds too much.
    """
    if data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise Unreadable("oversized", f"{name} has more than {MOST_MARKS} tags", name)
    # Office programs write no document type; who does wants entities to be expanded.
    plain = data.replace(b"\0", b"")
    if b"<!" in plain and _DOCTYPE.search(plain):
        raise _typed(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        kind = "oversized" if "xcessive depth" in str(error) else "damaged_document"
        raise Unreadable(kind, f"{name} is not well-formed: {error}", name) from error
    docinfo = root.getroottree().docinfo
    if docinfo.doctype:  # type: ignore[union-attr]  # written in an encoding that hid it from us
        raise _typed(name)
    return root


def _typed(name: str) -> Unreadable:
    return Unreadable("unsafe_content", f"{name} declares a document type", name)
