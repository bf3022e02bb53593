"""``shanhe office``: figures are written, reported with evidence, verified, and reports are checked."""

import re
from pathlib import Path

import pytest

from shanhe.app.office import reviewing, sheets
from shanhe.app.office.rights import Refused
from shanhe.app.office.submissions import submission
from shanhe.cli.commands import commands
from shanhe.store.lines import Change
from shanhe.store.models import Audit, Entry, Line, Reply, Submission

from .commands import reported
from .conftest import Done, Office
from .test_checks import TEXT
from .test_submissions import handed_in

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def begun(office: Office, done: Done, login: str = "tuyou") -> int:
    said = done("begin", office.book, "进展监测", "--title", "12月进展", "--as", login)
    return int(re.findall(r"填报单 (\d+)", said)[0])


def test_a_draft_is_filled_from_a_workbook_and_handed_in(office: Office, done: Done) -> None:
    key = begun(office, done)
    said = done("fill", key, reported("土右旗", "固阳县"), "--as", "tuyou")
    assert "已读入 1 行；其他地区的 1 行没有读入" in said
    assert "累计完成值=13.5" in done("submission", key, "--as", "tuyou")
    done("submit", key, "--as", "tuyou")
    assert Submission.objects.get(pk=key).state == "submitted"
    with pytest.raises(Refused, match="handed in"):
        done("discard", key, "--as", "tuyou")


def test_an_unreadable_row_is_told_at_its_number(office: Office, done: Done) -> None:
    key = begun(office, done)
    done("fill", key, reported("土右旗"), "--as", "tuyou")
    Submission.objects.filter(pk=key).update(
        rows=[{**row, "texts": {**row["texts"], "amount": "?"}} for row in _draft(key).rows]
    )
    with pytest.raises(Refused) as refused:
        done("submit", key, "--as", "tuyou")
    assert "第 1 行“累计完成值”：“?”不是数值" in refused.value.zh
    assert "row 1, 累计完成值:" in refused.value.en


def _draft(key: int) -> Submission:
    return Submission.objects.get(pk=key)


def test_files_are_put_behind_a_row_and_taken_away(
    office: Office, done: Done, tmp_path: Path
) -> None:
    key = begun(office, done)
    done("fill", key, reported("土右旗"), "--as", "tuyou")
    photo = tmp_path / "现场.png"
    photo.write_bytes(PNG)
    done("attach", key, 1, photo, "--taken-on", "2025-11-29", "--as", "tuyou")
    assert "+ 现场.png  1 KB  2025-11-29" in done("submission", key, "--as", "tuyou")
    with pytest.raises(Refused, match="has no row 2"):
        done("attach", key, 2, photo, "--as", "tuyou")
    with pytest.raises(Refused, match="it has: 现场"):
        done("detach", key, 1, "别的.png", "--as", "tuyou")
    done("detach", key, 1, "现场.png", "--as", "tuyou")
    assert "现场.png" not in done("submission", key, "--as", "tuyou")
    done("discard", key, "--as", "tuyou")
    assert not Submission.objects.filter(pk=key).exists()


def test_a_draft_stands_on_what_counts_now_once_it_was_looked_at(
    office: Office, done: Done
) -> None:
    reviewing.accept(office["city"], handed_in(office))
    said = done("begin", office.book, "progress", "--filled", "--as", "tuyou")
    key = int(re.findall(r"填报单 (\d+)", said)[0])
    line = Line.objects.get(row=submission(office["tuyou"], key).rows[0].row)
    texts = {**line.texts, "evidence": "验收单"}
    moved = Change(sheet=line.sheet, row=line.row, texts=texts, seen=line.number, why="核对")
    sheets.change(office["city"], office.book, [moved])
    with pytest.raises(Refused, match="has changed in row 1"):
        done("submit", key, "--as", "tuyou")
    done("renew", key, "--as", "tuyou")
    done("submit", key, "--as", "tuyou")


