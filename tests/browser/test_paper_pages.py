"""Papers in the browser, page by page: nothing is lost, nothing reaches over an edge, heads come again."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import shanhe.web
from shanhe.documents.blocks import (
    Block,
    Cell,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Table,
    Title,
)
from shanhe.documents.formats.html_paper import html_of

_STATIC = Path(shanhe.web.__file__).parent / "static" / "shanhe"
_OVER = """() => [...document.querySelectorAll('.sheet')].filter(sheet => {
  const area = sheet.firstElementChild, last = area.lastElementChild;
  return last && last.getBoundingClientRect().bottom > area.getBoundingClientRect().bottom + 0.5;
}).length"""
_TEXTS = """() => [...document.querySelectorAll('.area')].map(area => {
  const copy = area.cloneNode(true);
  for (const table of copy.querySelectorAll('table')) if (!table.caption) table.tHead?.remove();
  return copy.textContent;
})"""


def laid(browser: Browser, *blocks: Block, style: Any = "official", width: int = 1366) -> Page:
    """Return the page that shows a paper, once it is laid out."""
    page = browser.new_page(viewport={"width": width, "height": 768})
    styles = "".join((_STATIC / name).read_text() for name in ("evaluation.css", "paper.css"))
    paper = html_of(Paper(blocks, "subject", style))
    buttons = '<button value="pages">1</button><button value="on">2</button>'
    page.set_content(
        f'<!doctype html><style>body{{margin:8px}}{styles}</style><p class="reading">{buttons}</p>'
        f'<div class="desk" data-page="第{{n}}页">{paper}</div>'
    )
    page.add_script_tag(content=(_STATIC / "paper.js").read_text())
    page.wait_for_selector(".desk[data-pages]")
    return page


def whole(page: Page) -> str:
    return "".join(page.evaluate(_TEXTS)).replace("\n", "")


def table(rows: int, heads: int = 1, words: str = "字") -> Table:
    top = tuple(
        (Cell((("名称",),), head=True), Cell((("数量",),), head=True)) for _ in range(heads)
    )
    body = tuple((Cell(((f"第{n}行",),)), Cell(((words,),))) for n in range(rows))
    return Table((*top, *body), (60.0, 60.0), header_rows=heads, caption="表1")


def test_a_long_paragraph_goes_on_with_at_least_two_lines_on_either_side(browser: Browser) -> None:
    words = "".join(f"第{n}句话写在这里，" for n in range(400))
    page = laid(browser, Heading(1, "一、标题"), Paragraph((words,)), Paragraph(("完。",)))
    assert whole(page) == f"一、标题{words}完。"
    assert page.evaluate(_OVER) == 0
    heights = page.evaluate(
        "() => [...document.querySelectorAll('.area p')].map(p => p.offsetHeight)"
    )
    assert len(heights) > 3
    assert min(heights[:-1]) >= 2 * 37
    assert page.locator(".sheet").count() == int(
        page.locator(".desk").get_attribute("data-pages") or 0
    )


@pytest.mark.parametrize("before", range(14, 20))
def test_a_heading_stays_with_what_follows(browser: Browser, before: int) -> None:
    lines = [Paragraph((f"第{n}段",)) for n in range(before)]
    page = laid(browser, *lines, Heading(1, "一、标题"), Heading(2, "（一）标题"), table(3))
    assert page.evaluate(_OVER) == 0
    last = page.evaluate(
        "() => [...document.querySelectorAll('.area')].map(a => a.lastElementChild.tagName)"
    )
    assert not {"H3", "H4"} & set(last)


def test_a_long_table_repeats_its_head_and_tears_no_row(browser: Browser) -> None:
    page = laid(browser, Title(("题",)), table(90, heads=2))
    tables = page.locator(".area table")
    assert tables.count() == page.locator(".sheet").count() > 2
    heads = page.evaluate(
        "() => [...document.querySelectorAll('.area thead')].map(h => h.rows.length)"
    )
    assert heads == [2] * tables.count()
    rows = page.evaluate(
        "() => [...document.querySelectorAll('.area tbody tr')].map(r => r.cells[0].textContent)"
    )
    assert rows == [f"第{n}行" for n in range(90)]
    assert (
        page.evaluate("() => [...document.querySelectorAll('.area tbody')].at(-1).rows.length") >= 2
    )
    assert page.evaluate(_OVER) == 0
    assert page.locator(".area caption").count() == 1


@pytest.mark.parametrize("before", [12, 17])
def test_a_short_table_is_not_broken(browser: Browser, before: int) -> None:
    page = laid(browser, *[Paragraph((f"第{n}段",)) for n in range(before)], table(5))
    assert page.locator(".area table").count() == 1
    assert page.evaluate(_OVER) == 0


def test_a_cell_over_many_rows_ends_before_the_break_and_goes_on_below_it(browser: Browser) -> None:
    rows: list[tuple[Cell, ...]] = [
        (Cell((("大类",),), rows=60), Cell((("0",),)), Cell((("丙",),), rows=60))
    ]
    rows += [(Cell(((str(n),),)),) for n in range(1, 60)]
    page = laid(browser, Table(tuple(rows), (20.0, 30.0, 20.0)))
    widths = page.evaluate(
        "() => [...document.querySelectorAll('.area tbody')].map(b => [...b.rows].map(r =>"
        " [...r.cells].reduce((n, c) => n + c.colSpan, 0)))"
    )
    spans = page.evaluate(
        "() => [...document.querySelectorAll('.area tbody')].map(b => [b.rows.length,"
        " b.rows[0].cells[0].rowSpan, b.rows[0].cells[2].rowSpan])"
    )
    assert len(spans) > 1
    assert all(rows == first == third for rows, first, third in spans)
    assert all(each[0] == 3 and set(each[1:]) == {1} for each in widths)
    assert whole(page).count("大类") == 1
    assert page.evaluate(_OVER) == 0


def test_what_no_page_holds_is_shown_on_a_longer_one(browser: Browser) -> None:
    words = "很长的单元格内容，" * 700
    page = laid(browser, table(3, words=words))
    assert whole(page).count(words) == 3
    assert page.locator(".sheet.tall").count() >= 1
    assert page.evaluate(_OVER) == 0


def test_numbers_stand_outside_and_a_new_page_begins_where_it_is_asked_for(
    browser: Browser,
) -> None:
    page = laid(browser, Paragraph(("甲",)), PageBreak(), Paragraph(("乙",)), style="form")
    assert [one.strip() for one in page.locator(".number").all_inner_texts()] == ["— 1 —", "— 2 —"]
    sides = page.evaluate(
        "() => [...document.querySelectorAll('.number')].map(n => n.getBoundingClientRect().left"
        " - n.parentElement.getBoundingClientRect().left > 300)"
    )
    assert sides == [True, False]
    assert page.evaluate(_TEXTS) == ["甲", "乙"]
    assert page.locator(".sheet").nth(1).get_attribute("aria-label") == "第2页"


def test_on_a_phone_the_pages_are_smaller_and_break_at_the_same_places(browser: Browser) -> None:
    blocks = (Paragraph(("字" * 3000,)), table(40))
    wide, narrow = laid(browser, *blocks), laid(browser, *blocks, width=390)
    assert wide.evaluate(_TEXTS) == narrow.evaluate(_TEXTS)
    assert narrow.evaluate("() => document.documentElement.scrollWidth") <= 390
    narrow.locator("button[value=on]").click()
    assert narrow.locator(".paper.paged").is_hidden()
    assert narrow.locator(".paper:not(.paged)").is_visible()
