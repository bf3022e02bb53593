"""A backup is taken while people work, and moves an office from one database to the other."""

import json
import zipfile
from pathlib import Path

import pytest

from .place import Place, fresh
from .served import CROWD

HANDS = "tests/office/hands.py"
_FREEZE = """
import sys
from shanhe.app.office.first_start import open_office
open_office()
from shanhe.app.office.freezing import freeze
from shanhe.app.office.machine import in_the_name_of
from shanhe.store.models import Book
freeze(in_the_name_of("city"), Book.objects.get().pk)
"""
_ATTACH = """
from shanhe.app.office.first_start import open_office
open_office()
from shanhe.app.office import evidence
from shanhe.app.office.machine import in_the_name_of
from shanhe.store.models import Submission
from tests.office.doors import PDF
one = Submission.objects.get()
file = evidence.Offered("照片.pdf", PDF)
evidence.attach(in_the_name_of("donghe"), one.pk, one.rows[0]["row"], [file], one.version)
"""


def _ran(place: Place, *arguments: str) -> str:
    done = place.run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _left(place: Place) -> dict[str, object]:
    left: dict[str, object] = json.loads(_ran(place, CROWD, "left"))
    assert left["wrong"] == []
    return left


def _restored(backup: Path, place: Place) -> Place:
    told = place.shanhe("restore", str(backup))
    assert told.returncode == 0, told.stderr
    assert "校验链完整" in place.shanhe("verify").stdout
    return place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = fresh(tmp_path / "office")
    _ran(made, CROWD, "make", "0")
    _ran(made, "-c", _ATTACH)
    return made


def test_a_backup_during_work_is_one_moment_and_moves_between_databases(
    place: Place, tmp_path: Path
) -> None:
    worker = place.start(HANDS, "import", "city")
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline().startswith("turn")
        told = place.shanhe("backup", "-o", str(tmp_path / "during.zip"))
        assert told.returncode == 0, told.stderr
        assert worker.poll() is None, "nobody wrote during the backup"
    finally:
        worker.kill()
        worker.communicate()
    _ran(place, "-c", _FREEZE)
    kept = _left(_restored(tmp_path / "during.zip", Place(tmp_path / "during")))
    assert (kept["evidence"], kept["editions"]) == (1, 0)
    assert place.shanhe("backup", "-o", str(tmp_path / "after.zip")).returncode == 0
    there = _restored(tmp_path / "after.zip", fresh(tmp_path / "there"))
    kept = _left(there)
    assert kept == _left(place) | {"unnamed": 0}
    assert kept["editions"] == 1
    if there.address:  # from a server back into a file; between two files it went already
        assert there.shanhe("backup", "-o", str(tmp_path / "back.zip")).returncode == 0
        back = _restored(tmp_path / "back.zip", Place(tmp_path / "back"))
        assert _left(back) == kept


def test_a_verification_during_work_tells_nothing(place: Place) -> None:
    worker = place.start(HANDS, "import", "city")
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline().startswith("turn")
        for _ in range(3):
            told = place.shanhe("verify")
            assert told.returncode == 0, told.stderr
        assert worker.poll() is None, "nobody wrote during the verification"
    finally:
        worker.kill()
        worker.communicate()


_OLDER = """
from shanhe.app.office.first_start import open_office
open_office()
from shanhe.store.models import Account, Book, Lock
city = Account.objects.get(login="city")
Lock.objects.create(book=Book.objects.get(), sheet="payments", why="年终", account=city)
"""
"""What a program wrote whose journal did not hold locks yet."""


def test_a_backup_from_before_the_journal_held_locks_is_taken_over_as_found(
    place: Place, tmp_path: Path
) -> None:
    _ran(place, "-c", _OLDER)
    backup, older = tmp_path / "now.zip", tmp_path / "older.zip"
    assert place.shanhe("backup", "-o", str(backup)).returncode == 0
    _older(backup, older)
    there = _restored(older, fresh(tmp_path / "there"))
    assert "支付明细" in there.shanhe("office", "locks", "1", "--as", "city").stdout
    refused = fresh(tmp_path / "refused").shanhe("restore", str(backup))
    assert refused.returncode == 2
    assert "锁定 1：没有变更记录" in refused.stderr


def _older(backup: Path, target: Path) -> None:
    """Write a backup as it was made before, which does not say what its journal holds."""
    with zipfile.ZipFile(backup) as new, zipfile.ZipFile(target, "w") as old:
        for name in new.namelist():
            data = new.read(name)
            if name == "shanhe.json":
                about = json.loads(data)
                del about["holds"]
                data = json.dumps(about).encode()
            old.writestr(name, data)
