"""``shanhe serve``: starts, tells what people must know once, mends itself, ends at once."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from .place import SOURCE, Place, fresh

pytestmark = pytest.mark.any_database

_PASSWORD = re.compile(r"一次性密码：(\w+)")
_PATIENCE = 120  # seconds, on a busy machine; none of what is tested depends on it


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """An office that answers."""

    process: "subprocess.Popen[str]"
    place: Place
    port: int

    def answers(self) -> bool:
        """Return whether the page of the log-in comes."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/login", timeout=5) as page:
                return "登录" in page.read().decode()
        except OSError:
            return False

    def stop(self, how: signal.Signals) -> tuple[str, str, float]:
        """Stop it and return what it printed, and how many seconds it took."""
        began = time.monotonic()
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=_PATIENCE)
        return out, err, time.monotonic() - began


def _started(place: Place) -> Served:
    port = _free_port()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "shanhe", "serve", "--port", str(port), "--lang", "zh"],
        env=place.environment,
        cwd=SOURCE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    served = Served(process, place, port)
    _wait_until(served.answers, process)
    return served


def _wait_until(holds: object, process: "subprocess.Popen[str] | None" = None) -> None:
    assert callable(holds)
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert process is None or process.poll() is None, "it ended by itself"
        assert time.monotonic() < end
        time.sleep(0.1)


def _children(parent: int) -> dict[int, str]:
    """Return number and command line of the processes that one started."""
    found = {}
    for stat_file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat_file.read_text().rpartition(")")[2].split()
            command = (stat_file.parent / "cmdline").read_text()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z" and "resource_tracker" not in command:
            found[int(stat_file.parent.name)] = command
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return fresh(tmp_path_factory.mktemp("served") / "office", has_tables=False)


@pytest.fixture(scope="module")
def first(place: Place) -> Iterator[Served]:
    served = _started(place)
    yield served
    served.process.kill()
    served.process.communicate()


def test_every_process_that_dies_is_replaced(first: Served) -> None:
    pid = first.process.pid
    _wait_until(lambda: len(_children(pid)) == 3)
    for child in list(_children(pid)):
        os.kill(child, signal.SIGKILL)
        _wait_until(lambda gone=child: len(set(_children(pid)) - {gone}) == 3, first.process)
    _wait_until(first.answers, first.process)


def test_a_taken_port_is_told(first: Served) -> None:
    told = first.place.shanhe("serve", "--port", str(first.port))
    assert told.returncode == 2
    assert f"{first.port} 端口" in told.stderr
    assert "--port" in told.stderr


def test_the_data_are_for_their_owner_alone(first: Served) -> None:
    folder = first.place.data
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in folder.iterdir():
        if path.is_file():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_backup_is_for_its_owner_alone(first: Served, tmp_path: Path) -> None:
    first.place.shanhe("backup", "-o", str(tmp_path / "backup.zip"))
    assert stat.S_IMODE((tmp_path / "backup.zip").stat().st_mode) == 0o600


def test_it_ends_at_once_and_tells_the_password_at_the_first_start_alone(first: Served) -> None:
    children = set(_children(first.process.pid))
    out, err, seconds = first.stop(signal.SIGTERM)
    assert (first.process.returncode, err) == (0, "")
    assert seconds < 10
    assert len(_PASSWORD.findall(out)) == 1
    assert "请在浏览器中打开" in out
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]
    second = _started(first.place)
    out, err, seconds = second.stop(signal.SIGINT)
    assert (second.process.returncode, err) == (0, "")
    assert seconds < 10
    assert not _PASSWORD.findall(out)


def test_a_killed_server_leaves_nobody_behind(first: Served) -> None:
    third = _started(first.place)
    children = set(_children(third.process.pid))
    third.process.kill()
    third.process.communicate()
    _wait_until(lambda: not [pid for pid in children if _lives(pid)])


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("inside", ["", "folder"])
def test_a_file_where_the_data_folder_should_be_is_told(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("x")
    told = Place(tmp_path / "file" / inside).shanhe("serve", "--port", str(_free_port()))
    assert told.returncode == 2
    assert "不是文件夹" in told.stderr
    assert "Traceback" not in told.stderr + told.stdout


_NOT_WRITABLE = """
import os, sys
real = os.open
def refused(path, flags, *rest, **more):
    if flags & os.O_CREAT and str(path).startswith(sys.argv[1]):
        raise PermissionError(13, "Permission denied", str(path))
    return real(path, flags, *rest, **more)
os.open = refused
from shanhe.cli.main import main
main(["serve", "--data", sys.argv[1], "--lang", "zh"])
"""


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    told = Place(tmp_path).run("-c", _NOT_WRITABLE, str(tmp_path))
    assert told.returncode == 2
    assert "没有写入权限" in told.stderr
    assert str(tmp_path) in told.stderr


def test_who_begins_to_send_and_never_ends_stops_nobody(tmp_path: Path) -> None:
    slow = _started(fresh(tmp_path / "office"))
    begun = (
        b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\nusername="
    )
    with ExitStack() as held:
        held.callback(slow.process.communicate)
        held.callback(slow.process.terminate)
        for _ in range(80):
            one = held.enter_context(socket.create_connection(("127.0.0.1", slow.port), 5))
            one.sendall(begun)
        time.sleep(1)
        for _ in range(10):
            assert slow.answers()
