"""Zips that somebody handed in, opened without trusting what they say of themselves."""

import zipfile
import zlib
from io import BytesIO

from shanhe.documents.formats.grid import Unreadable

MOST_PARTS = 10_000
LARGEST_PART = 64 * 2**20
"""Bytes of one part; a report of a thousand tables has 5 MB."""
MOST_TOGETHER = 2 * LARGEST_PART
"""Bytes of all parts that are really unpacked."""
MOST_RATIO = 400
"""How often a part may be larger than what is packed; honest XML stays below 100."""
_SMALL = 4 * 2**20  # below this no ratio does harm
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


class Zipped:
    """An opened zip; only what is asked for is unpacked, and only so much of it.

    Raises:
        Unreadable: from the constructor and from ``bytes_of``.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            self.names = frozenset(self._archive.namelist())
        except _BROKEN as error:
            kind = "damaged_document" if data.startswith(b"PK") else "unknown_format"
            raise Unreadable(kind, "it is not a zip") from error
        if len(self.names) != len(self._archive.namelist()):
            raise Unreadable("damaged_document", "two parts of one name")
        if len(self.names) > MOST_PARTS:
            raise Unreadable("oversized", f"{len(self.names)} parts, more than {MOST_PARTS}")
        self._left = MOST_TOGETHER

    def bytes_of(self, name: str) -> bytes:
        """Return a part, unpacked.

        Raises:
            Unreadable: it is missing, damaged, encrypted or larger than any honest part.
        """
        most = min(LARGEST_PART, self._left)
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & 1:
                raise Unreadable("locked", f"{name} is damaged or encrypted", name)
            self._check(info)
            with self._archive.open(info) as part:
                data = part.read(most + 1)
        except KeyError as error:
            raise Unreadable("damaged_document", f"it has no {name}", name) from error
        except _BROKEN as error:
            raise Unreadable("damaged_document", f"{name} is damaged or encrypted", name) from error
        if len(data) > most:
            raise Unreadable("oversized", f"{name} has more than {most} bytes", name)
        self._left -= len(data)
        return data

    def ask_honest(self) -> None:
        """Let pass an archive that is handed on unopened and unpacks to no more than we would unpack.

        Raises:
            Unreadable: by what it says of itself; whoever unpacks it believes that too.
        """
        together = 0
        for info in self._archive.infolist():
            self._check(info)
            together += info.file_size
        if together > MOST_TOGETHER:
            raise Unreadable("oversized", f"more than {MOST_TOGETHER} bytes in all")

    def _check(self, info: zipfile.ZipInfo) -> None:
        size, packed = info.file_size, max(info.compress_size, 1)
        if size > _SMALL and size > packed * MOST_RATIO:
            detail = f"{info.filename} is more than {MOST_RATIO} times its packed size"
            raise Unreadable("oversized", detail, info.filename)
