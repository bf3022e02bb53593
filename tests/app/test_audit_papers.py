"""The page and the annotated file of a report, our own and the real one."""

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from shanhe.app.audit import audit_file
from shanhe.app.audit_papers import annotated_docx, audit_page
from shanhe.app.deliver import REPORT
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited, State
from shanhe.documents.formats.docx.script import read_docx
from shanhe.records.answer import Standing

DAY = date(2026, 1, 31)
CASES = os.environ.get("SHANHE_CASES", "")


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_finding_is_a_comment(
    own_report: Audited, reports: dict[str, bytes], catalogue: Catalogue, lang: str
) -> None:
    out = annotated_docx(own_report, reports[REPORT], catalogue.law, lang, DAY)
    written = comments(out)
    for told in own_report.told:
        assert any(told.key in text and told.finding.message(lang) in text for text in written)
    assert len(written) >= len(own_report.told)
    assert any("\n" in text for text in written)
    assert read_docx(REPORT, out).items == read_docx(REPORT, reports[REPORT]).items


def test_settled_findings_are_not_commented(
    own_report: Audited, reports: dict[str, bytes], catalogue: Catalogue
) -> None:
    told = tuple(replace(one, standing=Standing.SETTLED) for one in own_report.told)
    document = replace(own_report, told=told)
    assert not comments(annotated_docx(document, reports[REPORT], catalogue.law, "zh", DAY))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_holds_every_finding(own_report: Audited, catalogue: Catalogue, lang: str) -> None:
    text = audit_page([own_report, Audited("坏.docx", "")], catalogue, lang).decode()
    assert all(told.key in text for told in own_report.told)
    assert text == audit_page([own_report, Audited("坏.docx", "")], catalogue, lang).decode()


@pytest.mark.skipif(not CASES, reason="SHANHE_CASES is not set")
@pytest.mark.parametrize("name", ["report.docx", "report.txt"])
def test_the_real_report(catalogue: Catalogue, name: str) -> None:
    data = (Path(CASES) / name).read_bytes()
    done = audit_file(name, data, catalogue)
    assert done.state is State.AUDITED
    assert not done.problems
    assert done.coverage.numbers > 300
    assert done.coverage.not_understood < 10
    assert all(line.span for line in done.ledger)
    sums = [told for told in done.told if told.finding.rule == "TARGET-101"]
    values = {str(operand.value) for operand in sums[0].finding.operands}
    assert values == {"1922.26", "62.37", "348.78", "1514.01"}
    assert all(span is not None for span in sums[0].spans)
    places = [span for told in done.told for span in told.spans]
    assert sum(span is None for span in places) < len(places) / 10
    if name.endswith("docx"):
        out = annotated_docx(done, data, catalogue.law, "zh", DAY)
        assert audit_file(name, out, catalogue).findings == done.findings
