"""The bytes of files, under their digest, outside every served folder."""

import hashlib
import os
import tempfile
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
    return digest


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
