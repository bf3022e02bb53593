"""``shanhe check`` of files that should not be believed: words, in time, within 1 GB, nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .cases import CASES

CHILD = Path(__file__).with_name("child.py")
MOST_SECONDS, MOST_MEGABYTES = 10, 1024


@pytest.mark.skipif(sys.platform != "linux", reason="limits and peaks are read as Linux tells them")
@pytest.mark.parametrize("name", CASES)
def test_it_ends_in_words(name: str, tmp_path: Path) -> None:
    case, told = CASES[name], tmp_path / "told.json"
    home = tmp_path / "home"
    home.mkdir()
    path = home / case.file
    if case.put is not None:
        case.put(path)
    elif case.make is not None:
        path.write_bytes(case.make())
    before = sorted(home.rglob("*")), sorted(tmp_path.iterdir())
    ran = subprocess.run(  # noqa: S603 - this Python, our own module
        [sys.executable, str(CHILD), str(path), "zh", str(told)],
        capture_output=True,
        check=False,
        cwd=home,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    said = (ran.stdout + ran.stderr).decode()
    measured = json.loads(told.read_text(encoding="utf-8"))
    told.unlink()
    assert case.says in said, said
    for trouble in ("Traceback", "程序出错", "运行出错", "it asked for the net"):
        assert trouble not in said
    assert measured["code"] in {0, 1, 2}
    assert measured["seconds"] < MOST_SECONDS
    assert measured["megabytes"] < MOST_MEGABYTES
    assert (sorted(home.rglob("*")), sorted(tmp_path.iterdir())) == before
