"""The page of an audit: figures and places are marked, everything is escaped, nothing is fetched."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape

import pytest

from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited, Fate, LedgerLine, Told
from shanhe.documents.forms.audit_page.segments import At, marked
from shanhe.documents.forms.audit_page.words import WORDS
from shanhe.documents.forms.audit_page.write import page
from shanhe.documents.found import Span
from shanhe.documents.paper_problem import PaperProblem
from shanhe.documents.script import Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.records.answer import Answer, Reply, Standing
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Severity
from shanhe.records.programme import Programme
from shanhe.records.source import Operand, RowSource, Source
from shanhe.values.outcome import Outcome

CATALOGUE = load_catalogue()
RELATIONS = {"regions": ("各区域与总体", "regions and the whole")}
FIRST, SECOND = Spot(paragraph=1), Spot(table=1, row=2, column=2)
TEXT = "共62.37公顷 <b>&"


def document(**changes: object) -> Audited:
    cells = (
        ScriptCell("指标", Spot(table=1, row=1, column=1), 2, 1),
        ScriptCell("值", Spot(table=1, row=1, column=2), 1, 2),
        ScriptCell("1922.26\n公顷", SECOND),
    )
    script = Script("报告.docx", "docx", (Passage(TEXT, FIRST, 1), ScriptTable(1, cells, 2, 3)))
    spans = (Span(FIRST, 1, 6), Span(SECOND, 0, 7), None)
    operands = (
        Operand("62.37", Decimal("62.37"), "公顷", Source("报告.docx", "正文", paragraph=1)),
        Operand("1922.26", Decimal("1922.26"), "公顷", Source("报告.docx", "正文", 2, table=1)),
        Operand("10", Decimal(10), "个", Source("报告.docx", "")),
    )
    words = {"zh": "各区域之和<不符>", "en": "regions <differ>"}
    found = Finding(
        "SPLIT-1", Severity.ERROR, Outcome.FAILS, words, ("arithmetic",), operands, "62.37 = 62.37"
    )
    lines = (
        LedgerLine("62.37", Fate.CHECKED, spans[0], ("regions",)),
        LedgerLine("1922.26", Fate.NOT_UNDERSTOOD, spans[1], (), "没有名称"),
    )
    programme = Programme(source=RowSource("报告.docx", "", 0), name="项目", year=2025)
    told = Told("SPLIT-1-00000000", found, spans, "")
    own = Audited("报告.docx", "ab" * 32, "docx", script, Dossier(programme), (told,), lines)
    return replace(own, **changes)  # type: ignore[arg-type]  # tests give the right ones


def made(*documents: Audited, lang: str = "zh") -> str:
    return page(documents, CATALOGUE, RELATIONS, "0123", lang)


def test_figures_and_places_are_marked() -> None:
    text = made(document())
    assert '<span class="n checked at error d1f1" title="已核对：各区域与总体">62.37</span>' in text
    assert (
        '<span class="n not_understood at error d1f1" title="未读懂：没有名称">1922.26</span>'
        in text
    )
    assert text.count('id="d1f1o1"') == text.count('id="d1f1o2"') == 1
    assert '<a href="#d1f1o1">各区域之和&lt;不符&gt;</a>' in text
    assert "[62.365, 62.375)" in text
    assert WORDS["zh"]["exact"] in text
    assert 'rowspan="2"' in text
    assert 'colspan="2"' in text
    assert '<td class="gap"></td>' in text


def test_every_link_has_its_anchor_and_every_anchor_is_one() -> None:
    text = made(document(), document(name="另一份.docx"))
    anchors = re.findall(r'\bid="([^"]+)"', text)
    assert len(anchors) == len(set(anchors))
    links = set(re.findall(r'href="#([^"]*)"', text))
    assert links <= set(anchors), links - set(anchors)


def test_the_text_is_that_of_the_document_and_is_escaped() -> None:
    text = made(document())
    assert "<b>&" not in text
    assert "&lt;b&gt;&amp;" in text
    (paper,) = re.findall(r'<div class="paper".*?</table></div>', text, re.S)
    bare = unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", paper))
    assert TEXT in bare
    assert "1922.26\n公顷" in bare


def test_nothing_comes_from_outside() -> None:
    text = made(document(), lang="en")
    assert "default-src 'none'" in text
    assert "<script" not in text
    assert not re.search(r'(?:src|href)="(?!#)|url\(|@import', text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_not_audited_is_said(lang: str) -> None:
    unread = Audited(
        "坏.docx", "", problems=(PaperProblem("reader_failed", Source("坏.docx", "")),)
    )
    empty = document(name="空.txt", told=(), ledger=())
    text = made(document(), unread, empty, lang=lang)
    assert text.count(WORDS[lang]["unreadable"]) == 2
    assert text.count(WORDS[lang]["no_figures"]) == 2
    assert WORDS[lang]["none"] not in text
    assert '<table class="index">' in text


def test_answers_stand_with_their_finding() -> None:
    told = document().told[0]
    answer = Answer(
        key=told.key, reply=Reply.EXPLAINED, who="李明", reason="口径<不同>", on=date(2026, 1, 31)
    )
    settled = replace(told, answer=answer, standing=Standing.SETTLED)
    text = made(document(told=(settled,)))
    assert "已答复 · 答复：说明（李明，2026-01-31）口径&lt;不同&gt;" in text


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()


def test_segments_overlap_and_touch() -> None:
    def at(id_: str, start: int, end: int) -> At:
        return At(id_, "f1", 1, "note", start, end)

    own = marked("0123456789", (), [at("a", 0, 4), at("b", 2, 6), at("c", 6, 10), at("d", 2, 4)])
    assert [part.text for part in own.segments] == ["01", "23", "45", "6789"]
    assert [[one.id for one in part.at] for part in own.segments] == [
        ["a"],
        ["a", "b", "d"],
        ["b"],
        ["c"],
    ]
    assert [[one.id for one in part.refs] for part in own.segments] == [
        [],
        ["a", "d"],
        ["b"],
        ["c"],
    ]
    long = marked("字" * 100, (), [at("e", 0, 100), at("f", 3, 3)])
    assert [one.id for one in long.whole] == ["e", "f"]
    assert [part.text for part in long.segments] == ["字" * 100]


def test_many_places_take_linear_time() -> None:
    lines = [LedgerLine("1", Fate.ALONE, Span(FIRST, 2 * n, 2 * n + 1)) for n in range(50_000)]
    assert len(marked("1 " * 50_000, lines, []).segments) == 100_000


def test_a_table_that_is_too_long_is_cut() -> None:
    cells = tuple(ScriptCell("x", Spot(table=1, row=row, column=1)) for row in range(1, 30_001))
    script = Script("长.xlsx", "xlsx", (ScriptTable(1, cells, 30_000, 1),))
    text = made(document(script=script, told=(), ledger=()))
    assert WORDS["zh"]["cut"] in text
    assert text.count("<tr>") < 21_000
