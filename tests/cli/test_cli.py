"""The command line: help, exit codes, words, and what it leaves on the disk."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest

from shanhe.app.deliver import NAMES
from shanhe.app.examples import EMPTY_BOOK, EXAMPLE_BOOK, example_folder
from shanhe.cli.commands import commands
from shanhe.cli.main import main
from shanhe.cli.words import all_words, language

COMMANDS = (
    "evaluate",
    "check",
    "demo",
    "init",
    "convert",
    "extract",
    "import",
    "indicators",
    "rules",
    "serve",
    "export",
    "verify",
    "backup",
    "restore",
    "office",
)
EXAMPLE = str(example_folder())
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run ``shanhe`` in this process; return exit code, output and complaints."""

    def call(*arguments: object, lang: str = "zh") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["--lang", lang, *map(str, arguments)])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return int(left.value.code or 0), out, err

    return call


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("start")
    with pytest.raises(SystemExit) as left:
        main(["init", str(folder)])
    assert left.value.code == 0
    return folder


def listed(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


# help and words


def test_all_commands_are_those_of_the_help() -> None:
    assert set(commands("zh").commands) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_in_both_languages(command: str, run: Run) -> None:
    code, zh, _ = run(command, "--help")
    assert code == 0
    assert "示例：" in zh
    assert f"\n    shanhe {command}" in zh
    assert not re.search(r"Usage|Options|default|Show|<=", zh)
    code, en, _ = run(command, "--help", lang="en")
    assert code == 0
    assert "Example" in en
    assert f"\n    shanhe {command}" in en
    assert not re.search("[一-龥]", en.replace("答复", ""))  # the end of a file's name


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_help_lists_all_commands(arguments: tuple[str, ...], run: Run) -> None:
    for lang, word in (("zh", "退出码"), ("en", "Exit codes")):
        code, out, _ = run(*arguments, lang=lang)
        if arguments:
            assert code == 0
            assert word in out
            assert all(f"\n  {command} " in out for command in COMMANDS)


def test_every_command_of_the_office_has_its_help_with_an_example(run: Run) -> None:
    for lang, word in (("zh", "示例"), ("en", "Example")):
        code, listed, _ = run("office", "--help", lang=lang)
        assert code == 0
        names = list(commands(lang).commands["office"].commands)  # type: ignore[attr-defined]  # a group
        assert len(names) > 20
        for name in names:
            assert f"\n  {name} " in listed
            code, out, _ = run("office", name, "--help", lang=lang)
            assert code == 0
            assert word in out
            assert f"shanhe office {name} " in out
            assert "--as LOGIN" in out or name == "password"


def test_words_are_the_same_in_both_languages() -> None:
    zh, en = all_words("zh"), all_words("en")
    assert set(zh) == set(en)
    for key in zh:
        names = [
            {name for _, name, _, _ in Formatter().parse(text) if name}
            for text in (zh[key], en[key])
        ]
        assert names[0] == names[1], key


def test_words_follow_the_option_and_else_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language([]) == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert language([]) == "zh"
    monkeypatch.setenv("LC_ALL", "C")
    assert language([]) == "en"
    assert language(["--lang", "zh"]) == "zh"
    assert language(["check", "--lang=zh"]) == "zh"
    assert language(["--lang", "zh", "check", "--lang", "en"]) == "en"
    assert language(["--lang", "xx"]) == "en"
    assert language(["--lang"]) == "en"


def test_the_version(run: Run) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert re.fullmatch(r"shanhe \d+\.\d+\.\d+\n", out)


# wrong use


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ("chekc",),
            "没有命令 chekc；相近的有：check",
            "no such command chekc; did you mean check?",
        ),
        (("check", "x", "--bogus"), "没有选项 --bogus", "no such option --bogus"),
        (
            ("office", "freze", "1"),
            "没有命令 freze；相近的有：freeze",
            "no such command freze; did you mean freeze?",
        ),
        (("office", "accept", "x"), "应为 1 至 2147483647 的整数", "number from 1 to 2147483647"),
        (
            ("office", "plots", "1", "没有.gpkg", "--as", "city"),
            "没有文件“没有.gpkg”",
            "there is no file “没有.gpkg”",
        ),
        (("evaluate",), "缺少参数 PROGRAMME", "missing argument PROGRAMME"),
        (
            ("check", "x", "--format", "xml"),
            "参数 --format 只能是：text, json, html",
            "must be one of",
        ),
        (("check", "x", "--year"), "选项 --year 后面缺少内容", "option --year needs a value"),
        (("check", "x", "--year", "1"), "应为 2000 至 2100 的整数", "number from 2000 to 2100"),
        (("check", "x", "--jobs", "两"), "应为 0 至 256 的整数", "number from 0 to 256"),
        (("check", "x", "--year", "今年"), "应为 2000 至 2100 的整数", "number from 2000 to 2100"),
        (("check", "x", "--as-of", "2025-02-30"), "“2025-02-30”不是确定的日期", "no definite day"),
        (("check", "x", "--as-of", "年底"), "“年底”不是确定的日期", "no definite day"),
        (("evaluate", "x", "y"), "多余的参数：y", "more arguments than expected: y"),
        (("convert", "x", "y.csv"), "“y.csv”既不是 .xlsx 工作簿", "neither an .xlsx workbook"),
        (("--lang", "fr", "check"), "参数 --lang 只能是：zh, en", "--lang must be one of zh, en"),
    ],
)
def test_wrong_use_is_told_in_words(arguments: tuple[str, ...], zh: str, en: str, run: Run) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        code, out, err = run(*arguments, lang=lang)
        assert (code, out) == (2, "")
        assert words in err
        assert "--help" in err


