"""Audits of files with some bytes changed: a result or words on why there is none, and in time.

``make fuzz`` makes a hundred times as many. Times are those of the processor, which a busy machine
does not lengthen.
"""

import io
import os
import random
import re
import zipfile
from collections.abc import Callable
from time import process_time

import pytest

from shanhe.app.audit import audit_file
from shanhe.app.audit_json import document_json
from shanhe.catalogue.load import load_catalogue

from .packages import SENTENCE, book, paragraph, text_row, word, zipped

MOST_SECONDS = 10
CATALOGUE = load_catalogue()
TIMES = 3_000 if os.environ.get("SHANHE_FUZZ") else 30
HEAD = "包头市2025年度绩效自评报告"
LINES = (
    HEAD,
    SENTENCE,
    "一、项目概况（1）下达资金10000万元，其中东河区682万元、土右旗2555万元。",
    SENTENCE,
)
ODD = (
    "，" * 300,
    "1" * 300,
    "（" * 90,
    "、" * 200,
    "其中",
    "2025年",
    "%",
    "\n",
    "<w:tbl>",
    "<td rowspan=9>",
    "\ue003\uf0a7",  # letters of symbol fonts
    "0",
    "\x00",
)
TABLE = "<table><tr><td>三级指标<td>指标值<td>全年完成值<tr><td>修复面积（公顷）<td>422.33<td>12.92</table>"


def _cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def _rows() -> str:
    rows = (("三级指标", "指标值", "实际完成值"), ("修复面积（公顷）", "≥422.33", "12.92"))
    return "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)


DOCX = word("".join(map(paragraph, LINES)) + f"<w:tbl>{_rows()}</w:tbl>")
XLSX = book("".join(text_row(number, text) for number, text in enumerate(LINES, 1)))


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some lost, doubled, put in or replaced."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data) + 1)
        end = place + chance.randint(1, 60)
        odd = chance.choice(ODD).encode()
        byte = bytes([chance.randrange(256)])
        choices = (
            data[:place] + data[end:],
            data[:end] + data[place:],
            data[:place] + odd + data[place:],
        )
        data = chance.choice((*choices, data[:place] + byte + data[place + 1 :]))
    return data


def reworded(data: bytes, chance: random.Random) -> bytes:
    """Return the XML with one of its texts changed, so that it stays well-formed."""
    texts = list(re.finditer(r">([^<>]+)<", data.decode()))
    found = chance.choice(texts)
    text, place = found[1], chance.randrange(len(found[1]))
    odd = chance.choice([one for one in ODD if one[0] not in "<\x00"])
    made = chance.choice((text[:place] + odd + text[place:], text[place:] * 3, text[:place] + "9"))
    return (data.decode()[: found.start(1)] + made + data.decode()[found.end(1) :]).encode()


def in_zip(data: bytes, name: str) -> Callable[[random.Random], bytes]:
    """Return what makes such zips with that part changed, every fifth with the zip itself changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}

    def make(chance: random.Random) -> bytes:
        if not chance.randrange(5):
            return changed(data, chance)
        change = chance.choice((changed, reworded, reworded))
        return zipped((parts | {name: change(parts[name], chance)}).items())

    return make


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "docx": in_zip(DOCX, "word/document.xml"),
    "xlsx": in_zip(XLSX, "xl/worksheets/sheet1.xml"),
    "html": lambda chance: changed(f"<html><p>{'<p>'.join(LINES)}{TABLE}".encode(), chance),
    "txt": lambda chance: changed("\n".join(LINES).encode(), chance),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_file_is_audited_or_refused_in_time(kind: str) -> None:
    chance = random.Random(20250707)  # noqa: S311 - the same files in each run
    read = 0
    for _ in range(TIMES):
        data = KINDS[kind](chance)
        begin = process_time()
        found = audit_file(f"a.{kind}", data, CATALOGUE)
        assert process_time() - begin < MOST_SECONDS, data
        read += found.script is not None
        for lang in ("zh", "en"):
            assert document_json(found, CATALOGUE.law, lang)
        kinds = {problem.kind for problem in found.problems}
        assert not kinds & {"reader_failed", "rule_failed"}, (found.problems, data)
    assert read  # else nothing but the refusals was tried


@pytest.mark.parametrize("odd", ["\uf0a7", "\ue000", "\uf8ff"])
def test_letters_of_symbol_fonts_are_no_amounts(odd: str) -> None:
    text = f"2025年下达资金10000万元，其中甲县{odd}682万元、乙县2555{odd}万元，占{odd}32.37%，完成率3.06%{odd}。"
    found = audit_file("a.txt", "\n".join((*LINES, text)).encode(), CATALOGUE)
    assert found.problems == ()
    assert found.coverage.numbers > 0
