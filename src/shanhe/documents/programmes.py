"""The programmes of one file: several forms, each of another project, are read one by one."""

from collections.abc import Iterator
from dataclasses import replace

from shanhe.documents.found import Found
from shanhe.documents.grid import lines_of, parts
from shanhe.documents.heads import blocks_of
from shanhe.documents.labels import read_words
from shanhe.documents.script import Item, Passage, Script, ScriptTable
from shanhe.documents.table_context import is_title

_ENDS = ("。", "；", ";")
_REMARK = ("说明", "注", "备注")


def programmes_of(script: Script) -> tuple[Script, ...]:
    """Return the document in as many pieces as it has forms of different projects.

    A form begins at the titles over its table. What stands before the first form goes with it, and
    what stands after a form goes with that. A report with one form is one piece.

    Example:
        An annex with the forms of 甲项目 and 乙项目 is two pieces, each with its own table.
    """
    forms = list(_forms(script))
    cuts = [
        _begin(script.items, place)
        for n, (place, name) in enumerate(forms)
        if n and name not in {before for _, before in forms[:n]}
    ]
    ends = [*cuts, len(script.items)]
    return tuple(
        replace(script, items=script.items[begin:end])
        for begin, end in zip([0, *cuts], ends, strict=True)
    )


def _forms(script: Script) -> Iterator[tuple[int, str]]:
    """Yield the place and the project of each self-evaluation form that names one."""
    for place, item in enumerate(script.items):
        name = _name(item) if isinstance(item, ScriptTable) else ""
        if name:
            yield place, name


def _name(table: ScriptTable) -> str:
    first = parts(table)[0].table
    lines = lines_of(first)
    blocks = blocks_of(lines)
    if not any(block.has("actual") for block in blocks):
        return ""
    found = Found()
    read_words(lines[: blocks[0].top], found)
    return str(found.words.get("programme.name", ""))


def _begin(items: tuple[Item, ...], place: int) -> int:
    """Return where the titles over the table at ``place`` begin."""
    begin = place
    while begin > 0 and _is_heading(items[begin - 1]):
        begin -= 1
    return begin


def _is_heading(item: Item) -> bool:
    if not isinstance(item, Passage):
        return False
    text = item.text.strip()
    return is_title(text) and not text.endswith(_ENDS) and not text.startswith(_REMARK)
