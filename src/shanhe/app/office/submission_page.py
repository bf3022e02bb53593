"""The page of one submission: what is reported beside what counts, what is wrong, what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils import timezone

from shanhe.app.office.books import BookHead, catalogue_of, head_of
from shanhe.app.office.doubts import doubts
from shanhe.app.office.draft_check import PLACE_FIELD, unreadable
from shanhe.app.office.evidence_list import FileShown, files_of
from shanhe.app.office.rights import Action, Actor
from shanhe.app.office.sheets import Conflict, Field, conflict, declared
from shanhe.app.office.submissions import COUNTS, Opened, Reported, seen_submission, submission
from shanhe.app.office.timeline import Step, steps_of
from shanhe.records.problem import Problem
from shanhe.store.lines import Change, Overtaken
from shanhe.store.models import Account, Entry, Line, Submission

_BLANK_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row.

    Attributes:
        was: what counts now where that is something else; ``None`` where it is the same.
        wrong: what is wrong and how to mend it. theirs: what another person saved meanwhile.
        doubt: what to look at twice, though it can be read.
    """

    field: Field
    text: str
    was: str | None = None
    wrong: str = ""
    theirs: str | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``mark`` is new, changed, same or gone; ``moved`` is who changed the line since."""

    key: str
    number: int
    mark: str
    cells: tuple[Cell, ...]
    wrong: tuple[str, ...]
    files: tuple[FileShown, ...]
    moved: Conflict | None
    summary: str


@dataclass(frozen=True, slots=True)
class SubmissionPage:
    """A submission with all that a person needs to fill it in or to judge it.

    Attributes:
        wrong: what concerns no single row. editor: who saved it last.
        own_place, place_field: what a new row begins with.
        indicators: names to choose from.
        counts: whether its figures count now.
    """

    head: BookHead
    one: Opened
    rows: tuple[Row, ...]
    steps: tuple[Step, ...]
    wrong: tuple[str, ...]
    editor: str
    place_field: str
    own_place: str
    indicators: tuple[str, ...]
    counts: bool
    may_fill: bool
    blank: tuple[Cell, ...] = field(default=())

    @property
    def doubts(self) -> int:
        """How many fields are to be looked at twice."""
        return sum(bool(cell.doubt) for row in self.rows for cell in row.cells)

    @property
    def used(self) -> frozenset[str]:
        """Keys of the fields to read: those with something in any row, and that of the evidence."""
        cells = (cell for row in self.rows for cell in row.cells)
        used = (cell.field.key for cell in cells if cell.text or cell.was or cell.doubt)
        return frozenset({*used, "evidence"})

    @property
    def is_moved(self) -> bool:
        """Whether a line that counts was changed after the draft was begun."""
        return any(row.moved for row in self.rows)

    @property
    def blank_rows(self) -> tuple[tuple[str, int], ...]:
        """Return names and numbers of the empty rows below the others."""
        last = len(self.rows)
        return tuple((f"blank{n}", last + n) for n in range(1, _BLANK_ROWS + 1))


def submission_page(
    actor: Actor, key: int, lang: str = "zh", typed: Sequence[Reported] | None = None
) -> SubmissionPage:
    """Return the page of a submission.

    Args:
        actor: who looks.
        key: of the submission.
        lang: of what is said to be wrong.
        typed: what somebody typed that was not saved, because another person saved before; it is
            shown in place of what is saved, each difference beside it.

    Raises:
        Refused: it is not theirs to see.
    """
    one, kept = submission(actor, key), seen_submission(actor, key)
    may_fill = Action.REPORT in one.may
    found = unreadable(kept.book, declared(one.sheet), kept.rows) if may_fill else []
    wrong = {} if typed is not None else _said(found, lang)
    files, moved = files_of(kept), _moved(one)
    doubted = {} if typed is not None or one.state in COUNTS else _doubted(kept, lang)
    rows = _overlaid(one.rows, typed)
    return SubmissionPage(
        head_of(kept.book),
        one,
        tuple(
            _row(one, n, row, _Around(wrong, files, moved, doubted)) for n, row in enumerate(rows)
        ),
        steps_of(kept),
        tuple(text for _, text in wrong.get(-1, ())),
        _editor(kept),
        PLACE_FIELD[one.sheet],
        kept.organisation.place,
        _indicators(kept) if may_fill else (),
        one.state in COUNTS,
        may_fill,
        tuple(_blank(one, kept)) if may_fill else (),
    )


_Wrong = Mapping[int, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of the rows besides their texts."""

    wrong: _Wrong
    files: Mapping[str, FileShown]
    moved: Mapping[str, Conflict]
    doubted: Mapping[tuple[int, str], str]


