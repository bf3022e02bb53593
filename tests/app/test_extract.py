"""Facts of a document, and a workbook filled from a report."""

import json
from pathlib import Path

import pytest

from shanhe.app.audit import audit_file
from shanhe.app.evaluate import evaluate
from shanhe.app.examples import example_folder
from shanhe.app.extract import (
    HEADINGS,
    extract_json,
    extract_xlsx,
    extracted,
    read_document,
    workbook_from,
)
from shanhe.app.programme import NotOpened, open_programme
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.formats.xlsx.read import read_grids
from shanhe.records.dossier import Dossier

CATALOGUE = load_catalogue()


@pytest.fixture(scope="module")
def programme() -> Dossier:
    return read_document(example_folder(), CATALOGUE)


def test_every_fact_has_its_meaning_and_place(programme: Dossier) -> None:
    rows = json.loads(extract_json(extracted(programme), CATALOGUE))["facts"]
    area = next(row for row in rows if row["concept"] == "restore_area" and row["period"] == "term")
    assert (area["name"], area["version"], area["value"]) == ("矿山生态修复面积", "下达", "1922.26")
    assert area["unit"] == "公顷"
    assert area["where"]["row"] > 1
    money = next(row for row in rows if row["concept"] == "investment")
    assert (money["value"], money["unit"]) == ("55422.20", "万元")


def test_facts_as_a_sheet_keep_their_decimals(programme: Dossier) -> None:
    found = extracted(programme)
    (head, *rows) = read_grids(extract_xlsx(found, CATALOGUE))["数据"]
    assert tuple(head) == HEADINGS
    assert len(rows) == len(found.operands)
    assert "30000.00" in {row[7] for row in rows}


def test_a_workbook_filled_from_data_is_the_same_programme(
    programme: Dossier, tmp_path: Path
) -> None:
    data, problems = workbook_from(programme, CATALOGUE)
    assert not problems
    (tmp_path / "项目.xlsx").write_bytes(data)
    again = open_programme(tmp_path / "项目.xlsx", CATALOGUE)
    assert again.dossier == programme
    first, second = (evaluate(one, CATALOGUE, "") for one in (programme, programme))
    assert first.figures == second.figures


def test_what_cannot_be_extracted_is_told(tmp_path: Path) -> None:
    letter = tmp_path / "通知.txt"
    letter.write_text("请于周五前报送材料。", encoding="utf-8")
    for path in (letter, tmp_path / "没有.docx"):
        with pytest.raises(NotOpened) as told:
            read_document(path, CATALOGUE)
        assert told.value.problems[0].text("zh")


def test_a_document_is_held_against_the_programme(programme: Dossier) -> None:
    text = "2025年度绩效自评报告\n一、绩效目标下达情况\n2.2025年绩效目标\n2025年需完成矿山生态修复面积442.33公顷。\n"
    done = audit_file("报告.txt", text.encode(), CATALOGUE, against=programme)
    told = [finding.message("zh") for finding in done.findings if finding.rule == "SAME-951"]
    assert any("442.33" in one and "422.33" in one for one in told), told
    alone = audit_file("报告.txt", text.encode(), CATALOGUE)
    assert "SAME-951" not in {finding.rule for finding in alone.findings}
