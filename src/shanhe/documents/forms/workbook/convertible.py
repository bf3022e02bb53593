"""What keeps a workbook from being converted without loss."""

from collections.abc import Iterator, Mapping

from shanhe.documents.formats.xlsx.book import LONGEST_TEXT, is_too_long
from shanhe.documents.forms.workbook.cells import marked
from shanhe.documents.forms.workbook.head import Handed, letter
from shanhe.records.problem import Problem
from shanhe.values.regex import regex

_NAME = regex(r"(?![ .'])[^\\/:*?\"<>|\[\]\x00-\x1f\x7f\ud800-\udfff]{1,31}(?<![ .'])")


def obstacles(handed: Mapping[str, Handed], *, to_folder: bool) -> Iterator[Problem]:
    """Yield what a file of the other kind could not hold.

    Args:
        handed: sheet name to sheet.
        to_folder: it becomes CSV files, else a workbook.
    """
    for name, sheet in handed.items():
        if not _NAME.fullmatch(name):
            yield Problem("bad_sheet_name", sheet.source(), {"found": name})
        for number, row in enumerate(sheet.grid, 1):
            for place, text in enumerate(row):
                kind = _obstacle(text, to_folder=to_folder)
                if kind:
                    where = sheet.source(number, letter(place), text[:20])
                    yield Problem(kind, where, {"expected": str(LONGEST_TEXT)})


def _obstacle(text: str, *, to_folder: bool) -> str:
    if not to_folder and is_too_long(text):
        return "too_long"
    kind = marked(text)
    return "" if kind == "error_value" else kind