def _doubted(kept: Submission, lang: str) -> dict[tuple[int, str], str]:
    words: dict[tuple[int, str], str] = {}
    for one in doubts(kept.book, declared(kept.sheet), kept.rows, timezone.localdate()):
        said, place = one.zh if lang == "zh" else one.en, (one.row, one.field)
        words[place] = f"{words[place]} {said}" if place in words else said
    return words


def _said(found: Sequence[tuple[int, str, Problem]], lang: str) -> dict[int, list[tuple[str, str]]]:
    words: dict[int, list[tuple[str, str]]] = {}
    for number, key, problem in found:
        said = problem.as_dict(lang)
        stop, gap = ("。", "") if lang == "zh" else (".", " ")
        text = f"{said['says']}{stop}{gap}{said['mend']}{stop}"
        words.setdefault(number, []).append((key, problem.text(lang) if number < 0 else text))
    return words


@dataclass(frozen=True, slots=True)
class _Both:
    """A row as typed, and as another person saved it; either may be missing."""

    mine: Reported
    theirs: Mapping[str, str] | None = None


def _overlaid(kept: Sequence[Reported], typed: Sequence[Reported] | None) -> list[_Both]:
    if typed is None:
        return [_Both(row) for row in kept]
    saved = {row.row: row for row in kept}
    rows = [_over(row, saved.pop(row.row, None)) for row in typed]
    return [*rows, *(_Both(row, row.texts) for row in saved.values())]


def _over(mine: Reported, saved: Reported | None) -> _Both:
    if saved is None:
        return _Both(mine)
    row = Reported(mine.texts, saved.row, saved.seen, saved.evidence, saved.accepted, saved.now)
    return _Both(row, saved.texts)


def _row(one: Opened, number: int, both: _Both, around: _Around) -> Row:
    row, wrong = both.mine, around.wrong.get(number, ())
    fields = {key: text for key, text in wrong if key}
    cells = tuple(
        replace(
            _cell(column, both, fields.get(column.key, "")),
            doubt=around.doubted.get((number, column.key), ""),
        )
        for column in one.fields
    )
    return Row(
        row.row or f"typed{number}",
        number + 1,
        _mark(row),
        cells,
        tuple(text for key, text in wrong if not key),
        tuple(around.files[digest] for digest in row.evidence if digest in around.files),
        around.moved.get(row.row),
        " ".join(cell.text for cell in cells if cell.text)[:40],
    )


def _cell(column: Field, both: _Both, wrong: str) -> Cell:
    row, theirs = both.mine, both.theirs
    text = row.texts.get(column.key, "")
    was = row.accepted.get(column.key, "") if row.accepted is not None else text
    other = theirs.get(column.key, "") if theirs is not None else text
    is_gone = not row.texts
    return Cell(
        column,
        text if not is_gone else was,
        was if was != text and not is_gone else None,
        wrong,
        other if other != text else None,
    )


def _mark(row: Reported) -> str:
    if not row.texts:
        return "gone"
    if row.accepted is None:
        return "new"
    return "same" if dict(row.accepted) == dict(row.texts) else "changed"


def _moved(one: Opened) -> dict[str, Conflict]:
    """Return by row who changed the line after the draft was begun, and what."""
    if one.state in COUNTS:
        return {}
    late = [row for row in one.rows if row.now != row.seen]
    newest = {entry.row: entry for entry in _entries(one, [row.row for row in late])}
    return {
        row.row: conflict(
            Overtaken(Change(sheet=one.sheet, row=row.row, texts=row.texts, seen=row.seen), entry),
            one.book,
        )
        for row in late[:_MOST_MOVED]
        if (entry := newest.get(row.row)) is not None
    }


_MOST_MOVED = 5
"""Each costs a query; whoever looks at five changed lines looks again after the first."""


def _entries(one: Opened, rows: Sequence[str]) -> Sequence[Entry]:
    if not rows:
        return ()
    found = Entry.objects.filter(book=one.book, sheet=one.sheet, row__in=rows)
    return list(found.order_by("number"))


def _editor(kept: Submission) -> str:
    if not kept.editors:
        return kept.account.name
    account = Account.objects.filter(pk=kept.editors[-1]).first()
    return account.name if account else ""


def _indicators(kept: Submission) -> tuple[str, ...]:
    """Return the names that the programme's targets use, then those of the catalogue."""
    used = Line.objects.filter(book=kept.book, sheet="targets").order_by("position")
    names = [line.texts.get("indicator", "") for line in used]
    known = (indicator.name for indicator in catalogue_of().indicators)
    return tuple(dict.fromkeys(name for name in [*names, *known] if name))


def _blank(one: Opened, kept: Submission) -> list[Cell]:
    own = {PLACE_FIELD[one.sheet]: kept.organisation.place}
    return [Cell(column, own.get(column.key, "")) for column in one.fields]
