"""``shanhe check`` on documents that somebody wrote."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shanhe.app.deliver import REPORT
from shanhe.cli.main import main
from shanhe.documents.blocks import Paper, Paragraph
from shanhe.documents.formats.docx.write import docx_bytes

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object, lang: str = "zh") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*map(str, arguments), "--lang", lang])
        shown = capsys.readouterr()
        return int(left.value.code or 0), shown.out, shown.err

    return call


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    with pytest.raises(SystemExit):
        main(["demo", str(folder / "out")])
    return folder / "out" / REPORT


def test_a_report_is_told_with_places_and_coverage(run: Run, report: Path) -> None:
    code, out, _ = run("check", report)
    assert code == 1
    assert "TARGET-101" in out
    assert "1925.16" in out
    assert "表 " in out
    assert "已核对" in out


def test_several_reports_as_one_object(run: Run, report: Path, tmp_path: Path) -> None:
    twin = tmp_path / "另一份.docx"
    twin.write_bytes(report.read_bytes())
    code, out, _ = run("check", report, twin, "--format", "json", "--jobs", 1, lang="en")
    documents = json.loads(out)["documents"]
    assert (code, len(documents)) == (1, 2)
    assert documents[0]["sha256"] == documents[1]["sha256"]
    assert documents[0]["findings"] == documents[1]["findings"]
    assert documents[0]["coverage"]["numbers"] > 200


def test_only_what_is_grave_enough(run: Run, report: Path) -> None:
    _, out, _ = run("check", report, "--format", "json", "--min-severity", "error")
    (document,) = json.loads(out)["documents"]
    assert {finding["severity"] for finding in document["findings"]} == {"error"}


def test_word_file_comes_back_with_comments_and_a_sheet_for_answers(
    run: Run, report: Path, tmp_path: Path
) -> None:
    code, out, _ = run("check", report, "--format", "docx", "-o", tmp_path)
    assert code == 1
    commented = tmp_path / "自评报告-批注.docx"
    assert commented.name in out
    with zipfile.ZipFile(commented) as package:
        assert "TARGET-101" in package.read("word/comments.xml").decode()
    assert (tmp_path / "自评报告.答复.csv").is_file()
    code, _, err = run("check", report, "--format", "docx", "-o", tmp_path)
    assert (code, "--force" in err) == (2, True)


def test_page_works_alone(run: Run, report: Path, tmp_path: Path) -> None:
    code, _, _ = run("check", report, "--format", "html", "-o", tmp_path / "页.html")
    text = (tmp_path / "页.html").read_text(encoding="utf-8")
    assert code == 1
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "<script src" not in text


def test_what_has_no_figures_is_not_called_clean(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "通知.txt"
    letter.write_text("各科室：\n请于周五前报送材料。\n", encoding="utf-8")
    code, out, _ = run("check", letter)
    assert code == 2
    assert "没有找到可以核查的绩效数据" in out
    assert "运行出错" not in out
    assert "没有发现问题" not in out


NOTHING = {"zh": "没有找到可以核查的绩效数据", "en": "no performance figures were found"}


def _letter(folder: Path, *lines: str) -> Path:
    paper = Paper(tuple(Paragraph((line,)) for line in lines), "s")
    path = folder / "通知.docx"
    path.write_bytes(docx_bytes(paper))
    return path


@pytest.mark.parametrize("lang", NOTHING)
@pytest.mark.parametrize("lines", [(), ("各科室：", "请于周五前报送材料。")])
def test_every_output_says_that_there_are_no_figures(
    run: Run, tmp_path: Path, lines: tuple[str, ...], lang: str
) -> None:
    letter = _letter(tmp_path, *lines)
    said = NOTHING[lang]
    code, out, _ = run("check", letter, lang=lang)
    assert (code, said in out) == (2, True)
    code, out, _ = run("check", letter, "--format", "json", lang=lang)
    (document,) = json.loads(out)["documents"]
    assert code == 2
    assert said in document["problems"][0]["says"]
    assert document["findings"] == []
    page = tmp_path / "页.html"
    code, out, _ = run("check", letter, "--format", "html", "-o", page, lang=lang)
    assert (code, said in out, said in page.read_text(encoding="utf-8")) == (2, True, True)
    code, out, _ = run("check", letter, "--format", "docx", "-o", tmp_path / "out", lang=lang)
    assert (code, said in out) == (2, True)
    commented = tmp_path / "out" / "通知-批注.docx"
    assert commented.exists() is bool(lines)  # without any text there is nothing to comment on
    if lines:
        with zipfile.ZipFile(commented) as archive:
            assert said in archive.read("word/comments.xml").decode()
