"""The bytes of files, under their digest, outside every served folder."""

import hashlib
import os
import tempfile
import time
from pathlib import Path

from django.conf import settings


def keep(data: bytes) -> str:
    """Write bytes, whole or not at all, and return their sha256; the same bytes are kept once."""
    digest = hashlib.sha256(data).hexdigest()
    path = path_of(digest)
    if path.exists():
        return digest
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
    _hold(path.parent)
    return digest


def _hold(folder: Path) -> None:
    """Let the disk know the names in a folder, where the system can say so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep() -> int:
    """Take away what a process that was killed left unfinished, and return how many files.

    What is younger than an hour may still be written by somebody, and stays.
    """
    latest = time.time() - 3600
    left = [one for one in Path(settings.FILES).glob("??/.new-*") if one.stat().st_mtime < latest]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def path_of(digest: str) -> Path:
    """Return where the bytes with this digest lie.

    Raises:
        ValueError: it is no sha256 in lower-case hexadecimal.
    """
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError(digest)
    return Path(settings.FILES) / digest[:2] / digest


def fetch(digest: str) -> bytes:
    """Return the bytes.

    Raises:
        FileNotFoundError: they are not there.
        OSError: they are there and are no longer what they were.
    """
    data = path_of(digest).read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise OSError(digest)
    return data
