"""Lines of a sheet as somebody types them: kept all or none, with everything wrong in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shanhe.app.office.books import seen_book
from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.sheets import Conflict, Wrong, change, conflict, declared, needed
from shanhe.records.problem import Problem
from shanhe.store.lines import Change, Overtaken
from shanhe.store.models import Book, Entry, Line

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it was typed.

    Attributes:
        row: its key; empty for a new line. seen: the entry the person had before them.
        is_dropped: the line is to be taken away.
    """

    texts: Texts
    row: str = ""
    seen: int = 0
    is_dropped: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it is a new line that nobody typed into."""
        return not self.row and not any(self.texts.values())


@dataclass(frozen=True, slots=True)
class Marked:
    """A typed line with what is wrong: by field (empty for the whole line), and who overtook it."""

    typed: Typed
    problems: Mapping[str, tuple[Problem, ...]]
    overtaken: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Nothing was kept, and why.

    Attributes:
        lines: everything that was typed. whole: what concerns the programme as a whole.
        refused: why none of it can be done, whatever the cells say.
    """

    lines: tuple[Marked, ...]
    whole: tuple[Problem, ...] = ()
    refused: Refused | None = None


def save(actor: Actor, book_key: int, key: str, typed: Sequence[Typed], why: str) -> int | Unsaved:
    """Keep what was typed, all or none; return how many lines changed, or everything that is wrong.

    A line that was not changed is left alone, even where somebody else changed it meanwhile.

    Raises:
        Refused: the right is missing.
    """
    book = seen_book(actor, book_key, needed(key))
    changes, overtaken = _changes(book, key, typed, why.strip())
    if overtaken:
        return Unsaved(_marked(typed, {}, overtaken))
    if not why.strip() and any(one.seen for one in changes.values()):
        return Unsaved(_marked(typed, {}, {}), refused=NO_REASON)
    if not changes:
        return 0
    return _kept(actor, book_key, typed, changes)


NO_REASON = Refused(
    "修改或删除已有数据的，请填写理由。", "Say why you change or take away what is there.", 422
)


def _kept(
    actor: Actor, book_key: int, typed: Sequence[Typed], changes: Mapping[int, Change]
) -> int | Unsaved:
    try:
        change(actor, book_key, list(changes.values()))
    except Wrong as wrong:
        problems, whole = _placed(changes, wrong)
        return Unsaved(_marked(typed, problems, {}), whole)
    except Overtaken as overtaken:
        place = next(n for n, one in changes.items() if one is overtaken.change)
        told = conflict(overtaken, book_key)
        number = overtaken.now.number if overtaken.now else 0
        return Unsaved(_marked(typed, {}, {place: (told, number)}))
    except Refused as refused:
        return Unsaved(_marked(typed, {}, {}), refused=refused)
    return len(changes)


_Told = Mapping[int, tuple[Conflict, int]]


def _changes(
    book: Book, key: str, typed: Sequence[Typed], why: str
) -> tuple[dict[int, Change], _Told]:
    """Return by place what is to change, and what others changed in between."""
    now = {line.row: line for line in Line.objects.filter(book=book, sheet=key)}
    fields = [column.key for column in declared(key).columns]
    before = _seen(book, key, typed, now)
    changes: dict[int, Change] = {}
    overtaken: dict[int, tuple[Conflict, int]] = {}
    for place, one in enumerate(typed):
        texts = None if one.is_dropped else {k: one.texts[k] for k in fields if one.texts.get(k)}
        if one.is_blank or (one.row and texts == before.get(one.row)) or _never(one):
            continue
        wanted = Change(sheet=key, row=one.row, texts=texts, seen=one.seen, why=why)
        line = now.get(one.row)
        if one.row and (line.number if line else 0) != one.seen:
            overtaken[place] = _overtaken(book, wanted)
        changes[place] = wanted
    return changes, overtaken


def _never(one: Typed) -> bool:
    """Return whether a new line was typed and crossed out again."""
    return one.is_dropped and not one.row


def _seen(
    book: Book, key: str, typed: Sequence[Typed], now: Mapping[str, Line]
) -> dict[str, Texts]:
    """Return each line's texts as the person saw them."""
    same = {row: line.texts for row, line in now.items()}
    numbers = [one.seen for one in typed if one.row and one.seen != _number(now.get(one.row))]
    entries = Entry.objects.filter(book=book, sheet=key, number__in=numbers) if numbers else ()
    return {**same, **{entry.row: entry.texts or {} for entry in entries}}


def _number(line: Line | None) -> int:
    return line.number if line else 0


def _overtaken(book: Book, wanted: Change) -> tuple[Conflict, int]:
    found = Entry.objects.filter(book=book, sheet=wanted.sheet, row=wanted.row)
    newest = found.order_by("-number").first()
    number = newest.number if newest and newest.texts is not None else 0
    return conflict(Overtaken(wanted, newest), book.pk), number


_Problems = Mapping[int, Mapping[str, tuple[Problem, ...]]]


def _placed(changes: Mapping[int, Change], wrong: Wrong) -> tuple[_Problems, tuple[Problem, ...]]:
    """Return problems by place and field, and those of the programme as a whole."""
    places = [place for place, one in changes.items() if one.texts is not None]
    found: dict[int, dict[str, tuple[Problem, ...]]] = {}
    whole = []
    for number, field, problem in wrong.problems:
        if 0 <= number < len(places):
            line = found.setdefault(places[number], {})
            line[field] = (*line.get(field, ()), problem)
        else:
            whole.append(problem)
    return found, tuple(whole)


def _marked(typed: Sequence[Typed], problems: _Problems, overtaken: _Told) -> tuple[Marked, ...]:
    """Return the lines with their marks; whoever saves again has seen what others did."""
    return tuple(_marks(place, one, problems, overtaken) for place, one in enumerate(typed))


def _marks(place: int, one: Typed, problems: _Problems, overtaken: _Told) -> Marked:
    told, number = overtaken.get(place, (None, one.seen))
    row = "" if told and told.is_gone else one.row
    return Marked(replace(one, row=row, seen=number), problems.get(place, {}), told)


def as_they_are(lines: Sequence[Typed]) -> tuple[Marked, ...]:
    """Return lines without any mark."""
    return tuple(Marked(one, {}) for one in lines)
