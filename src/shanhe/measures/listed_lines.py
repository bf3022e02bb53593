"""Whether the parts of a list in a sentence are the lines of a table that has a line of totals."""

from collections.abc import Iterable, Iterator

from shanhe.measures.printed_tables import PrintedTable
from shanhe.measures.worded_lists import WordedList
from shanhe.values.regex import regex

_TOTAL = regex("(?:全[省市县区州盟旗])?(?:合计|总计|共计|小计|累计)")


def names_of_lines(tables: Iterable[PrintedTable]) -> Iterator[tuple[str, ...]]:
    """Yield the labels of the lines of each table that has a line of totals."""
    for table in tables:
        labels = [row.label for row in table.rows]
        if any(_TOTAL.fullmatch(label) for label in labels):
            yield tuple(label for label in labels if not _TOTAL.fullmatch(label))


def are_lines(one: WordedList, lines: Iterable[tuple[str, ...]]) -> bool:
    """Return whether the parts are named as the lines of a table, each line once."""
    return any(
        len(labels) == len(one.parts)
        and all(any(label.startswith(name) for label in labels) for name in one.names)
        for labels in lines
    )
