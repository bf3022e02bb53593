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


FIGURES = ("一、总体目标完成情况", "2025年完成矿山生态修复面积10公顷，其中甲县4公顷、乙县5公顷。")


def test_a_folder_with_folders_is_handed_back_in_the_same_folders(run: Run, tmp_path: Path) -> None:
    for county in ("东河区", "固阳县"):
        (tmp_path / "各县" / county).mkdir(parents=True)
        _letter(tmp_path / "各县" / county, *FIGURES)
    out = tmp_path / "out"
    assert run("check", tmp_path / "各县", "--format", "docx", "-o", out)[0] == 0
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*"))
    each = [f"{county}/通知" for county in ("东河区", "固阳县")]
    assert files == [f"{one}{end}" for one in each for end in ("-批注.docx", ".答复.csv")]
    _, text, _ = run("check", out, "--format", "json")
    assert "没有可以核查的" in text or json.loads(text or "{}").get("documents", []) == []


def test_files_of_one_name_are_told_apart_by_their_folders(run: Run, tmp_path: Path) -> None:
    for county in ("东河区", "固阳县"):
        (tmp_path / county).mkdir()
        _letter(tmp_path / county, *FIGURES)
    both = [tmp_path / county / "通知.docx" for county in ("东河区", "固阳县")]
    _, out, _ = run("check", *both, "--format", "json")
    names = [one["name"] for one in json.loads(out)["documents"]]
    assert names == ["东河区/通知.docx", "固阳县/通知.docx"]


@pytest.mark.parametrize("form", ["text", "json", "html", "docx"])
def test_a_file_that_is_there_is_told_before_the_work_is_done(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    letter = _letter(tmp_path, *FIGURES)
    ending = {"text": "txt"}.get(form, form)
    target = tmp_path / f"结果.{ending}"
    assert run("check", letter, "--format", form, "-o", target)[0] == 0
    assert target.stat().st_size > 0
    before = target.read_bytes()
    monkeypatch.setattr("shanhe.app.audit_tasks.audited", lambda *_: pytest.fail("it was read"))
    code, _, err = run("check", letter, "--format", form, "-o", target)
    assert (code, "--force" in err, target.read_bytes() == before) == (2, True, True)


def test_text_in_a_file_is_what_the_screen_shows(run: Run, tmp_path: Path) -> None:
    letter = _letter(tmp_path, *FIGURES)
    _, screen, _ = run("check", letter)
    run("check", letter, "-o", tmp_path / "out")
    assert (tmp_path / "out" / "核查结果.txt").read_text(encoding="utf-8") == screen


def test_a_name_of_another_form_is_refused(run: Run, tmp_path: Path) -> None:
    letter = _letter(tmp_path, *FIGURES)
    code, _, err = run("check", letter, "-o", tmp_path / "结果.json")
    assert (code, ".txt" in err) == (2, True)
    code, _, err = run(
        "check", letter, letter.parent, "--format", "docx", "-o", tmp_path / "a.docx"
    )
    assert code == 0, "one document, named twice"
    twin = tmp_path / "另.docx"
    twin.write_bytes(letter.read_bytes())
    code, _, err = run("check", letter, twin, "--format", "docx", "-o", tmp_path / "b.docx")
    assert (code, "文件夹" in err) == (2, True)


def test_each_basis_is_told_once_with_what_it_says(run: Run, report: Path) -> None:
    _, out, _ = run("check", report, "--format", "json", lang="en")
    (document,) = json.loads(out)["documents"]
    for finding in document["findings"]:
        assert len(set(finding["basis"])) == len(finding["basis"]), finding["rule"]
    assert any(": " in basis for finding in document["findings"] for basis in finding["basis"])


def test_findings_of_a_programme_go_into_a_text_file(run: Run, tmp_path: Path) -> None:
    programme = Path(__file__).parents[2] / "examples" / "baotou-2025"
    code, out, _ = run("check", programme, "-o", tmp_path / "问题.txt")
    assert (code, "问题.txt" in out) == (1, True)
    assert "TARGET-101" in (tmp_path / "问题.txt").read_text(encoding="utf-8")
