"""A running office, as ``shanhe serve`` runs it, and people in front of it."""

import http.client
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from .place import Place

CROWD = "tests/office/crowd.py"
_FIRST = re.compile(r"(?:系统管理员|Administrator)：?:? ?(\S+)\s+\S*?[:：] ?(\w{12})")
_ANSWERS_WITHIN = 120.0
Upload = tuple[str, str, bytes]
"""Field of a form, name of the file, its bytes."""


@dataclass
class Served:
    """An office that answers; ``password`` is the administrator's first one, empty at a later start."""

    place: Place
    port: int
    process: "subprocess.Popen[str]"
    password: str
    _complaints: list[str] = field(default_factory=list)
    _readers: list[threading.Thread] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def read_on(self) -> None:
        """Keep what it complains of, and let no log fill a pipe that nobody reads."""
        for pipe, kept in ((self.process.stdout, []), (self.process.stderr, self._complaints)):
            self._readers.append(threading.Thread(target=kept.extend, args=(pipe,), daemon=True))
            self._readers[-1].start()

    def stop(self) -> str:
        """End it as a service manager does, and return what it complained of."""
        self.process.terminate()
        self._ended()
        return "".join(self._complaints)

    def kill(self) -> None:
        """End the server and every process it started, as a power cut does."""
        whole = [self.process.pid, *_descendants(self.process.pid)]
        for pid in whole:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._ended()

    def _ended(self) -> None:
        self.process.wait(60)
        for reader in self._readers:
            reader.join(60)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


def _descendants(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                child = int(stat.parent.name)
                found += [child, *_descendants(child)]
    return found


def served(place: Place, *options: str) -> Served:
    """Start an office there and wait until it answers."""
    port = free_port()
    options = ("--no-example", "--port", str(port), *options)
    process = place.start("-m", "shanhe", "serve", "--lang", "zh", *options)
    assert process.stdout is not None
    said = ""
    while "在浏览器中打开" not in said:
        line = process.stdout.readline()
        assert line, said + process.communicate()[1]
        said += line
    first = _FIRST.search(said)
    office = Served(place, port, process, first[2] if first else "")
    office.read_on()
    until = time.monotonic() + _ANSWERS_WITHIN
    while time.monotonic() < until:
        with suppress(OSError):
            if Visitor(port).get("/login").status == 200:
                return office
        time.sleep(0.05)
    raise TimeoutError(port)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Answer:
    """What came back; ``status`` is 0 where the server died in between."""

    status: int
    text: str = ""
    to: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it was done: a page answers so with the way to go on, the interface with 2xx."""
        return self.status == 302 or 200 < self.status < 300


@dataclass
class Visitor:
    """A browser, or a program with a key."""

    port: int
    key: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._asked("GET", path)

    def post(self, path: str, fields: Mapping[str, str], files: Sequence[Upload] = ()) -> Answer:
        """Send a form as a browser does, with the proof that it comes from our own page."""
        own = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields}
        if not files:
            body = urlencode(own).encode()
            return self._asked("POST", path, body, "application/x-www-form-urlencoded")
        edge = secrets.token_hex(12)
        parts = [_part(edge, f'name="{name}"', text.encode()) for name, text in own.items()]
        parts += [_part(edge, f'name="{name}"; filename="{f}"', data) for name, f, data in files]
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        return self._asked("POST", path, body, f"multipart/form-data; boundary={edge}")

    def send(self, path: str, said: object) -> Answer:
        """Send JSON to the interface."""
        return self._asked("POST", path, json.dumps(said).encode(), "application/json")

    def log_in(self, login: str, password: str) -> Answer:
        self.get("/login")
        return self.post("/login", {"username": login, "password": password})

    def _asked(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        headers |= {"Authorization": f"Bearer {self.key}"} if self.key else {}
        headers |= {"Content-Type": kind} if kind else {}
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
        except (http.client.HTTPException, ConnectionError):
            return Answer(0)
        finally:
            connection.close()
        for given in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = given.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return Answer(answer.status, text, answer.headers.get("Location", ""))


def _part(edge: str, what: str, data: bytes) -> bytes:
    head = f"--{edge}\r\nContent-Disposition: form-data; {what}\r\n\r\n"
    return head.encode() + data + b"\r\n"


_HIDDEN = re.compile(r'<input type="hidden" name="(line\.\d+\.-(?:row|seen))" value="([^"]*)"')
_CELL = re.compile(r'<input id="c-\d+-\w+" name="(line\.\d+\.\w+)" value="([^"]*)"')


def typed_form(page: str) -> dict[str, str]:
    """Return the lines of a sheet's form as a browser would send them back."""
    return dict([*_HIDDEN.findall(page), *_CELL.findall(page)])
