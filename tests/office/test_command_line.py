"""The office at the command line: import, export, backup, restore, verify, each in plain words."""

import re
from pathlib import Path

import pytest

from shanhe.app.programme import read_sheets
from shanhe.documents.forms.workbook.lines import lines_of

from .conftest import EXAMPLE
from .place import Place, fresh

HANDS = "tests/office/hands.py"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = fresh(tmp_path_factory.mktemp("place") / "office")
    opened = made.run(HANDS, "open")
    assert opened.returncode == 0, opened.stderr
    return made


def test_a_programme_comes_back_as_the_workbook_it_was(place: Place, tmp_path: Path) -> None:
    exported = place.shanhe("export", "1", "--as", "city", "-o", str(tmp_path / "b.xlsx"))
    assert exported.returncode == 0, exported.stderr
    assert lines_of(read_sheets(tmp_path / "b.xlsx")) == lines_of(read_sheets(EXAMPLE))


def test_who_may_not_import_is_told_which_right_is_missing(place: Place) -> None:
    told = place.shanhe("import", str(EXAMPLE), "--as", "tuyou")
    assert (told.returncode, told.stdout) == (2, "")
    assert "导入项目" in told.stderr


def test_a_stranger_is_told_so(place: Place) -> None:
    told = place.shanhe("export", "1", "--as", "nobody")
    assert told.returncode == 2
    assert "没有登录名“nobody”" in told.stderr


def test_a_programme_of_others_is_not_there(place: Place) -> None:
    told = place.shanhe("export", "99", "--as", "city")
    assert told.returncode == 2
    assert "没有该项目" in told.stderr


def test_a_backup_restores_everything_into_an_empty_office(place: Place, tmp_path: Path) -> None:
    backup = tmp_path / "backup.zip"
    assert "已备份" in place.shanhe("backup", "-o", str(backup)).stdout
    other = fresh(tmp_path / "other")
    assert "校验一致" in other.shanhe("restore", str(backup)).stdout
    assert "校验链完整" in other.shanhe("verify").stdout
    again = other.shanhe("restore", str(backup))
    assert again.returncode == 2
    assert "只能恢复到空目录" in again.stderr
    lists = [one.shanhe("export", "--as", "city").stdout for one in (place, other)]
    assert lists[0] == lists[1] != ""


def test_a_damaged_backup_restores_nothing(place: Place, tmp_path: Path) -> None:
    backup = tmp_path / "backup.zip"
    place.shanhe("backup", "-o", str(backup))
    backup.write_bytes(backup.read_bytes()[:-2000])
    other = fresh(tmp_path / "other")
    told = other.shanhe("restore", str(backup))
    assert told.returncode == 2
    assert "不是完整的备份文件" in told.stderr


def test_a_changed_journal_is_found(tmp_path: Path) -> None:
    place = fresh(tmp_path / "office")
    place.run(HANDS, "open")
    assert place.run("-c", _TAMPER).returncode == 0
    told = place.shanhe("verify")
    assert told.returncode == 1
    assert "内容被改动" in told.stderr
    assert "现有数据与变更记录不一致" in told.stderr


_TAMPER = """
from shanhe.app.office.first_start import open_office
open_office()
from django.db import connection
from shanhe.store.models import Entry, Line
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("DROP TRIGGER journal_no_update")
    else:
        cursor.execute("DROP TRIGGER journal_append_only ON store_entry")
Entry.objects.filter(book__isnull=False, number=7).update(why="x")
line = Line.objects.filter(sheet="targets").first()
line.texts = {**line.texts, "amount": "1"}
line.save()
"""


def test_no_office_is_made_by_looking_for_one(tmp_path: Path) -> None:
    told = fresh(tmp_path / "nothing", has_tables=False).shanhe("verify")
    assert told.returncode == 2
    assert "没有办公系统的数据" in told.stderr


def test_a_lost_password_is_renewed_on_the_server_and_the_journal_says_so(place: Place) -> None:
    told = place.shanhe("office", "password", "admin")
    assert told.returncode == 0, told.stderr
    password = re.findall(r"一次性密码：(\w{12})", told.stdout)[0]
    found = place.run("-c", _LAST, password).stdout.split()
    assert found == ["True", "True", "account", "系统", "renewed", "server"]
    assert "没有登录名" in place.shanhe("office", "password", "nobody").stderr


_LAST = """
import sys
from shanhe.app.office.first_start import open_office
open_office()
from shanhe.store.models import Account, Entry
admin = Account.objects.get(login="admin")
last = Entry.objects.filter(book=None).last()
known = admin.check_password(sys.argv[1]), admin.must_change
print(*known, last.action, last.who, last.texts["password"], last.texts["by"])
"""
