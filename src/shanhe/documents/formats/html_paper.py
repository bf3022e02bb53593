"""A paper as a piece of a page: the same blocks that the Word file is written from.

It has classes and no styles of its own, because pages allow neither scripts nor styles inside.
"""

import base64
from collections.abc import Callable, Iterator
from functools import cache

from markupsafe import Markup, escape

from shanhe.documents.blocks import (
    FEW_COLUMNS,
    Block,
    Cell,
    Figure,
    Heading,
    Inlines,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
    Title,
    plain_text,
)

_TOP = 2  # a page has its own h1
_PIXELS = 96 / 25.4  # of a page, in a millimetre


def html_of(paper: Paper) -> str:
    """Return the paper as one ``article``; every text is escaped.

    A figure stands in ``<data value="its id">``, a gap in ``<mark>``. Headings begin at ``h2``.

    Example:
        ``Paragraph(("完成", Figure("completion.2025.restore_area", "3.06%")))`` becomes
        ``<p class="indent justify">完成<data value="completion.2025.restore_area">3.06%</data></p>``.

    Raises:
        ValueError: a table's cells do not fill its grid.
    """
    blocks = Markup("\n").join(_block(block) for block in paper.blocks)
    return str(Markup('<article class="paper {}">\n{}\n</article>').format(paper.style, blocks))


def _block(block: Block) -> Markup:
    return _writers()[type(block)](block)


@cache
def _writers() -> dict[type, Callable[..., Markup]]:
    return {
        Title: _title,
        Heading: _heading,
        Paragraph: _paragraph,
        Table: _table,
        Picture: _picture,
        PageBreak: lambda _: Markup('<div class="page-break"></div>'),
    }


def _title(title: Title) -> Markup:
    lines = Markup("<br>").join(escape(line) for line in title.lines)
    return Markup('<h{0} class="title">{1}</h{0}>').format(_TOP, lines)


def _heading(heading: Heading) -> Markup:
    return Markup("<h{0}>{1}</h{0}>").format(min(_TOP + heading.level, 6), heading.text)


def _paragraph(paragraph: Paragraph) -> Markup:
    looks = f"indent {paragraph.align}" if paragraph.indent else paragraph.align
    return Markup('<p class="{}">{}</p>').format(looks, _inlines(paragraph.content))


def _inlines(content: Inlines) -> Markup:
    return Markup("").join(_inline(part) for part in content)


def _inline(part: str | Figure | Missing) -> Markup:
    if isinstance(part, Figure):
        return Markup('<data value="{}">{}</data>').format(part.id, part.text)
    if isinstance(part, Missing):
        return Markup('<mark class="gap">{}</mark>').format(part.text)
    return Markup("<br>").join(escape(line) for line in part.split("\n"))


def _table(table: Table) -> Markup:
    table.grid()
    caption = Markup("<caption>{}{}</caption>").format(
        table.caption or "", Markup(" <small>{}</small>").format(table.unit) if table.unit else ""
    )
    whole = sum(table.widths)
    columns = Markup("").join(
        Markup('<col width="{}%">').format(f"{100 * width / whole:.1f}") for width in table.widths
    )
    return Markup(
        '<div class="scroll" tabindex="0"><table{}>{}<colgroup>{}</colgroup>{}</table></div>'
    ).format(
        Markup(' class="few"') if len(table.widths) <= FEW_COLUMNS else "",
        caption if table.caption or table.unit else "",
        columns,
        Markup("").join(_parts(table)),
    )


def _parts(table: Table) -> Iterator[Markup]:
    """Yield the rows that are repeated on every page, and the others."""
    heads, others = table.rows[: table.header_rows], table.rows[table.header_rows :]
    for name, rows, is_top in (("thead", heads, True), ("tbody", others, False)):
        if rows:
            lines = Markup("").join(_row(row, is_top=is_top) for row in rows)
            yield Markup("<{0}>{1}</{0}>").format(name, lines)


def _row(row: tuple[Cell, ...], *, is_top: bool) -> Markup:
    cells = Markup("").join(_cell(cell, is_top=is_top) for cell in row)
    return Markup("<tr>{}</tr>").format(cells)


def _cell(cell: Cell, *, is_top: bool) -> Markup:
    words = Markup("").join(
        Markup("<p>{}</p>").format(_inlines(content)) for content in cell.content
    )
    if len(cell.content) == 1:
        words = _inlines(cell.content[0])
    is_head = (cell.head or is_top) and any(plain_text(part).strip() for part in cell.content)
    return Markup("<{0}{1}{2}{3}{4}>{5}</{0}>").format(
        "th" if is_head else "td",
        Markup(' scope="{}"').format(_scope(cell, is_top=is_top)) if is_head else "",
        Markup(' class="{}"').format(cell.align) if cell.align != "left" else "",
        Markup(' rowspan="{}"').format(cell.rows) if cell.rows > 1 else "",
        Markup(' colspan="{}"').format(cell.columns) if cell.columns > 1 else "",
        words,
    )


def _scope(cell: Cell, *, is_top: bool) -> str:
    if is_top:
        return "colgroup" if cell.columns > 1 else "col"
    return "rowgroup" if cell.rows > 1 else "row"


def _picture(picture: Picture) -> Markup:
    data = base64.b64encode(picture.png).decode()
    return Markup(
        '<figure><img src="data:image/png;base64,{}" alt="{}" width="{}">'
        "<figcaption>{}</figcaption></figure>"
    ).format(data, picture.alt, round(picture.width_mm * _PIXELS), picture.caption)