def test_unknown_rules_and_indicators(run: Run) -> None:
    for command, wanted, near in (
        ("rules", "TARGET-1011", "TARGET-101"),
        ("indicators", "restore_aera", "restore_area"),
    ):
        code, _, err = run(command, wanted)
        assert code == 2
        assert near in err
        assert run(command, near)[0] == 0
        assert near in run(command)[1]


# what cannot be read or written


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("没有.xlsx", None, {"zh": "文件或文件夹不存在", "en": "no such file"}),
        ("改名.xlsx", "文字".encode(), {"zh": "不是 .xlsx 格式", "en": "is no .xlsx workbook"}),
        ("空.xlsx", b"", {"zh": "不是 .xlsx 格式", "en": "is no .xlsx workbook"}),
        ("旧.xls", b"\xd0\xcf\x11\xe0", {"zh": "旧版 .xls", "en": "an old .xls file"}),
        ("夹/说明.txt", b"", {"zh": "没有 CSV 文件", "en": "no CSV file"}),
        ("夹/草稿.csv", b"a", {"zh": "没有找到任何认识的工作表", "en": "no known sheet"}),
        ("夹/文件.csv", "版本".encode("gbk"), {"zh": "不是 UTF-8", "en": "not encoded as UTF-8"}),
        (
            "夹/文件.csv",
            "版本".encode("utf-16"),
            {"zh": "不是 UTF-8", "en": "not encoded as UTF-8"},
        ),
    ],
)
def test_what_cannot_be_read_is_told_by_each_command(
    name: str, data: bytes | None, words: dict[str, str], run: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is not None:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    handed = tmp_path / name.partition("/")[0]
    before = listed(tmp_path)
    for lang in ("zh", "en"):
        code, out, err = run("evaluate", handed, "-o", tmp_path / "out", lang=lang)
        assert (code, out) == (2, "")
        assert words[lang] in err
        code, out, err = run("check", handed, lang=lang)  # may be a document as well
        assert code == 2
        assert handed.name in out + err or path.name in out + err
        assert "Traceback" not in out + err
    if "草稿" not in name:  # a folder of other sheets can be converted
        code, _, err = run("convert", handed, tmp_path / "neu")
        assert (code, words["zh"] in err) == (2, True)
    assert listed(tmp_path) == before


def test_what_cannot_be_read_as_json(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("check", tmp_path / "没有.xlsx", "--format", "json")
    assert code == 2
    (problem,) = json.loads(out)["problems"]
    assert problem["kind"] == "no_such_file"
    assert set(problem) == {"kind", "where", "says", "mend"}


def test_places_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "file", tmp_path / "file" / "below"):
        code, _, err = run("init", target)
        assert (code, "不是文件夹" in err) == (2, True)
    code, _, err = run("evaluate", EXAMPLE, "-o", tmp_path / "file")
    assert (code, "不是文件夹" in err) == (2, True)
    (tmp_path / "a.json").mkdir()
    code, _, err = run("check", EXAMPLE, "--format", "json", "-o", tmp_path / "a.json", "--force")
    assert (code, "已有同名文件夹" in err) == (2, True)
    assert listed(tmp_path) == ["a.json", "file"]


def test_an_error_that_nobody_foresaw_is_logged_not_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("深处出错")

    monkeypatch.setattr("shanhe.app.tasks.load_catalogue", broken)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    code, out, err = run("check", EXAMPLE)
    assert (code, out) == (2, "")
    (log,) = tmp_path.iterdir()
    assert str(log) in err
    assert "深处出错" in log.read_text(encoding="utf-8")


# what is done


def test_evaluate_leaves_exactly_the_six_files(run: Run, tmp_path: Path) -> None:
    out_folder = tmp_path / "自评"
    code, out, err = run("evaluate", EXAMPLE, "-o", out_folder, "--as-of", "2025-12-31", "--score")
    assert code == 1
    assert listed(out_folder) == sorted(NAMES)
    assert all(str(out_folder / name) in out for name in NAMES)
    assert json.loads((out_folder / "evaluation.json").read_bytes())["as_of"] == "2025-12-31"
    before = {name: (out_folder / name).read_bytes() for name in NAMES}
    code, _, err = run("evaluate", EXAMPLE, "-o", out_folder)
    assert code == 2
    assert "--force" in err
    assert {name: (out_folder / name).read_bytes() for name in NAMES} == before
    assert run("evaluate", EXAMPLE, "-o", out_folder, "--force")[0] == 1
    assert listed(tmp_path) == ["自评", *sorted(f"自评/{name}" for name in NAMES)]


def test_check_on_the_screen_as_json_and_as_a_page(run: Run, tmp_path: Path) -> None:
    code, text, _ = run("check", EXAMPLE)
    assert code == 1
    assert "错误" in text
    code, out, _ = run("check", EXAMPLE, "--format", "json")
    found = json.loads(out)
    assert code == 1
    assert found["summary"]["error"] > 0
    assert found["crashes"] == []
    page = tmp_path / "问题清单.html"
    assert run("check", EXAMPLE, "--format", "html", "-o", page)[0] == 1
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert listed(tmp_path) == ["问题清单.html"]


def test_the_demo_is_done_even_though_it_has_findings(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("demo", tmp_path / "out", lang="en")
    assert code == 0
    assert "Written:" in out
    assert listed(tmp_path / "out") == sorted(NAMES)


def test_init_gives_an_empty_workbook_and_the_example(run: Run, started: Path) -> None:
    assert listed(started) == sorted([EMPTY_BOOK, EXAMPLE_BOOK])
    code, _, err = run("check", started / EMPTY_BOOK)
    assert code == 2
    assert "共 6 个问题" in err
    assert f"{EMPTY_BOOK} › 项目信息：工作表中没有数据。请至少填写一行。" in err
    code, _, err = run("init", started)
    assert (code, "--force" in err) == (2, True)


def without_places(text: str) -> dict[str, object]:
    """Leave out what names the file that was read."""
    data = json.loads(text)
    data.pop("data_sha256")
    for finding in data["findings"]:
        for operand in finding["operands"]:
            operand["where"].pop("file")
            operand["where"].pop("part")
    found: dict[str, object] = data
    return found


def test_the_example_workbook_says_the_same_as_its_folder(run: Run, started: Path) -> None:
    code, from_book, _ = run("check", started / EXAMPLE_BOOK, "--format", "json")
    assert code == 1
    _, from_folder, _ = run("check", EXAMPLE, "--format", "json")
    assert without_places(from_book) == without_places(from_folder)


def test_convert_from_the_command_line(run: Run, started: Path, tmp_path: Path) -> None:
    assert run("convert", started / EXAMPLE_BOOK, tmp_path / "夹")[0] == 0
    assert run("convert", tmp_path / "夹", tmp_path / "回.xlsx")[0] == 0
    assert (tmp_path / "回.xlsx").read_bytes() == (started / EXAMPLE_BOOK).read_bytes()
    code, _, err = run("convert", tmp_path / "夹", tmp_path / "回.xlsx")
    assert (code, "--force" in err) == (2, True)
    (tmp_path / "别的").mkdir()
    (tmp_path / "别的" / "旧.csv").write_bytes(b"")
    code, _, err = run("convert", tmp_path / "回.xlsx", tmp_path / "别的")
    assert (code, "混在一起" in err) == (2, True)


# as a real process


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "shanhe", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def test_a_process_leaves_with_its_exit_code_in_the_words_of_its_locale() -> None:
    done = process("check", "没有.xlsx", LC_ALL="zh_CN.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert "文件或文件夹不存在" in done.stderr
    done = process("check", EXAMPLE, LC_ALL="C.UTF-8")
    assert done.returncode == 1
    assert "rules run" in done.stdout
    assert process("--version").returncode == 0


def test_a_console_without_chinese_does_not_stop_the_work() -> None:
    done = process("check", EXAMPLE, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
