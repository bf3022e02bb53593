"""Papers are handed out whole and faithful, or not at all."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shanhe.app import deliver
from shanhe.app.deliver import NAMES, Unfaithful, WouldOverwrite, papers, put
from shanhe.app.tasks import handed_out
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.blocks import Paper
from shanhe.documents.formats.docx import write
from shanhe.documents.formats.office import packed
from shanhe.records.evaluation import Evaluation

NamesBelow = Callable[[Path], list[str]]
FILES = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def test_all_files_are_written(tmp_path: Path, names_below: NamesBelow) -> None:
    folder = tmp_path / "one" / "two"
    assert put(FILES, folder, force=False) == [folder / name for name in FILES]
    assert names_below(folder) == sorted(FILES)
    assert (folder / "a.txt").read_bytes() == b"new a"


def test_nothing_is_overwritten_unless_it_is_asked_for(
    tmp_path: Path, names_below: NamesBelow
) -> None:
    (tmp_path / "b.txt").write_bytes(b"old b")
    with pytest.raises(WouldOverwrite) as refusal:
        put(FILES, tmp_path, force=False)
    assert refusal.value.paths == [tmp_path / "b.txt"]
    assert names_below(tmp_path) == ["b.txt"]
    assert (tmp_path / "b.txt").read_bytes() == b"old b"
    put(FILES, tmp_path, force=True)
    assert (tmp_path / "b.txt").read_bytes() == b"new b"
    assert names_below(tmp_path) == sorted(FILES)


def test_a_dangling_link_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WouldOverwrite):
        put(FILES, tmp_path, force=False)
    put(FILES, tmp_path, force=True)
    assert not (tmp_path / "a.txt").is_symlink()
    assert not (tmp_path / "elsewhere").exists()


def test_a_failure_while_writing_leaves_nothing_behind(
    tmp_path: Path, names_below: NamesBelow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        if path.name == "c.txt":
            raise OSError(28, "No space left on device")
        return os.write(os.open(path, os.O_CREAT | os.O_WRONLY), data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        put(FILES, tmp_path / "deep" / "er", force=False)
    assert names_below(tmp_path) == []


def test_a_failure_while_moving_gives_back_the_old_files(
    tmp_path: Path, names_below: NamesBelow
) -> None:
    (tmp_path / "a.txt").write_bytes(b"old a")
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(IsADirectoryError):
        put(FILES, tmp_path, force=True)
    assert names_below(tmp_path) == ["a.txt", "c.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old a"


def test_a_move_that_fails_half_way_is_undone(
    tmp_path: Path, names_below: NamesBelow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"old")
    move, moves = Path.replace, []

    def fails_at_the_fourth(path: Path, target: Path) -> Path:
        moves.append(path)
        if len(moves) == 4:
            raise PermissionError(13, "Permission denied", str(target))
        return move(path, target)

    monkeypatch.setattr(Path, "replace", fails_at_the_fourth)
    with pytest.raises(PermissionError):
        put(FILES, tmp_path, force=True)
    assert names_below(tmp_path) == ["a.txt", "b.txt"]
    assert {(tmp_path / name).read_bytes() for name in ("a.txt", "b.txt")} == {b"old"}


def test_the_papers_are_the_six_that_are_promised(
    evaluation: Evaluation, catalogue: Catalogue, tmp_path: Path, names_below: NamesBelow
) -> None:
    paths = handed_out(evaluation, catalogue, tmp_path / "out", "zh", force=False)
    assert [path.name for path in paths] == list(NAMES)
    assert names_below(tmp_path / "out") == sorted(NAMES)
    assert all(path.stat().st_size > 1000 for path in paths)


def tampered(data: bytes, old: str, new: str) -> bytes:
    package = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    return packed(parts | {"word/document.xml": text.replace(old, new).encode()})


def test_a_figure_that_was_changed_is_found_and_nothing_is_written(
    evaluation: Evaluation,
    catalogue: Catalogue,
    tmp_path: Path,
    names_below: NamesBelow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, figure = write.docx_bytes, evaluation.figures["target.issued.2025.restore_area"]
    monkeypatch.setattr(
        write, "docx_bytes", lambda paper: tampered(made(paper), f">{figure}<", ">999公顷<")
    )
    with pytest.raises(Unfaithful) as refusal:
        handed_out(evaluation, catalogue, tmp_path / "out", "zh", force=False)
    assert any("999公顷" in each and figure in each for each in refusal.value.differences)
    assert names_below(tmp_path) == []


def test_a_figure_that_was_left_out_is_found(
    evaluation: Evaluation, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = write.docx_bytes(Paper((), "空", "form"))
    monkeypatch.setattr(write, "docx_bytes", lambda _: empty)
    with pytest.raises(Unfaithful, match="is not printed") as refusal:
        papers(evaluation, catalogue, "zh")
    assert refusal.value.paper == deliver.REPORT


def test_equal_evaluations_make_equal_bytes(evaluation: Evaluation, catalogue: Catalogue) -> None:
    assert papers(evaluation, catalogue, "zh") == papers(evaluation, catalogue, "zh")
