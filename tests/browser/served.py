"""A running office, as ``shanhe serve`` runs it, and people in front of it."""

import re
import socket
import subprocess
import threading
import time
from collections import deque
from dataclasses import dataclass

from office.place import Place

_FIRST = re.compile(r"(?:系统管理员|Administrator)：?:? ?(\S+)\s+\S*?[:：] ?(\w{12})")
_ANSWERS_WITHIN = 60.0


@dataclass
class Served:
    """An office that answers; ``password`` is the administrator's first one."""

    place: Place
    address: str
    password: str
    process: "subprocess.Popen[str]"
    reader: threading.Thread

    def stop(self) -> None:
        """End it as a service manager does."""
        self.process.terminate()
        self._ended()

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self._ended()

    def _ended(self) -> None:
        self.process.wait(20)
        self.reader.join(20)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def served(place: Place, *options: str) -> Served:
    """Start an office there and wait until it answers."""
    port = free_port()
    process = place.start("-m", "shanhe", "--lang", "zh", "serve", "--port", str(port), *options)
    assert process.stdout is not None
    said = ""
    while "在浏览器中打开" not in said:
        line = process.stdout.readline()
        assert line, said + (process.stderr.read() if process.stderr else "")
        said += line
    _wait_for(port)
    first = _FIRST.search(said)
    reader = threading.Thread(target=deque, args=(process.stderr, 0), daemon=True)
    reader.start()  # or the log would fill the pipe, and the server wait for a reader
    return Served(place, f"http://127.0.0.1:{port}", first[2] if first else "", process, reader)


def _wait_for(port: int) -> None:
    until = time.monotonic() + _ANSWERS_WITHIN
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(port)
