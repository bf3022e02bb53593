"""Lines of tables that name what they are of: which are parts, which is the total, and how many there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.once import once_each
from shanhe.measures.printed_tables import PrintedRow, PrintedTable, printed_tables
from shanhe.records.dossier import Dossier

TOTAL = re.compile(
    "(?:全[省市州盟县区旗域]|各[市县区地])?(?:合计|总计|共计|小计|累计|总数|计)[:：]?|全[省市州县区]"
)
"""Labels of lines and headings of columns that hold the whole."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that ends with its total: its parts, and the line of the total."""

    table: PrintedTable
    parts: tuple[PrintedRow, ...]
    total: PrintedRow


@once_each
def listings(dossier: Dossier) -> Iterator[Listing]:
    """Yield each table of named lines with one line of the total, the last of all."""
    for table in printed_tables(dossier):
        *parts, last = table.rows
        named = all(row.label and not TOTAL.fullmatch(row.label) for row in parts)
        if len(parts) > 1 and named and TOTAL.fullmatch(last.label):
            yield Listing(table, tuple(parts), last)


def total_columns(table: PrintedTable) -> list[int]:
    """Return the columns that hold the total of each line, none of a group's own."""
    return [x for x in table.columns if TOTAL.fullmatch(table.head(x)) and not table.group(x)]
