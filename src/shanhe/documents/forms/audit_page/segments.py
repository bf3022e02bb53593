"""Characters of a paragraph or cell cut where a figure or the place of a finding begins or ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from shanhe.documents.audited import LedgerLine

_LONG = 48
"""A place of more characters is the whole paragraph or cell, which is marked as one."""


@dataclass(frozen=True, slots=True)
class At:
    """A place of a finding.

    Attributes:
        id: of its anchor. card: number of the finding on the page. level: its severity.
    """

    id: str
    card: str
    number: int
    level: str
    start: int
    end: int


@dataclass(slots=True)
class Segment:
    """Characters that are marked alike.

    Attributes:
        line: the figure they belong to, ``None`` for words.
        at: places of findings around them. ids: anchors that begin here. refs: places that end here.
    """

    text: str
    line: LedgerLine | None
    at: tuple[At, ...]
    ids: tuple[str, ...]
    refs: tuple[At, ...]


@dataclass(slots=True)
class Marked:
    """A paragraph or cell, ready to be printed.

    Attributes:
        whole: places of findings that are the whole of it.
    """

    segments: list[Segment] = field(default_factory=list)
    whole: list[At] = field(default_factory=list)


def marked(text: str, lines: Sequence[LedgerLine], places: Sequence[At]) -> Marked:
    """Return a text with its figures and places; in time linear in these, but for sorting."""
    whole = [at for at in places if at.end - at.start > _LONG or at.end <= at.start]
    inside = [at for at in places if at not in whole] if whole else list(places)
    return Marked(list(_segments(text, lines, inside)), whole)


def _segments(text: str, lines: Sequence[LedgerLine], places: Sequence[At]) -> Iterator[Segment]:
    starts: dict[int, list[LedgerLine | At]] = {}
    ends: dict[int, list[At]] = {}
    cuts = {0, len(text)}
    figure_ends: dict[int, LedgerLine] = {}
    for line in lines:
        if line.span is not None:
            starts.setdefault(line.span.start, []).append(line)
            figure_ends[line.span.end] = line
            cuts |= {line.span.start, line.span.end}
    for at in places:
        starts.setdefault(at.start, []).append(at)
        ends.setdefault(at.end, []).append(at)
        cuts |= {at.start, at.end}
    figure: LedgerLine | None = None
    open_: dict[str, At] = {}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    for begin, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        if begin in figure_ends:
            figure = None
        for at in ends.get(begin, []):
            open_.pop(at.id, None)
        begun = starts.get(begin, [])
        for one in begun:
            if isinstance(one, At):
                open_[one.id] = one
            else:
                figure = one
        if begin < end:
            ids = tuple(one.id for one in begun if isinstance(one, At))
            yield Segment(
                text[begin:end], figure, tuple(open_.values()), ids, tuple(ends.get(end, []))
            )
