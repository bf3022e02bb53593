"""Captions that stand below their tables, as some offices write them: brought above, where tables are read with them."""

from collections.abc import Sequence

from shanhe.documents.script import Item, Passage, Script, ScriptTable
from shanhe.documents.table_context import caption_of

_LEAST = 2
"""Tables that show it."""


def with_captions_above(script: Script) -> tuple[Item, ...]:
    """Return the items of a document with each caption above its table.

    A paper has them below where two tables or more are followed by a caption and begin without one. A line between two
    tables in a row shows nothing, and one caption that surely stands above its table leaves all as they are.

    Example:
        Text, table, ``表1 资金下达情况``, text, table, ``表2 分市资金计划``: 表1 is of the first table, 表2 of the second.
    """
    items = script.items
    below = [n for n in range(len(items)) if _is_table(items, n - 1) and _is_caption(items, n)]
    shown = [n for n in below if not _is_caption(items, n - 2) and not _is_table(items, n + 1)]
    above = [
        n
        for n in range(len(items))
        if _is_table(items, n + 1) and not _is_table(items, n - 1) and _is_caption(items, n)
    ]
    if len(shown) < _LEAST or above:
        return items
    moved = list(items)
    for n in below:
        moved[n - 1], moved[n] = moved[n], moved[n - 1]
    return tuple(moved)


def _is_caption(items: Sequence[Item], n: int) -> bool:
    item = items[n] if 0 <= n < len(items) else None
    return isinstance(item, Passage) and caption_of([item.text]) is not None


def _is_table(items: Sequence[Item], n: int) -> bool:
    return 0 <= n < len(items) and isinstance(items[n], ScriptTable)
