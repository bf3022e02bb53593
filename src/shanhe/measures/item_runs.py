"""Numbered items one after another: paragraphs (1) … (2) … (3) …, or parts of one paragraph, with what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from shanhe.measures.frame import Frame, skeleton
from shanhe.measures.once import once_each
from shanhe.measures.sentences import Sentence, prose
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.regex import regex

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_NUMBER = regex(
    rf"\s*(?:(?P<open>[（(])(?P<n>\d{{1,2}})[)）]|(?P<ring>[{_CIRCLED}])|(?P<plain>\d{{1,2}})(?P<stop>[.．、)）])(?!\d))"
)
_INSIDE = regex(rf"(?<=[：:；。])\s*(?:[（(](?P<n>\d{{1,2}})[)）]|(?P<ring>[{_CIRCLED}]))")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that a text begins with; ``style`` tells (1), ① and 1. apart, ``end`` is where the number ends."""

    order: int
    style: str
    end: int


@dataclass(frozen=True, slots=True)
class ItemRun:
    """Items with the words that lead to them and the paragraph after them, which may be empty."""

    items: tuple[Frame, ...]
    lead: Frame | None
    after: Frame | None


def number_of_item(text: str) -> Numbered | None:
    """Return the number that a paragraph begins with.

    Example:
        ``(2)木镇镇4个`` has 2 in the style of (1); ``2.5公顷`` has none.
    """
    found = _NUMBER.match(text)
    if found is None:
        return None
    if found["ring"]:
        return Numbered(_CIRCLED.index(found["ring"]) + 1, "ring", found.end())
    style = "bracket" if found["open"] else "half" if found["stop"] in ")）" else "plain"
    return Numbered(int(found["n"] or found["plain"]), style, found.end())


@once_each
def item_runs(dossier: Dossier) -> Iterator[ItemRun]:
    """Yield the runs of two or more items; headings of chapters are runs of one each and are none.

    Example:
        ``分布在5个镇：`` and below it (1)丁桥镇6个 to (5)陵阳镇2个 are one run with that lead.
    """
    lines = prose(dossier)
    kinds = [found.style if (found := number_of_item(line.text)) else "" for line in lines]
    order = range(len(lines))
    for style, group in groupby(order, key=lambda n: kinds[n]):
        at = list(group)
        if style and len(at) >= _LEAST:
            items = tuple(_frame(lines[n], 0, None) for n in at)
            before, after = at[0] - 1, at[-1] + 1
            yield ItemRun(
                items,
                _frame(lines[before], 0, None) if before >= 0 else None,
                _frame(lines[after], 0, None) if after < len(lines) else None,
            )
    for line in lines:
        yield from _inside(line)


def _inside(line: TextLine) -> Iterator[ItemRun]:
    """Yield the items that stand in one paragraph after a colon: ``…：(1)…；(2)…。``."""
    found = list(_INSIDE.finditer(line.text))
    if len(found) < _LEAST:
        return
    starts = [one.start() for one in found]
    ends = [*starts[1:], line.text.find("。", starts[-1]) + 1 or len(line.text)]
    items = tuple(_frame(line, *span) for span in zip(starts, ends, strict=True))
    rest = line.text[ends[-1] :]
    after = _frame(line, ends[-1], None) if rest.strip() else None
    yield ItemRun(items, _frame(line, 0, starts[0]), after)


def _frame(line: TextLine, start: int, end: int | None) -> Frame:
    text = line.text[start:end]
    return Frame(Sentence(text, line, start), skeleton(text))
