"""A self-evaluation form → money, management, goal and result, actuals with the targets they quote."""

from collections.abc import Sequence

from shanhe.documents.forms.self_evaluation_form.columns import fitting
from shanhe.documents.forms.self_evaluation_form.funds import heading, read_funds
from shanhe.documents.forms.self_evaluation_form.indicators import Points, Rows, read_row
from shanhe.documents.forms.self_evaluation_form.texts import (
    read_management,
    read_overall,
    read_remark,
)
from shanhe.documents.found import Found
from shanhe.documents.grid import Line, at, lines_of, squeezed
from shanhe.documents.heads import blocks_of
from shanhe.documents.indicator_rows import Ids, headed, rows_of
from shanhe.documents.labels import read_words
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script, ScriptTable
from shanhe.documents.table_context import context_of, is_title
from shanhe.values.period import TERM
from shanhe.values.regex import regex

_TOTAL = regex(r"总分|合计|总计|总得分")
_TITLE = regex(r"自评(?:价)?表")


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this is a self-evaluation form: actuals by indicator, budget and execution."""
    titled = any(_TITLE.search(squeezed(line)) for line in above[-6:])
    lines = lines_of(table)
    actuals = any(block.has("actual") for block in blocks_of(lines))
    funds = any(heading(line) for line in lines)
    if not actuals and not funds:
        return 0
    return 40 * actuals + 30 * funds + 25 * titled


def _read_total(rows: Rows, lines: Sequence[Line]) -> None:
    """Add whole weight and whole score, where the line after the indicators has them."""
    points = Points(rows.script, rows.found, rows.period, rows.in_form)
    for line in lines:
        if rows.block.width or not _TOTAL.fullmatch(line[0].word):
            return
        for role in ("weight", "score"):
            head = rows.block.of(role)
            if head is not None:
                points.add("total", role, at(line, head.x), head.text)


def _is_form(lines: Sequence[Line], above: Sequence[str]) -> bool:
    """Return whether it is the form, not a table of actuals or money in the report's own text."""
    titled = any(_TITLE.search(squeezed(line)) for line in above if is_title(line))
    actuals = any(block.has("actual") for block in blocks_of(lines))
    return titled or (actuals and any(heading(line) for line in lines))


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return all that the form says; a table in the report's text is no form, and says so.

    The targets that it quotes are also ``targets`` of the issued version for the year; who has a
    goal table of that year leaves them out.
    """
    found = Found()
    lines = lines_of(table)
    context = context_of(above)
    period = context.year or TERM
    if context.year is not None:
        found.words["programme.year"] = context.year.year
    blocks = blocks_of(lines)
    top = lines[: blocks[0].top] if blocks else lines
    read_words(top, found)
    caption = f"（{context.unit.symbol}）" if context.unit else ""
    in_form = _is_form(lines, above)
    read_funds(top, period, caption, script, found, in_form=in_form)
    read_management(top, script, found)
    read_overall(top, found)
    ids = Ids(names, found)
    for block in blocks:
        headed(found, lines, block)
        own = fitting(block, of_years=context.of_years)
        rows = Rows(own, period, None, in_form, ids, script, found, context.of_years)
        for row in rows_of(lines, own):
            read_row(rows, row)
        _read_total(rows, lines[block.end : block.end + 1])
    if blocks:
        read_remark(lines[blocks[-1].end :], found)
    return found
