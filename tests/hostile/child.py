"""Run by itself: ``shanhe check`` in a process that may not use more than 1 GB; see the test."""

import json
import resource
import socket
import sys
import time
from pathlib import Path

MOST = 2**30


def _no_net(*_: object, **__: object) -> None:
    raise AssertionError("it asked for the net")


def main(path: str, lang: str, out: str) -> None:
    """Check one file; the seconds of the processor, which a busy machine does not lengthen,
    and the peak of memory go to ``out``."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
    socket.socket.connect = _no_net  # type: ignore[method-assign]  # nothing may be fetched
    from shanhe.cli.main import main as shanhe  # noqa: PLC0415 - within the limit

    begin = time.process_time()
    try:
        shanhe(["check", path, "--lang", lang])
    except SystemExit as end:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken = time.process_time() - begin + children.ru_utime + children.ru_stime
        own = (
            Path("/proc/self/status").read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]
        )
        peak = max(int(own), children.ru_maxrss)
        told = {"seconds": taken, "megabytes": peak / 1024, "code": end.code}
        Path(out).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
