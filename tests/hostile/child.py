"""Run by itself: ``shanhe check`` of one file after the other, each in a process of its own.

Each is forked from this one, which has loaded the program once, and may not use more than 1 GB. A line
of JSON asks for a file, a line tells how that process ended; see the test.
"""

import json
import os
import resource
import socket
import sys
import time
from pathlib import Path

from shanhe.app.audit import audit_file
from shanhe.catalogue.load import load_catalogue
from shanhe.cli.main import main as shanhe

MOST = 2**30


def _no_net(*_: object, **__: object) -> None:
    raise AssertionError("it asked for the net")


def checked(path: str, lang: str, told: str) -> None:
    """Check one file; the seconds of the processor, which a busy machine does not lengthen,
    and the peak of memory go to ``told``."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
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
        known = {"seconds": taken, "megabytes": peak / 1024, "code": end.code}
        Path(told).write_text(json.dumps(known), encoding="utf-8")


def _alone(asked: dict[str, str]) -> None:
    """Check a file in a forked process: in its folder, with nothing to read, its words in a file."""
    os.chdir(asked["home"])
    said = os.open(asked["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for there, here in ((nothing, 0), (said, 1), (said, 2)):
        os.dup2(there, here)
    checked(asked["path"], asked["lang"], asked["told"])


def main() -> None:
    """Answer each line until there is no more."""
    socket.socket.connect = _no_net  # type: ignore[method-assign]  # nothing may be fetched
    audit_file("一.txt", "2025年完成率90%。".encode(), load_catalogue())
    for line in sys.stdin:
        process = os.fork()
        if not process:
            try:
                _alone(json.loads(line))
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
