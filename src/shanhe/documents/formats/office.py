"""What Word and Excel files have in common: a zip of XML parts, and properties."""

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

from shanhe.values.regex import regex

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # fixed by the standard

_ILLEGAL = regex("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name


def legal_text(text: str) -> str:
    """The text as XML can hold it: one kind of line end, U+FFFD for what XML forbids."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def attribute(text: str) -> str:
    """The text, safe between double quotes."""
    return escape(legal_text(text))


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts in their order; the same parts always make the same bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the zip tells on which system it was made
            archive.writestr(entry, data)
    return file.getvalue()


def core_xml(subject: str) -> bytes:
    """The part ``docProps/core.xml``; it names no time, so that equal files have equal bytes."""
    subject = escape(legal_text(subject), quote=False)
    return (
        f"{HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{subject}</dc:title><dc:subject>{subject}</dc:subject>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def custom_xml(properties: Mapping[str, str]) -> bytes:
    """The part ``docProps/custom.xml``, sorted by name."""
    entries = "".join(
        f'<property fmtid="{_CUSTOM_SET}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{escape(legal_text(value), quote=False)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(sorted(properties.items()), start=2)
    )
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{entries}</Properties>'
    ).encode()
