"""A sheet of one record: its fields stand one below the other."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from shanhe.documents.forms.workbook.cells import marked
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.documents.forms.workbook.guide import CONTENT, FIELD, REMARK
from shanhe.documents.forms.workbook.head import Handed, headings, strays
from shanhe.records.problem import Problem
from shanhe.records.source import Printed, RowSource


def one_record(sheet: Sheet, handed: Handed, problems: list[Problem]) -> Iterator[RowSource]:
    """Yield the one record, or nothing where no field is filled in; note all problems."""
    head = headings(handed)
    problems += _heading_problems(handed, head)
    name_at, text_at = head.index(FIELD), head.index(CONTENT)
    printed: dict[str, Printed] = {}
    for number, cells in enumerate(handed.grid[1:], 2):
        full = [*cells, *[""] * (len(head) - len(cells))]
        problems += strays(handed, number, head, full)
        name, text = full[name_at].strip(), full[text_at].strip()
        column = sheet.column(name) if name else None
        if column is None:
            problems += _unknown(sheet, handed, number, (name, text), printed)
        elif column.key in printed:
            problems.append(Problem("twice", handed.source(number, column.zh, name)))
        else:
            printed[column.key] = Printed(column.zh, number, text)
    if any(cell.text for cell in printed.values()):
        problems += _missing(sheet, handed, printed)
        yield RowSource(handed.file, handed.part, 0, printed)


def _heading_problems(handed: Handed, head: Sequence[str]) -> Iterator[Problem]:
    known = (FIELD, CONTENT, REMARK)
    for place, heading in enumerate(head):
        where = handed.source(1, heading, heading)
        if heading in head[:place] and heading in known:
            yield Problem("twice", where)
        elif heading and heading not in known and not heading.startswith("_"):
            yield Problem(marked(heading) or "unknown_column", where)


def _unknown(
    sheet: Sheet,
    handed: Handed,
    number: int,
    name_and_text: tuple[str, str],
    printed: dict[str, Printed],
) -> Iterator[Problem]:
    name, text = name_and_text
    if name and not name.startswith("_"):
        missing = [column.zh for column in sheet.columns if column.key not in printed]
        near = "".join(get_close_matches(name, missing, 1, 0.4))
        kind = marked(name)
        place = handed.source(number, FIELD if kind else name, name)
        yield Problem(kind or "unknown_field", place, {"suggest": near})
    elif text and not name:
        yield Problem("nameless_value", handed.source(number, CONTENT, text))


def _missing(sheet: Sheet, handed: Handed, printed: dict[str, Printed]) -> Iterator[Problem]:
    for column in sheet.columns:
        if column.required and column.key not in printed:
            yield Problem("missing_field", handed.source(), {"column": column.zh})
