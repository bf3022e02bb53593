"""A paper as a piece of a page: the same words, figures and merges as in Word, everything escaped."""

import pytest
from lxml import html

from shanhe.documents.blocks import (
    Cell,
    Figure,
    Heading,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
)
from shanhe.documents.formats.html_paper import html_of


def written(*blocks: object) -> html.HtmlElement:
    return html.fragment_fromstring(html_of(Paper(tuple(blocks), "subject")))  # type: ignore[arg-type]  # blocks of any kind


def test_a_figure_carries_its_id_and_a_gap_is_marked() -> None:
    figure = Figure("completion.2025.restore_area", "3.06%")
    root = written(Paragraph(("完成", figure, Missing("（未填报）"))))
    assert root.text_content().strip() == "完成3.06%（未填报）"
    assert root.find(".//data").get("value") == "completion.2025.restore_area"
    assert root.find(".//mark").text == "（未填报）"


def test_what_people_typed_is_never_markup() -> None:
    bad = "<script>alert(1)</script>\"'&"
    root = written(
        Title((bad,)),
        Heading(1, bad),
        Paragraph((bad, Missing(bad), Figure('a"b', bad))),
        Table(((Cell(((bad,),)),),), (10.0,), caption=bad, unit=bad),
        Picture(b"\x89PNG", 10, bad, f'x" onerror="{bad}'),
    )
    assert not root.findall(".//script")
    assert root.text_content().count(bad) == 9
    assert not [node for node in root.iter() if set(node.attrib) & {"onerror", "style", "onclick"}]


def test_merged_cells_stay_merged() -> None:
    rows = (
        (Cell((("甲",),), rows=2, head=True), Cell((("乙",),), columns=2)),
        (Cell((("丙",),)), Cell((("1",),), align="right")),
    )
    root = written(Table(rows, (20.0, 30.0, 50.0), header_rows=1))
    cells = [(c.tag, c.text, c.get("rowspan"), c.get("colspan")) for c in root.iter("th", "td")]
    assert cells == [
        ("th", "甲", "2", None),
        ("th", "乙", None, "2"),
        ("td", "丙", None, None),
        ("td", "1", None, None),
    ]
    assert [one.get("width") for one in root.iter("col")] == ["20.0%", "30.0%", "50.0%"]
    assert [(part.tag, len(part)) for part in root.iter("thead", "tbody")] == [
        ("thead", 1),
        ("tbody", 1),
    ]


def test_headings_run_on_below_the_page_and_empty_heads_are_no_headings() -> None:
    root = written(Title(("题", "目")), Heading(1, "一、"), Heading(4, "（1）"), PageBreak())
    assert [node.tag for node in root.iter("h2", "h3", "h6")] == ["h2", "h3", "h6"]
    assert [n.tag for n in written(Table(((Cell((("",),), head=True),),), (9.0,))).iter("th")] == []


def test_a_table_that_does_not_fill_its_grid_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fill"):
        html_of(Paper((Table(((Cell(),),), (1.0, 2.0)),), "subject"))
