"""``shanhe check`` of files that should not be believed: words, in time, within 1 GB, nothing else."""

import json
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .cases import CASES

CHILD = Path(__file__).with_name("child.py")
MOST_SECONDS, MOST_MEGABYTES = 10, 1024


@pytest.fixture(scope="module")
def checker() -> Iterator["subprocess.Popen[bytes]"]:
    """Yield a process that checks one file after the other, each in one of its own."""
    with subprocess.Popen(  # noqa: S603 - this Python, our own module
        [sys.executable, str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as process:
        yield process
        process.kill()


def ended(checker: "subprocess.Popen[bytes]", asked: dict[str, str]) -> str:
    """Return how the process that was asked ended, within a minute."""
    assert checker.stdin is not None
    assert checker.stdout is not None
    checker.stdin.write(json.dumps(asked).encode() + b"\n")
    ready, _, _ = select.select([checker.stdout], [], [], 60)
    assert ready, "it came to no end"
    return checker.stdout.readline().decode().strip()


@pytest.mark.skipif(sys.platform != "linux", reason="limits and peaks are read as Linux tells them")
@pytest.mark.parametrize("name", CASES)
def test_it_ends_in_words(name: str, tmp_path: Path, checker: "subprocess.Popen[bytes]") -> None:
    case, told, output = CASES[name], tmp_path / "told.json", tmp_path / "said.txt"
    home = tmp_path / "home"
    home.mkdir()
    path = home / case.file
    if case.put is not None:
        case.put(path)
    elif case.make is not None:
        path.write_bytes(case.make())
    before = sorted(home.rglob("*")), sorted(tmp_path.iterdir())
    places = {"home": home, "path": path, "told": told, "said": output}
    asked = {key: str(place) for key, place in places.items()}
    how = ended(checker, asked | {"lang": "zh"})
    said = output.read_text(encoding="utf-8")
    assert how == "0", said
    measured = json.loads(told.read_text(encoding="utf-8"))
    told.unlink()
    output.unlink()
    assert case.says in said, said
    for trouble in ("Traceback", "程序出错", "运行出错", "it asked for the net"):
        assert trouble not in said
    assert measured["code"] in {0, 1, 2}
    assert measured["seconds"] < MOST_SECONDS
    assert measured["megabytes"] < MOST_MEGABYTES
    assert (sorted(home.rglob("*")), sorted(tmp_path.iterdir())) == before
