"""PDF files as nobody honest writes them."""

import zlib


def _file(objects: list[bytes], trailer: bytes = b"", *, places: bool = True) -> bytes:
    made, offsets = b"%PDF-1.4\n", []
    for number, inside in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    start = len(made)
    if places:
        made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        made += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<</Size %d/Root 1 0 R%s>>" % (len(objects) + 1, trailer)
    return made + b"trailer\n%s\nstartxref\n%d\n%%%%EOF" % (trailer, start if places else 999_999)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def _pages(content: bytes) -> list[bytes]:
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        content,
        b"<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        (
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/S/DW 1000/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"
        ),
    ]


def one_page(text: str) -> bytes:
    """Return a page with one line."""
    shown = text.encode("utf-16-be").hex().encode()
    return _file(_pages(_stream(b"BT /F 9 Tf 40 700 Td <%s> Tj ET" % shown)))


def endless_streams() -> bytes:
    """Return a page whose contents unpack to much more than memory holds, layer below layer."""
    data = b" " * (400 * 2**20)
    for _ in range(2):
        data = zlib.compress(data, 9)
    return _file(_pages(_stream(data, b"/Filter[/FlateDecode/FlateDecode]")))


def without_places() -> bytes:
    """Return a file whose table of objects is missing, with pages that are their own parents."""
    objects = _pages(_stream(b""))
    objects[1] = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000/Parent 2 0 R>>"
    return _file(objects, b"/Prev 0", places=False)


def locked() -> bytes:
    """Return a file that asks for a password."""
    lock = b"<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (b"o" * 32, b"u" * 32)
    return _file([*_pages(_stream(b"")), lock], b"/Encrypt 7 0 R/ID[(aaaaaaaaaaaaaaaa)(a)]")