def test_a_line_is_written_changed_and_dropped(office: Office, done: Done) -> None:
    words = ("类型=指标偏差", "heading=工期", "原因=雨季长")
    said = done("write", office.book, "偏差原因与改进措施", *words, "--as", "city")
    row = re.findall(r"行编号 (\w{16})", said)[0]
    listed = done("sheet", office.book, "explanations", "--as", "auditor")
    seen = re.findall(rf"{row}  (\d+)\n", listed)[0]
    assert "类型=指标偏差  标题=工期  原因=雨季长" in listed
    change = ("write", office.book, "explanations", "--row", row, "改进措施=倒排工期")
    with pytest.raises(Refused, match="Say why"):
        done(*change, "--as", "city")
    done(*change, "--seen", seen, "--why", "补充", "--as", "city")
    line = Line.objects.get(row=row)
    assert line.texts == {
        "kind": "指标偏差",
        "heading": "工期",
        "reason": "雨季长",
        "measure": "倒排工期",
    }
    assert Entry.objects.get(book=office.book, number=line.number).why == "补充"
    with pytest.raises(Refused) as refused:
        done(*change, "--seen", seen, "--why", "再补充", "--as", "city")
    assert refused.value.status == 409
    assert "改进措施：“”→“倒排工期”" in refused.value.zh
    done(
        "write",
        office.book,
        "explanations",
        "--row",
        row,
        "--drop",
        "--why",
        "重复",
        "--as",
        "city",
    )
    assert not Line.objects.filter(row=row).exists()
    with pytest.raises(Refused, match="There is no line"):
        done(*change, "--why", "补充", "--as", "city")


def test_the_only_line_of_a_sheet_needs_no_number(office: Office, done: Done) -> None:
    before = Line.objects.get(book=office.book, sheet="overview")
    done("write", office.book, "自评综述", "工作推进情况=按期", "--why", "更新", "--as", "city")
    after = Line.objects.get(book=office.book, sheet="overview")
    assert after.row == before.row
    assert after.texts == {**before.texts, "progress": "按期"}


def test_what_is_not_there_is_named_beside_what_is(office: Office, done: Done) -> None:
    with pytest.raises(Refused) as refused:
        done("sheet", office.book, "目标", "--as", "city")
    assert "指标目标（targets）" in refused.value.zh
    with pytest.raises(Refused) as refused:
        done("write", office.book, "targets", "面积=1", "--as", "city")
    assert "没有“面积”这一列，应为：版本、期间" in refused.value.zh
    with pytest.raises(Refused) as refused:
        done("write", office.book, "targets", "指标值=?", "--as", "city")
    assert "第 1 行“指标值”：“?”不是数值" in refused.value.zh


def test_a_programme_and_the_office_are_verified(office: Office, done: Done) -> None:
    assert "校验链完整" in done("verify", office.book, "--as", "auditor")
    assert "定稿、文件和附件均与保存时相同" in done("verify", "--as", "admin")
    line = Line.objects.filter(book=office.book, sheet="targets").first()
    assert line is not None
    Line.objects.filter(pk=line.pk).update(texts={**line.texts, "amount": "1"})
    run = commands("zh").main(
        ["office", "verify", str(office.book), "--as", "auditor"], "shanhe", standalone_mode=False
    )
    assert run == 1


def test_a_report_is_checked_and_its_findings_answered(done: Done, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(TEXT)
    said = done("check", report, "--as", "tuyou")
    key = Audit.objects.get().pk
    assert f"{key}  报告.txt  tuyou" in said
    assert "已核查  错误 3" in said
    assert said.splitlines()[1:] == done("checks", key, "--as", "tuyou").splitlines()[1:]
    finding = said.splitlines()[1].split()[0]
    done("answer-check", key, finding, "--reply", "接受", "--as", "tuyou")
    assert Reply.objects.get().finding == finding
    assert "已答复" in done("checks", key, "--as", "tuyou")
    later = done("check", report, "--earlier", key, "--as", "tuyou", lang="en")
    assert "checked  error 3" in later
    assert "settled" in later
    assert done("checks", "--as", "city").count("报告.txt  tuyou") == 2
    assert "报告.txt" not in done("checks", "--as", "donghe")
