"""Every way in which a use case says no, in one shape: for the interface of machines."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.app.office.account_import import Fault, NotMade
from shanhe.app.office.rights import Refused
from shanhe.app.office.sheets import Wrong, conflict
from shanhe.app.programme import NotOpened
from shanhe.records.problem import Problem
from shanhe.store.lines import Overtaken


@dataclass(frozen=True, slots=True)
class Both:
    """One thing said in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is wrong.

    Attributes:
        row: number of the line as handed in, from 0; ``None`` where none is concerned.
        field: key of the field; empty where none is concerned.
    """

    place: Both
    found: Both
    expected: Both
    remedy: Both
    row: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why something is not done; ``status`` is what HTTP calls it."""

    status: int
    zh: str
    en: str
    problems: tuple[Told, ...] = ()


COMPLAINTS = (Refused, Wrong, Overtaken, NotOpened, NotMade)
"""What use cases raise to say no."""
OF_LINES = (Wrong, Overtaken)
"""Those of them that speak of lines as they were handed in."""


def complaint(error: Exception) -> Complaint:
    """Return what a use case said, in one shape.

    Raises:
        TypeError: it is none of ``COMPLAINTS``.
    """
    match error:
        case Refused():
            return Complaint(error.status, error.zh, error.en)
        case Wrong():
            told = tuple(_told(problem, row, field) for row, field, problem in error.problems)
            return Complaint(422, *_UNREADABLE, told)
        case NotOpened():
            return Complaint(422, *_UNREADABLE, tuple(map(_told, error.problems)))
        case NotMade():
            return Complaint(422, *_UNREADABLE, tuple(map(_fault, error.faults)))
        case Overtaken():
            return _overtaken(error)
    raise TypeError(type(error).__name__)


_UNREADABLE = (
    "提交的内容有误，没有保存；请按所列逐项更正。",
    "What was handed in cannot be read; nothing was saved. Mend what is listed.",
)


def _told(problem: Problem, row: int | None = None, field: str = "") -> Told:
    zh, en = problem.as_dict("zh"), problem.as_dict("en")
    expected = problem.words.get("expected", "")
    return Told(
        Both(str(zh["where"]), str(en["where"])),
        Both(str(zh["says"]), str(en["says"])),
        Both(expected, expected),
        Both(str(zh["mend"]), str(en["mend"])),
        row,
        field,
    )


def _fault(fault: Fault) -> Told:
    place = Both(f"第{fault.row}行{fault.column}", f"row {fault.row}, {fault.column}")
    nothing = Both("", "")
    return Told(place, Both(fault.zh, fault.en), nothing, nothing, fault.row - 1, fault.column)


def _overtaken(error: Overtaken) -> Complaint:
    told = conflict(error, _book(error))
    if told.is_gone:
        return Complaint(
            409, "该行已被他人删除，没有保存。", "The line is gone; nothing was saved."
        )
    return Complaint(
        409,
        f"{told.who}（{told.organisation}）已于{told.at}修改该行，没有保存；请核对后重新提交。",
        f"{told.who} ({told.organisation}) changed the line at {told.at}; nothing was saved.",
        tuple(_changed(told.fields)),
    )


def _book(error: Overtaken) -> int:
    return error.now.book_id or 0 if error.now else 0


def _changed(fields: tuple[tuple[str, str, str], ...]) -> Iterator[Told]:
    for name, seen, now in fields:
        yield Told(Both(name, name), Both(now, now), Both(seen, seen), _LOOK_AGAIN)


_LOOK_AGAIN = Both("请重新读取该行，再行修改", "read the line anew, then change it")


def in_one(error: Wrong | Overtaken) -> Refused:
    """Return the same as a refusal of several lines, for a screen that marks no cells."""
    said = complaint(error)
    zh, en = ([getattr(said, lang), *_lines(error, lang)] for lang in ("zh", "en"))
    return Refused("\n".join(zh), "\n".join(en), said.status)


def _lines(error: Wrong | Overtaken, lang: str) -> Iterator[str]:
    if isinstance(error, Wrong):
        for row, _field, problem in error.problems:
            yield f"  {problem.text(lang) if row < 0 else _counted(problem, row + 1, lang)}"
        return
    became = "{}：“{}”→“{}”" if lang == "zh" else "{}: “{}” became “{}”"
    for name, seen, now in conflict(error, _book(error)).fields:
        yield f"  {became.format(name, seen, now)}"


def _counted(problem: Problem, number: int, lang: str) -> str:
    """Return a problem at its row as it was handed in, and not as the workbook would count it."""
    told, column = problem.as_dict(lang), problem.where.column
    if lang == "zh":
        return f"第 {number} 行{f'“{column}”' if column else ''}：{told['says']}。{told['mend']}。"
    return f"row {number}{f', {column}' if column else ''}: {told['says']}; {told['mend']}."
