"""Programmes are opened or refused in words; conversion loses nothing or refuses."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shanhe.app.deliver import WouldOverwrite
from shanhe.app.examples import EMPTY_BOOK, EXAMPLE_BOOK, example_folder, starting_books
from shanhe.app.programme import NotOpened, open_programme
from shanhe.app.tasks import WouldMix, convert
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.formats import csv
from shanhe.documents.formats.xlsx.book import Book, workbook_bytes

NamesBelow = Callable[[Path], list[str]]


@pytest.fixture(scope="module")
def books(catalogue: Catalogue) -> dict[str, bytes]:
    return starting_books(catalogue)


def kind_of(path: Path, catalogue: Catalogue) -> str:
    opened = open_programme(path, catalogue)
    assert opened.dossier is None
    (problem,) = opened.problems
    for lang in ("zh", "en"):
        assert problem.text(lang).startswith(problem.where.place(lang))
    return problem.kind


def test_the_two_workbooks_of_init(
    books: dict[str, bytes], catalogue: Catalogue, tmp_path: Path
) -> None:
    for name, data in books.items():
        (tmp_path / name).write_bytes(data)
    empty = open_programme(tmp_path / EMPTY_BOOK, catalogue)
    assert {p.kind for p in empty.problems} == {"no_rows"}
    assert [p.where.part for p in empty.problems] == [
        *("项目信息", "区域与单位", "目标版本", "指标目标", "年度资金", "自评填报"),
    ]
    filled = open_programme(tmp_path / EXAMPLE_BOOK, catalogue)
    assert not filled.problems
    assert filled.dossier == open_programme(example_folder(), catalogue).dossier


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.xlsx", "项目,年度\n".encode(), "not_xlsx"),
        ("a.xlsx", b"", "not_xlsx"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "old_or_locked"),
        ("a.csv", b"a,b", "one_csv"),
        ("a.et", b"", "not_xlsx"),
        ("folder/说明.txt", b"", "no_csv"),
        ("folder/.隐藏.csv", b"a", "no_csv"),
        ("folder/Sheet1.csv", b"a", "no_sheets"),
        ("folder/指标目标.csv", "版本".encode("gbk"), "not_utf8"),
        ("folder/指标目标.csv", b'a,"b\n', "bad_quotes"),
        ("folder/指标目标.csv", b"\n" * 200_001, "too_many_rows"),
    ],
)
def test_what_cannot_be_opened(
    name: str, data: bytes, kind: str, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    assert kind_of(tmp_path / name.partition("/")[0], catalogue) == kind


def test_what_is_not_there(catalogue: Catalogue, tmp_path: Path) -> None:
    assert kind_of(tmp_path / "没有.xlsx", catalogue) == "no_such_file"
    (tmp_path / "folder").mkdir()
    assert kind_of(tmp_path / "folder", catalogue) == "no_csv"


def test_the_workbook_in_an_otherwise_empty_folder_is_suggested(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "我的.xlsx").write_bytes(b"")
    (problem,) = open_programme(tmp_path, catalogue).problems
    assert "您是否想填：我的.xlsx" in problem.text()


def test_a_file_that_may_not_be_read(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.xlsx").write_bytes(b"")
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert kind_of(tmp_path / "a.xlsx", catalogue) == "cannot_read"


def test_a_file_beyond_all_bounds_is_not_loaded(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"x" * 11)
    monkeypatch.setattr("shanhe.app.programme.MOST_BYTES", 10)
    assert kind_of(tmp_path / "a.xlsx", catalogue) == "too_big"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name files in Unicode")
def test_file_names_in_an_old_encoding_are_told(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "指标目标.csv").write_bytes("版本".encode())
    name = os.fsencode(tmp_path) + b"/" + "文件".encode("gbk") + b".csv"
    Path(os.fsdecode(name)).write_bytes("文件名称".encode())
    kinds = [problem.kind for problem in open_programme(tmp_path, catalogue).problems]
    assert "unknown_sheet" in kinds
    with pytest.raises(NotOpened) as refusal:
        convert(tmp_path, tmp_path / "a.xlsx", force=False)
    assert [problem.kind for problem in refusal.value.problems] == ["bad_sheet_name"]


def test_two_files_for_one_sheet(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "指标目标.csv").write_bytes(b"a")
    (tmp_path / "指标目标.CSV").write_bytes(b"b")
    if len(list(tmp_path.iterdir())) == 2:
        assert kind_of(tmp_path, catalogue) == "same_sheet"


def test_converting_there_and_back_keeps_every_byte_of_the_folder(tmp_path: Path) -> None:
    book, folder = tmp_path / "book.xlsx", tmp_path / "folder"
    assert convert(example_folder(), book, force=False) == [book]
    written = convert(book, folder, force=False)
    originals = {path.name: path for path in example_folder().glob("*.csv")}
    assert {path.name for path in written} == set(originals)
    for path in written:
        original = csv.grid_bytes(csv.read_grid(originals[path.name].read_bytes()))
        assert path.read_bytes() == original
    second = tmp_path / "second.xlsx"
    convert(folder, second, force=False)
    assert second.read_bytes() == book.read_bytes()


def test_converting_overwrites_nothing_and_mixes_nothing(
    tmp_path: Path, names_below: NamesBelow
) -> None:
    shutil.copytree(example_folder(), tmp_path / "folder")
    convert(example_folder(), tmp_path / "a.xlsx", force=False)
    for target in (tmp_path / "folder", tmp_path / "a.xlsx"):
        with pytest.raises(WouldOverwrite):
            convert(tmp_path / "a.xlsx", target, force=False)
        assert convert(tmp_path / "a.xlsx", target, force=True)
    (tmp_path / "folder" / "旧表.csv").write_bytes(b"")
    before = names_below(tmp_path)
    with pytest.raises(WouldMix) as refusal:
        convert(tmp_path / "a.xlsx", tmp_path / "folder", force=True)
    assert [path.name for path in refusal.value.paths] == ["旧表.csv"]
    assert names_below(tmp_path) == before


@pytest.mark.parametrize("name", ["../../x", "a/b", "..", "'a", "a?b", "a|b", "很" * 32])
def test_a_sheet_name_never_becomes_a_path(name: str, tmp_path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    page = book.worksheets[0]
    page._WorkbookChild__title = name  # type: ignore[attr-defined]  # as a hostile file has it
    page["A1"] = "x"
    folder = tmp_path / "in"
    folder.mkdir()
    book.save(folder / "a.xlsx")
    with pytest.raises(NotOpened) as refusal:
        convert(folder / "a.xlsx", folder / "out", force=True)
    assert [problem.kind for problem in refusal.value.problems] == ["bad_sheet_name"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.xlsx", "in"]


def test_what_a_cell_of_excel_cannot_hold_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "_草稿.csv").write_bytes(csv.grid_bytes([["a", "长" * 40_000]]))
    with pytest.raises(NotOpened) as refusal:
        convert(folder, tmp_path / "a.xlsx", force=False)
    assert [(p.kind, p.where.column) for p in refusal.value.problems] == [("too_long", "B")]
    assert convert(folder, tmp_path / "copy", force=False)


def test_merged_cells_and_lost_results_are_not_converted_away(tmp_path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    page = book.worksheets[0]
    page["A1"], page["B2"] = "合并", "=1+1"
    page.merge_cells("A1:A2")
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(NotOpened) as refusal:
        convert(tmp_path / "a.xlsx", tmp_path / "out", force=False)
    found = [(p.kind, p.where.row, p.where.column) for p in refusal.value.problems]
    assert found == [("merged", 2, "A"), ("no_value", 2, "B")]
    assert not (tmp_path / "out").exists()


def test_own_sheets_and_a_failed_formula_go_along(tmp_path: Path) -> None:
    data = workbook_bytes([Book("_草稿", [["#N/A", "=1+1"], [], ["", "x"]])])
    (tmp_path / "a.xlsx").write_bytes(data)
    (path,) = convert(tmp_path / "a.xlsx", tmp_path / "out", force=False)
    assert csv.read_grid(path.read_bytes()) == [["#N/A", "=1+1"], ["", ""], ["", "x"]]
