"""Work on what strangers handed in, done in a process of its own with bounded time and memory.

A file may crash a library written in C, or keep it busy for ever; neither may take a page along.
"""

import contextlib
import importlib
import json
import os
import signal
import subprocess
import sys
from typing import Any

_MODULE = "shanhe.app.bounded"
_GRACE = 5
"""Seconds in which a process that is stopped may end what it started itself."""


class Stopped(Exception):  # noqa: N818 - what happened
    """The work came to no end.

    Attributes:
        kind: ``time`` or ``crash``. detail: the seconds that were allowed, or how it ended.
    """

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind, self.detail = kind, detail


def bounded(task: str, asked: dict[str, Any], seconds: float, megabytes: int = 4096) -> Any:
    """Return what a function makes of ``asked``; both are plain data.

    Args:
        task: module and function of this package, such as ``shanhe.app.checking:check``.
        asked: its only argument.
        seconds: after which it is stopped.
        megabytes: of address space, where the system can limit it.

    Raises:
        Stopped: it took too long, ran out of memory, or died.
    """
    process = subprocess.Popen(  # noqa: S603 - this Python, our own module
        [sys.executable, "-m", _MODULE, task, str(megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_environment()},
        start_new_session=True,
    )
    try:
        out, _ = process.communicate(json.dumps(asked).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Stopped("time", f"{seconds:g} s") from None
    finally:
        _end(process)
    if process.returncode:
        raise Stopped("crash", str(process.returncode))
    return json.loads(out)


def _environment() -> dict[str, str]:
    from shanhe.documents.formats.vector.drivers import SKIPPED  # noqa: PLC0415 - beside its only use

    paths = os.pathsep.join(filter(None, sys.path))
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
    return {"PYTHONPATH": paths, "GDAL_SKIP": ",".join(SKIPPED), **threads}


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.communicate(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _limit(megabytes: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        size = megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main(task: str, megabytes: str) -> None:
    """Run in the process of its own: read what is asked, do it, write what came of it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what it started is ended too
    _limit(int(megabytes))
    asked = json.load(sys.stdin)
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no result
    module, _, function = task.partition(":")
    made = getattr(importlib.import_module(module), function)(asked)
    json.dump(made, out, ensure_ascii=True)
    out.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
