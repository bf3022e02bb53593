"""Lists of names with amounts: 甲10万元、乙20万元; 甲、乙和丙分别为10%、20%和70%."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from shanhe.documents.naming import PaperNames
from shanhe.documents.prose.bodies import FINANCE
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.values.regex import regex

Span = tuple[int, int]

_JOIN = regex(r" *(?:、|，|和|及|以及|与) *")
_ITEM = regex(r"[\u4e00-\u9fff]{2,24}?(?=、|，|和|及|与|的|承担|分别|$)")
_ZIP = regex(r"分别(?:为|是|占|达|下达|安排|分配|拨付|完成)?[^，；。]{0,8}$")
_OPEN = regex(r" *等")


@dataclass(frozen=True, slots=True)
class Receiver:
    """A name with its own figure.

    Attributes:
        shared: the figure is a percentage.
    """

    name: str
    span: Span
    figure: Figure | None
    shared: bool = False


class Names:
    """The names of one paper, to be found in its sentences."""

    def __init__(self, names: PaperNames) -> None:
        self.short = names.regions
        words = sorted(names.regions, key=len, reverse=True)
        self._any = re.compile("|".join(map(re.escape, words))) if words else re.compile("(?!)")
        self._like = [word for word in words if len(word) >= 6]

    def all(self, text: str, start: int, end: int) -> list[tuple[str, Span]]:
        """Return the names between two offsets, as short names with their spans."""
        return [(self.short[m[0]], m.span()) for m in self._any.finditer(text, start, end)]

    def first(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """Return the first name."""
        return next(iter(self.all(text, start, end)), None)

    def last(
        self, text: str, start: int, end: int, *, finance: bool = False
    ) -> tuple[str, Span] | None:
        """Return the last name; with ``finance`` the last finance department, if there is one."""
        found = self.all(text, start, end)
        money = [one for one in found if FINANCE.search(one[0])]
        if finance:
            return money[-1] if money else None
        return found[-1] if found else None

    def before(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """Return the name that ends right before ``end``, by likeness if not otherwise."""
        found = self.last(text, max(start, end - 30), end)
        if found and not text[found[1][1] : end].strip(" 为共：约下达安排"):
            return found
        return None

    def alike(self, word: str) -> str | None:
        """Return the name that ``word`` is or is a slip of the pen for."""
        if word in self.short:
            return self.short[word]
        if len(word) < 6:
            return None
        near = {
            self.short[one]
            for one in self._like
            if abs(len(one) - len(word)) <= 1
            and SequenceMatcher(None, one, word, autojunk=False).ratio() >= 0.8
        }
        return near.pop() if len(near) == 1 else None


def receivers(known: Names, paragraph: Paragraph, start: int, end: int) -> list[Receiver]:
    """Return names with their own figures between two offsets.

    An open list (等) and a list of another length than its figures is not zipped; a second list without names is
    of those of the shares before it.

    Example:
        ``甲县、乙县占比分别为40%、60%`` are 甲县 40 % and 乙县 60 %.
    """
    text, figures = paragraph.text, paragraph.lexed.figures_in(start, end)
    found: list[Receiver] = []
    done = 0
    for place, figure in enumerate(figures):
        if place < done:
            continue
        left = max(start, figures[place - 1].end if place else start)
        run = _run(text, figures, place)
        if len(run) > 1 and _ZIP.search(text, left, figure.start):
            names = _chain(known, text, left, figure.start)
            names = names or _of_shares(found, figures[place - len(run) : place])
            done = place + len(run)
            if len(names) == len(run):
                found += [
                    Receiver(name, span, one, one.is_percent)
                    for (name, span), one in zip(names, run, strict=True)
                ]
            continue
        name = known.before(text, left, figure.start)
        if name and not figure.vague:
            found.append(Receiver(name[0], name[1], figure, figure.is_percent))
    return found


def _of_shares(found: list[Receiver], before: list[Figure]) -> list[tuple[str, Span]]:
    """Return the names of the shares right before a list: 按甲县60%、乙县40%的比例分配，分别为600万元和400万元."""
    last = found[-len(before) :] if before else []
    in_turn = all(one.shared and one.figure is own for one, own in zip(last, before, strict=False))
    return [(one.name, one.span) for one in last] if len(last) == len(before) and in_turn else []


def _run(text: str, figures: list[Figure], place: int) -> list[Figure]:
    """Return the figures that follow one another with nothing but joints between."""
    run = [figures[place]]
    for figure in figures[place + 1 :]:
        if not _JOIN.fullmatch(text, run[-1].end, figure.start):
            break
        run.append(figure)
    return run


def _chain(known: Names, text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Return the names joined by 、 and 和 in the words before ``分别为``."""
    names: list[tuple[str, Span]] = []
    stop = max(text.rfind(mark, start, end) for mark in "，；。：")
    begin = max(start, stop + 1)
    if not known.all(text, begin, end):
        begin = start
    for found in _ITEM.finditer(text, begin, end):
        inside = known.last(text, *found.span())
        name = (inside[0], inside[1]) if inside else None
        if name is None and (alike := _tail_alike(known, found[0])):
            name = (alike, found.span())
        if name and name[0] not in {one for one, _ in names}:
            names.append(name)
    return names


def _tail_alike(known: Names, words: str) -> str | None:
    for at in range(min(len(words), 6)):
        found = known.alike(words[at:])
        if found:
            return found
    return None
