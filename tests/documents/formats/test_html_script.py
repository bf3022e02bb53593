"""Web pages: visible words, spans, nesting, and what hostile pages try."""

import pytest

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.html import read_html
from shanhe.documents.script import Script, ScriptTable


def script(html: str) -> Script:
    return read_html("a.html", html.encode())


def shown(html: str) -> list[object]:
    return [
        [[c and c.text for c in row] for row in i.grid()] if isinstance(i, ScriptTable) else i.text
        for i in script(html).items
    ]


def test_only_what_is_seen_is_read() -> None:
    html = (
        "<title>题</title><style>p</style><script>1</script><h2>一、\n总则</h2>"
        "<p>修复 <b>12.92</b>公顷&nbsp;&lt;&#8805;<br>第二行<!-- 注 --><p hidden>甲"
        "<p style='display: none'>乙<table hidden><tr><td>丙</table><div>尾</div>"
    )
    found = script(html)
    texts = [one.text for one in found.passages()]
    assert texts == ["一、总则", "修复 12.92公顷\xa0<≥ 第二行", "尾"]
    assert [one.level for one in found.passages()] == [2, 0, 0]
    assert "隐藏" in found.notes[0][0]


def test_spans_and_nested_tables() -> None:
    html = (
        "<table><caption>表1</caption><tr><td rowspan=2>甲<td colspan=2>乙<p>丙<tr><td>丁"
        "<td>戊<table><tr><td>内</table>己</table>尾"
    )
    outer = [["甲", "乙\n丙", "乙\n丙"], ["甲", "丁", "戊\n己"]]
    assert shown(html) == ["表1", outer, [["内"]], "尾"]


def test_a_hidden_table_inside_a_cell_does_not_end_the_outer_one() -> None:
    html = "<table><tr><td>甲<table hidden><tr><td>内</table><td>乙</table>"
    assert shown(html) == [[["甲", "乙"]]]


def test_a_span_of_zero_reaches_to_the_end_and_no_span_reaches_over_it() -> None:
    html = "<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td colspan=x>3</table>"
    assert shown(html) == [[["甲", "1"], ["甲", "2"], ["甲", "3"]]]


def test_overlapping_spans_end_before_each_other() -> None:
    html = "<table><tr><td>1<td rowspan=2>2<tr><td colspan=3>3</table>"
    assert shown(html) == [[["1", "2"], ["3", "2"]]]


def test_lists_are_numbered() -> None:
    assert shown("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>") == ["3. 甲", "4. 乙", "丙"]


def test_the_page_names_its_encoding() -> None:
    html = "<meta charset=gbk><p>内蒙古自治区财政厅"
    found = read_html("a", html.encode("gbk"))
    assert [one.text for one in found.passages()] == ["内蒙古自治区财政厅"]
    assert not found.notes


def test_nothing_is_fetched(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("html") / "secret.txt"
    secret.write_text("秘", encoding="utf-8")
    html = (
        f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]><p>甲&e;'
        f'<iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object>'
    )
    found = script(html)
    assert "秘" not in "".join(one.text for one in found.passages())
    assert "外部" in found.notes[0][0]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>" * 10_000,
        "<table><tr><td colspan=1001>",
        "<table><tr><td rowspan=99999999999999999999>",
        "<table>" + "<tr><td colspan=1000>" * 5000,
        "<table><tr>" + "<td rowspan=60000>" * 900 + "<tr><td>1" * 2300,
        "<p>" * 1_500_001,
    ],
)
def test_absurd_pages_are_refused(html: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        script(html)
    assert refusal.value.kind == "oversized"
