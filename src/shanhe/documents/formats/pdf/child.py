"""Runs the child process that reads a PDF, and ends it when it gets stuck."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from time import monotonic
from typing import Any

from shanhe.documents.formats.grid import Unreadable

SECONDS_A_PAGE = 8.0
"""Most that one page may take; usual is 0.1."""
MOST_SECONDS = 120.0
"""Most that all pages may take together."""
_MODULE = "shanhe.documents.formats.pdf.pages"


def pages_of(data: bytes, seconds: float = SECONDS_A_PAGE) -> Iterator[dict[str, Any]]:
    """Yield the pages of a PDF, as ``read_pages`` does.

    Raises:
        Unreadable: it is damaged, locked, too large, or a page takes longer than ``seconds``.
    """
    process = subprocess.Popen(  # noqa: S603 - this Python, our own module
        [sys.executable, "-m", _MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    end = monotonic() + MOST_SECONDS
    watch = _Watch(process, seconds)
    with process:
        try:
            _feed(process, data)
            for line in process.stdout or ():
                if line.endswith(b"\n"):
                    watch.restart()
                    if monotonic() > end:
                        raise Unreadable("too_slow", f"PDF: {MOST_SECONDS:g} s")
                    yield _checked(line)
            process.wait()
        finally:
            watch.stop()
            process.kill()
    if watch.bit:
        raise Unreadable("too_slow", f"PDF: {seconds:g} s")
    if process.returncode:
        raise Unreadable("damaged_document", f"PDF reader ended with {process.returncode}")


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    if process.stdin is not None:
        with contextlib.suppress(BrokenPipeError):  # it ended before it had read all
            process.stdin.write(data)
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()


def _checked(line: bytes) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(line)
    if "error" in page:
        raise Unreadable(str(page["error"]), f"PDF: {page['detail']}")
    return page


class _Watch:
    """Kills the process when nobody restarts it in time."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process, self._seconds = process, seconds
        self.bit = False
        self._timer = threading.Timer(seconds, self._bite)
        self._timer.start()

    def restart(self) -> None:
        self._timer.cancel()
        self._timer = threading.Timer(self._seconds, self._bite)
        self._timer.start()

    def stop(self) -> None:
        self._timer.cancel()

    def _bite(self) -> None:
        self.bit = True
        self._process.kill()
