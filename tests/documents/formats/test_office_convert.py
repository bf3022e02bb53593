"""Conversion by LibreOffice asks nobody for anything, whatever an old file links to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.office_convert import convert

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_LINKED = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{_OASIS}:office:1.0" xmlns:text="{_OASIS}:text:1.0"
 xmlns:draw="{_OASIS}:drawing:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>2025<draw:frame svg:width="5cm" svg:height="5cm">
<draw:image xlink:href="{{address}}/picture.png" xlink:type="simple"/></draw:frame></text:p>
<text:section text:name="S">
<text:section-source xlink:href="{{address}}/part.html" xlink:type="simple"/></text:section>
</office:text></office:body></office:document>"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server, and what it is asked for."""
    asked: list[str] = []

    class Told(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names that it looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Told) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def test_what_an_old_file_links_to_is_not_fetched() -> None:
    with listening() as (address, asked):
        try:
            old = convert(_LINKED.format(address=address).encode(), "fodt", "doc")
        except Unreadable:
            pytest.skip("LibreOffice is not installed")
        assert address.encode() in old or address.encode("utf-16-le") in old
        assert convert(old, "doc", "docx").startswith(b"PK")
        assert asked == []
